"""The rules that decide an outlook, as one table: the first that holds gives the verdict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from dragoman.kinds.forecast import Forecast
from dragoman.resolve.enduring import is_refrained, lasts
from dragoman.resolve.matching import Decider
from dragoman.resolve.outlook import Clock, Outlook
from dragoman.types import Entry, Outcome, Ruling, Verdict

DUE_WITHIN = 7
"""Days before the last day from which something is due rather than open."""


class Case(Struct, frozen=True, kw_only=True):
    """An outlook, the day, and the first entry that did it, did part of it, put an end to it, or moved it."""

    outlook: Outlook
    as_of: date
    done: Decider | None
    ended: Decider | None
    moved: Decider | None


class Rule(Struct, frozen=True):
    """A verdict's outcome, when it holds, what decided it and why; `why` may name {day} and {due}."""

    id: str
    outcome: Outcome
    holds: Callable[[Case], bool]
    decider: Callable[[Case], Decider | None]
    why: str


def _whole(case: Case) -> bool:
    return case.done is not None and case.done.whole


def _part(case: Case) -> bool:
    return case.done is not None and not case.done.whole


def _in_time(case: Case) -> bool:
    """Whether it can have been done by the last day that counts."""
    last = case.outlook.clock.last_day()
    return last is None or (case.done is not None and case.done.first <= last)


def _past(case: Case) -> bool:
    last = case.outlook.clock.last_day()
    return last is not None and case.as_of > last


def _near(case: Case) -> bool:
    due = case.outlook.clock.due
    return due is not None and not case.outlook.clock.soft and (due - case.as_of).days <= DUE_WITHIN


def _done(case: Case) -> Decider | None:
    return case.done


def _ended(case: Case) -> Decider | None:
    return case.ended


def _moved(case: Case) -> Decider | None:
    return case.moved


def _itself(case: Case) -> Decider | None:
    """The entry that looked ahead: its own records say how it went."""
    entry, due = case.outlook.event, case.outlook.clock.due
    when = getattr(entry.record, "when", None)
    settled = next((s.seen for s in entry.history if s.status == case.outlook.stated), None)
    day = (when.start if when else None) or settled or entry.last_seen or due or case.as_of
    return Decider(entry, day, day)


def _nobody(case: Case) -> Decider | None:
    return None


UNSURE = frozenset({"possible", "doubtful"})
"""How surely a thing is foreseen by who doesn't say that it will be: it is never owed."""


LIMITS = frozenset({"within", "by"})
"""Roles of times that set a limit: who says that a thing can be done within days is to be held to these days."""


def _not_owed(case: Case) -> bool:
    """Whether the days are over of what was only possible or doubtful, or hoped for "soon"."""
    record = case.outlook.entry.record
    if not isinstance(record, Forecast) or not _past(case):
        return False
    if record.confidence == "hopeful":
        return case.outlook.clock.soft
    return record.confidence in UNSURE and (record.window is None or record.window.role not in LIMITS)


def _lasts(case: Case) -> bool:
    """Whether the day is that on which a thing ends that runs, or will: nobody owes it by then."""
    return case.outlook.clock.due is not None and lasts(case.outlook.entry.record)


def _refrained(case: Case) -> bool:
    """Whether it is foreseen or promised that something will not happen: nothing found is no failure to deliver."""
    return is_refrained(case.outlook.entry.record)


def _lapsed(case: Case) -> bool:
    """Whether a contact of no day was told so long ago that none can be the one any more."""
    last = case.outlook.last_that_counts()
    return case.outlook.clock.due is None and last is not None and case.as_of > last


def _stated(*statuses: str) -> Callable[[Case], bool]:
    return lambda case: case.outlook.stated in statuses


LASTING = "window.lasting"
"""The rule of what is to last until a day, which isn't due on it."""

RULES: tuple[Rule, ...] = (
    Rule("itself.held", "came_true", _stated("held", "ongoing", "reached"), _itself, "it took place ({day})"),
    Rule("itself.kept", "came_true", _stated("kept"), _itself, "a source says that it was kept"),
    Rule("itself.broken", "failed", _stated("broken"), _itself, "a source says that it was broken"),
    Rule("itself.cancelled", "withdrawn", _stated("cancelled"), _itself, "it was called off"),
    Rule("itself.denied", "failed", _stated("denied"), _itself, "it was denied"),
    Rule("done.in_time", "came_true", lambda c: _whole(c) and _in_time(c), _done, "done on {day}"),
    Rule("done.late", "late", _whole, _done, "done on {day}, after {due}"),
    Rule("done.partly", "partly", lambda c: _part(c) and _in_time(c), _done, "done in another way on {day}"),
    Rule("ended", "failed", lambda c: c.ended is not None, _ended, "called off, denied or broken, known on {day}"),
    Rule("moved", "overtaken", lambda c: c.moved is not None, _moved, "the same speaker named other days on {day}"),
    Rule("window.unsure", "lapsed", _not_owed, _nobody, "only hoped for, possible or doubtful by {due}; not found"),
    Rule("window.not", "lapsed", lambda c: _past(c) and _refrained(c), _nobody, "it was not to be by {due}; not found"),
    Rule("window.ended", "lapsed", lambda c: _past(c) and _lasts(c), _nobody, "it was to last until {due}"),
    Rule("window.past", "overdue", _past, _nobody, "nothing found; it was due {due}"),
    Rule(LASTING, "open", _lasts, _nobody, "it is to last until {due}"),
    Rule("window.near", "due", _near, _nobody, "due {due}"),
    Rule(
        "window.lapsed",
        "lapsed",
        _lapsed,
        _nobody,
        "no day was named, and nothing was found within 90 days of the last report",
    ),
    Rule("window.open", "open", lambda c: c.outlook.clock.due is not None, _nobody, "open until {due}"),
    Rule("window.none", "open", lambda c: True, _nobody, "no day was named"),
)
"""In order: what the entry's own records say, what others did, what ended or moved it, then the clock alone."""


BY_HAND = "by.hand"
"""The rule of a verdict that a person decided: it comes before all rules of the table."""


def ruled(entry: Entry, ruling: Ruling, decider: str | None, clock: Clock | None) -> Verdict:
    """The verdict that a person decided; the reason names who and when, `decider` is the entry that shows it."""
    note = ruling.note
    return Verdict(
        entry=entry.id,
        outcome=ruling.outcome,
        rule=BY_HAND,
        reason=f"decided by {note.by} on {_day(note.on)}: {note.reason}",
        due=clock.due if clock else None,
        soft=clock.soft if clock else False,
        decided_by=decider,
        decided_on=ruling.on or note.on,
        by_hand=note,
    )


def verdict(case: Case) -> Verdict:
    """The verdict of the first rule that holds."""
    outlook = case.outlook
    rule = next(rule for rule in RULES if rule.holds(case))
    decider = rule.decider(case)
    return Verdict(
        entry=outlook.entry.id,
        outcome=rule.outcome,
        rule=rule.id,
        reason=_reason(rule, case, decider),
        due=outlook.clock.due,
        soft=outlook.clock.soft,
        decided_by=decider.entry.id if decider else None,
        decided_on=decider.first if decider else None,
    )


def _reason(rule: Rule, case: Case, decider: Decider | None) -> str:
    due = case.outlook.clock.due
    about = "about " if case.outlook.clock.soft else ""
    day = decider.first if decider else case.as_of
    return rule.why.format(day=_day(day), due=about + _day(due) if due else "on no stated day")


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"

"""What an entry that looks ahead leads one to expect: what, who, between which days, how firmly."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.forecast import Expected, Forecast
from dragoman.kinds.pledge import Pledge
from dragoman.resolve.planned import AHEAD, Plans, expects_of, plan_of
from dragoman.types import Actor, Entry, When

VAGUE = 3
"""From this vagueness ("in the coming weeks") the last day is only about."""
SHORTEST_GRACE, LONGEST_GRACE = 7, 30
"""Days that a soft window may run over before it is overdue: half its length, within these."""

SHORTEST_LATE, LONGEST_LATE = 14, 90
"""Days after the last one in which a contact is the one expected, late: twice as many as it was announced before."""
UNDATED = 90
"""Days within which a contact of which no day was named is the one expected."""

MIDNIGHT = "midnight"
"""What begins at midnight begins on that day or on the next: papers mean either."""


class Clock(Struct, frozen=True):
    """The first day that can count, the last (None: none was said), whether that is only about, and days of grace."""

    since: date
    due: date | None
    soft: bool
    grace: int = 0

    def last_day(self) -> date | None:
        """The last day before it is overdue; None when nothing was said of when."""
        return self.due + timedelta(days=self.grace) if self.due else None


class Outlook(Struct, frozen=True):
    """What to look for. `words` are the source's own, `expected` the kind of entry that would do it, where known.

    `actors` must have a part in it. `stated` is a status that the text or the entry itself gives ("kept", "broken",
    "cancelled", "held"), else empty.
    """

    entry: Entry
    clock: Clock
    words: str
    expected: Expected | None
    actors: tuple[Actor, ...]
    stated: str = ""
    plan: Entry | None = None
    """The planned contact that a forecast or pledge tells of in the same words: it is judged as that one."""

    @property
    def event(self) -> Entry:
        """The entry of what is to take place: the plan on the same words, else itself."""
        return self.plan or self.entry

    @property
    def told(self) -> date | None:
        """The day on which it was first told as to come."""
        return self.event.first_seen

    def last_that_counts(self) -> date | None:
        """The last day on which a contact can still be the one that was expected, late; None: any day can.

        Who meets every month has met again some day: that is another meeting.
        """
        if self.expected is None or self.expected.kind != "contact":
            return None
        if self.clock.due is None:
            return max(self.event.last_seen or self.clock.since, self.clock.since) + timedelta(days=UNDATED)
        told = min(self.event.first_seen or self.clock.due, self.clock.due)
        late = min(max(2 * (self.clock.due - told).days, SHORTEST_LATE), LONGEST_LATE)
        return self.clock.due + timedelta(days=max(late, self.clock.grace))


def when_of(entry: Entry) -> When | None:
    """The days of an entry, where it has some."""
    when = getattr(entry.record, "when", None)
    return when if isinstance(when, When) else None


def outlook_of(entry: Entry, plans: Plans = MappingProxyType({}), counted: When | None = None) -> Outlook | None:
    """What the entry leads one to expect; None for one that doesn't look ahead and never did, or has no day at all.

    `counted` are the days of an entry whose own records give none. A forecast or pledge in the words of a planned
    contact leads one to expect that.
    """
    plan = plan_of(entry, plans)
    own = outlook_of(plan, counted=counted) if plan else None
    return replace(own, entry=entry, plan=plan) if own else _outlook_of(entry, plan, counted)


def _outlook_of(entry: Entry, plan: Entry | None, counted: When | None) -> Outlook | None:
    record = entry.record
    if isinstance(record, Forecast):
        clock, actors = clock_of(entry, record.window or counted), (record.speaker,) if record.speaker else ()
        is_open = record.expects is None or not record.expects.actors
        expects = expects_of(plan.record) if is_open and plan and isinstance(plan.record, Contact) else record.expects
        return Outlook(entry, clock, record.outcome, expects, actors) if clock else None
    if isinstance(record, Pledge):
        clock, actors = clock_of(entry, record.deadline or counted), (record.by,) if record.by else ()
        stated: str = "" if record.status_in_text == "open" else record.status_in_text
        return Outlook(entry, clock, record.content, record.expects, actors, stated) if clock else None
    if not isinstance(record, Contact | Agreement) or not _was_ahead(entry):
        return None
    clock = clock_of(entry, record.when or counted)
    stated = "" if record.status in AHEAD else record.status
    if isinstance(record, Contact):
        expected, words = expects_of(record), entry.line
    else:
        expected, words = Expected("agreement", None, record.parties), record.content
    return Outlook(entry, clock, words, expected, expected.actors, stated) if clock else None


def _was_ahead(entry: Entry) -> bool:
    """Whether the entry was known as coming before anything else was known of it."""
    return bool(entry.history) and entry.history[0].status in AHEAD


def clock_of(entry: Entry, window: When | None) -> Clock | None:
    """From when and until when an entry's window runs; None when no day of it is known.

    It runs from its own first day, or from the day when it was told of where that is later; what is told of a window
    that is over already ("he had promised it for January") counts from that window on.
    """
    known = entry.first_seen
    start, due = (window.start, window.end) if window else (None, None)
    told_after = bool(known and due and due < known)
    since = start or due if told_after else max((day for day in (known, start) if day), default=due)
    if since is None:
        return None
    soft = window is None or window.approx or window.vagueness >= VAGUE or due is None
    length = (due - (start or since)).days if due else 0
    at_midnight = window is not None and MIDNIGHT in window.text.casefold()
    return Clock(since, due, soft, min(max(length // 2, SHORTEST_GRACE), LONGEST_GRACE) if soft else int(at_midnight))

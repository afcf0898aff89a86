"""What an entry that looks ahead leads one to expect: what, who, between which days, how firmly."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.forecast import Expected, Forecast
from dragoman.kinds.pledge import Pledge
from dragoman.types import Actor, Entry, When

AHEAD = frozenset({"planned", "expected", "near"})
"""States of a contact or agreement that lead one to expect it; a proposed one is only hoped for."""
VAGUE = 3
"""From this vagueness ("in the coming weeks") the last day is only about."""
SHORTEST_GRACE, LONGEST_GRACE = 7, 30
"""Days that a soft window may run over before it is overdue: half its length, within these."""


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


def outlook_of(entry: Entry) -> Outlook | None:
    """What the entry leads one to expect; None for one that doesn't look ahead and never did, or has no day at all."""
    record = entry.record
    if isinstance(record, Forecast):
        clock, actors = clock_of(entry, record.window), (record.speaker,) if record.speaker else ()
        return Outlook(entry, clock, record.outcome, record.expects, actors) if clock else None
    if isinstance(record, Pledge):
        clock, actors = clock_of(entry, record.deadline), (record.by,) if record.by else ()
        stated: str = "" if record.status_in_text == "open" else record.status_in_text
        return Outlook(entry, clock, record.content, record.expects, actors, stated) if clock else None
    if not isinstance(record, Contact | Agreement) or not _was_ahead(entry):
        return None
    clock = clock_of(entry, record.when)
    stated = "" if record.status in AHEAD else record.status
    if isinstance(record, Contact):
        mode = None if record.mode == "talks" else record.mode
        expected, words = Expected("contact", mode, record.participants), entry.line
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
    return Clock(since, due, soft, min(max(length // 2, SHORTEST_GRACE), LONGEST_GRACE) if soft else 0)

"""The days of what is foreseen "within two weeks of the summit", where the ledger knows the summit's day, the text not.

The event meant is one that the same article tells of: its entry has the day from whichever article gave it. Where
that article tells of two such events, or of one without a day, the words stay relative: a day is never invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.compare import words_of
from dragoman.kinds.contact import Contact, Mode
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.pledge import Pledge
from dragoman.lexicon import load_lexicon
from dragoman.types import Entry, Record, Verdict, When

COUNTED = re.compile(r"\b(?:days?|weeks?|months?|hours)\b.{0,20}?\b(?:of|after|following|before|from)\b", re.IGNORECASE)
"""A length and a word behind which an event can be named: without it no time is read."""
SORTS: Mapping[Mode, str] = MappingProxyType(
    {"meeting": "meeting", "talks": "meeting", "summit": "meeting", "call": "call", "video": "call"}
)
"""The sort of event, as in data/times/anchors.toml, that a contact of each mode is."""
UNSURE = frozenset({"cancelled", "denied", "proposed", "broken"})
"""What has such a status has no day to count from."""

Anchors = Mapping[str, Mapping[str, date]]
"""Article id to the sorts of events that it tells of, each with its one day."""


def counts_from_event(entry: Entry) -> bool:
    """Whether an entry that has no days of its own may have words that count them from an event."""
    record = entry.record
    match record:
        case Forecast():
            own = record.window
        case Pledge():
            own = record.deadline
        case Contact() | Agreement():
            own = record.when
        case _:
            return False
    return own is None and any(COUNTED.search(words.quote) for one in entry.supports for words in one.evidence)


def anchors_of(entries: Iterable[Entry], verdicts: Mapping[str, Verdict]) -> Anchors:
    """The days of the events that each article tells of, of a sort of which it tells one day alone.

    Of what was foreseen without a day it is the day of the entry by which it came true, as its verdict has it.
    """
    by_id = {entry.id: entry for entry in entries}
    days: dict[str, dict[str, set[date | None]]] = {}
    for entry in by_id.values():
        if sort := sort_of(entry):
            doer = by_id.get(_came_true_by(verdicts.get(entry.id)))
            day = _day(entry) or (_day(doer) if doer else None)
            for support in entry.supports:
                days.setdefault(support.article, {}).setdefault(sort, set()).add(day)
    return {
        article: {sort: day for sort, told in sorts.items() if len(told) == 1 and (day := next(iter(told)))}
        for article, sorts in days.items()
    }


def counted_window(entry: Entry, anchors: Anchors) -> When | None:
    """The days that an entry's own words count from an event of its articles; None unless all of them give the same.

    The event is another entry's: what is foreseen of a meeting isn't counted from that meeting.
    """
    windows = {
        (window.start, window.end): window
        for support in entry.supports
        for words in support.evidence
        if (window := _counted(words.quote, anchors.get(support.article, {}), sort_of(entry)))
    }
    return next(iter(windows.values())) if len(windows) == 1 else None


def names_truce(record: Record) -> bool:
    """Whether a record's words name a truce: of acts of its type some are retreats of another sort."""
    return any(words_of(evidence.quote) & _truces() for evidence in record.evidence)


@cache
def _truces() -> frozenset[str]:
    nouns = load_lexicon().words("kinds/truce", "noun") | load_lexicon().words("kinds/truce", "stop")
    return words_of(" ".join(nouns))


def sort_of(entry: Entry) -> str:
    """The sort of event that an entry is; "" for none that times are counted from."""
    record = entry.record
    if isinstance(record, Contact):
        return SORTS.get(record.mode, "")
    if isinstance(record, Agreement):
        return "deal"
    if isinstance(record, Action) and record.type == "RETREAT":
        return "truce" if names_truce(record) else ""
    return "attack" if isinstance(record, Action) and record.type == "ASSAULT" else ""


def _day(entry: Entry) -> date | None:
    """The one day of a contact, agreement or act; None where it has several, or is not sure to have any."""
    record = entry.record
    if not isinstance(record, Contact | Agreement | Action) or record.status in UNSURE or record.when is None:
        return None
    return record.when.start if record.when.start == record.when.end and not record.when.approx else None


def _came_true_by(verdict: Verdict | None) -> str:
    """The id of the entry by which something came true; "" where it didn't."""
    return (verdict.decided_by or "") if verdict and verdict.outcome in {"came_true", "late"} else ""


def _counted(words: str, days: Mapping[str, date], own: str) -> When | None:
    known = {sort: day for sort, day in days.items() if sort != own}
    if not known or not COUNTED.search(words):
        return None
    from dragoman.annotate.times import find_times  # imported here: few briefs read a time
    from dragoman.annotate.times.anchors import times_counted_from

    found = [time.window for time in times_counted_from(words, find_times(words, None), known) if time.window]
    return found[0] if len(found) == 1 else None

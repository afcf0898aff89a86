"""What happened when: contacts, proposals, statements and more on an axis of time, a lane for each party."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

import numpy as np
from msgspec import Meta, Struct
from numpy.typing import NDArray

from dragoman.app.desk.sheet import Seen, Sheet, Table
from dragoman.app.desk.sheets.lines import DatedLine, dated_line
from dragoman.app.desk.sheets.marked import marks_of
from dragoman.app.desk.sheets.window import AskedWindow, Window, chosen, held, window_of
from dragoman.brief.calendar import Calendar, Unit, calendar_of, counts, end_of, of_no_side, of_side, places, unit_of
from dragoman.brief.phrases import clip, parties_of
from dragoman.brief.scene import bare_line
from dragoman.errors import UsageError
from dragoman.kinds.doers import doers_of
from dragoman.types import Entry, Marking

KINDS = ("contact", "proposal", "response", "agreement", "demand", "pledge", "action", "statement")
USUAL = ("contact", "proposal", "agreement", "action", "statement")
"""The kinds that are shown where none are asked for."""
OTHERS = "others"
TIP = 160
COLUMNS = (
    "marking", "day", "last_day", "day_is", "kind", "parties", "words", "entry", "origins", "outcome", "outlet",
    "article",
)  # fmt: skip
"""The columns of the CSV file."""


class AskedTimeline(AskedWindow, frozen=True, kw_only=True, rename="kebab"):
    """A window, the kinds (commas between), and the party that acts."""

    kind: str = ""
    party: str = ""
    limit: Annotated[int, Meta(ge=1, le=500)] = 100


class Point(Struct, frozen=True, kw_only=True):
    """Entries of one kind, period and party: how many; where it is one, which and in what words.

    `first` and `last` are the days of the period that lie in the window.
    """

    first: date
    last: date
    party: str
    kind: str
    n: int
    is_ahead: bool
    entry: str = ""
    words: str = ""


class TimelineShown(Struct, frozen=True, kw_only=True):
    """What a window holds, counted by `unit`, and the newest entries of it; `more` are left out of the list.

    An entry in which several parties act stands in the lane of each and is one in `total`.
    """

    as_of: date | None
    window: Window | None
    unit: Unit
    kinds: tuple[str, ...]
    party: str
    lanes: tuple[str, ...]
    points: tuple[Point, ...]
    lines: tuple[DatedLine, ...]
    total: int
    more: int
    undated: int
    marking: Marking


class Found(Struct, frozen=True):
    """What an address asks for: the window, the kinds, the lanes and the places of the entries in the calendar."""

    calendar: Calendar
    window: Window | None
    kinds: tuple[str, ...]
    lanes: tuple[str, ...]
    among: NDArray[np.int64]


def find(seen: Seen, asked: AskedTimeline) -> Found:
    """The entries that are asked for. UsageError for a kind or a party that is none."""
    calendar = seen.once(calendar_of)
    kinds = chosen("kind", asked.kind, KINDS) or USUAL
    if asked.party and asked.party not in (*calendar.sides, OTHERS):
        raise UsageError("party: none of that name acts in what you may see")
    lanes = (asked.party,) if asked.party else (*seen.scene.parties, OTHERS)
    among = places(calendar, date.min, date.max, kinds)
    if asked.party:
        among = lane(asked.party, among, calendar, seen)
    days = calendar.days[among]
    window = window_of(asked, seen.scene.view.as_of, days)
    low, high = held(days, window.first, window.last) if window else (0, 0)
    return Found(calendar, window, kinds, lanes, among[low:high])


def lane(party: str, among: NDArray[np.int64], calendar: Calendar, seen: Seen) -> NDArray[np.int64]:
    """The places of a party, or of those in which none of the parties acts."""
    if party == OTHERS:
        return of_no_side(calendar, among, seen.scene.parties)
    return of_side(calendar, among, party)


def make(seen: Seen, asked: AskedTimeline) -> TimelineShown:
    """The timeline of a window."""
    found = find(seen, asked)
    unit = unit_of(found.window.first, found.window.last) if found.window else "day"
    newest = found.among[::-1][: asked.limit]
    return TimelineShown(
        as_of=seen.scene.view.as_of,
        window=found.window,
        unit=unit,
        kinds=found.kinds,
        party=asked.party,
        lanes=found.lanes,
        points=tuple(points(found, unit, seen)),
        lines=tuple(dated_line(found.calendar.entries[place], seen) for place in newest),
        total=len(found.among),
        more=len(found.among) - len(newest),
        undated=found.calendar.undated,
        marking=marks_of(seen).of_all(found.calendar.entries[place] for place in found.among),
    )


def points(found: Found, unit: Unit, seen: Seen) -> Iterator[Point]:
    """The points of each lane."""
    if found.window is None:
        return
    first, last, as_of = found.window.first, found.window.last, seen.scene.view.as_of
    for party in found.lanes:
        for count in counts(found.calendar, lane(party, found.among, found.calendar, seen), unit):
            entry = found.calendar.entries[count.place] if count.n == 1 else None
            yield Point(
                first=max(count.start, first),
                last=min(end_of(count.start, unit), last),
                party=party,
                kind=count.kind,
                n=count.n,
                is_ahead=bool(as_of and count.start > as_of),
                entry=entry.id if entry else "",
                words=clip(bare_line(entry, seen.scene.year), TIP) if entry else "",
            )


def table(seen: Seen, asked: AskedTimeline) -> Table:
    """The entries of the window, the newest first."""
    found = find(seen, asked)
    marks = marks_of(seen)
    entries = found.calendar.entries
    return Table(
        COLUMNS,
        (row(entries[place], seen, marks.of(entries[place])) for place in found.among[::-1]),
        marks.of_all(entries[place] for place in found.among),
    )


def row(entry: Entry, seen: Seen, marking: Marking) -> Mapping[str, object]:
    """An entry as a row of the file."""
    one = dated_line(entry, seen)
    when = getattr(entry.record, "when", None)
    return {
        "marking": marking,
        "day": one.day,
        "last_day": (when and when.end or one.day) if one.is_known else None,
        "day_is": "its own" if one.is_known else "of the report",
        "kind": one.line.kind,
        "parties": "; ".join(parties_of(doers_of(entry.record)[0])),
        "words": one.line.text,
        "entry": one.line.entry,
        "origins": one.line.origins,
        "outcome": one.line.outcome,
        "outlet": one.line.cite.outlet,
        "article": one.line.cite.article,
    }


SHEET = Sheet(
    name="timeline",
    path="/timeline",
    title="Timeline",
    what="Contacts, proposals, agreements, actions and statements by day and party, between two days.",
    make=make,
    shown=TimelineShown,
    asked=AskedTimeline,
    is_in_menu=True,
    key="t",
    table=table,
    asks=True,
)

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
from dragoman.app.desk.sheets.window import AskedWindow, Window, chosen, window_of
from dragoman.brief.calendar import NOTHING, Found, Unit, counts, end_of, of_no_side, of_side, unit_of
from dragoman.brief.phrases import clip, parties_of
from dragoman.brief.scene import bare_line
from dragoman.errors import UsageError
from dragoman.kinds.doers import doers_of
from dragoman.ledger.dated import ALL_LANES, Lane
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


class Shown(Struct, frozen=True):
    """What an address asks for: the window, the kinds, the lanes and what was found."""

    window: Window | None
    kinds: tuple[str, ...]
    lanes: tuple[str, ...]
    found: Found


def find(seen: Seen, asked: AskedTimeline) -> Shown:
    """The entries that are asked for. UsageError for a kind or a party that is none."""
    kinds = chosen("kind", asked.kind, KINDS) or USUAL
    if asked.party not in ("", OTHERS) and not seen.index.acts(asked.party):
        raise UsageError("party: none of that name acts in what you may see")
    lanes = (asked.party,) if asked.party else (*seen.scene.parties, OTHERS)
    lane = lane_of(asked.party, seen) if asked.party else ALL_LANES
    window = window_of(asked, seen.scene.view.as_of, seen.index.days(kinds, lane))
    found = seen.index.window(window.first, window.last, kinds, lane) if window else NOTHING
    return Shown(window, kinds, lanes, found)


def lane_of(party: str, seen: Seen) -> Lane:
    """The lane of a party, or of those entries in which none of the parties acts."""
    return Lane(without=seen.scene.parties) if party == OTHERS else Lane(party)


def lane(party: str, found: Found, seen: Seen) -> NDArray[np.int64]:
    """The places of a party, or of those in which none of the parties acts."""
    if party == OTHERS:
        return of_no_side(found.calendar, found.among, seen.scene.parties)
    return of_side(found.calendar, found.among, party)


def make(seen: Seen, asked: AskedTimeline) -> TimelineShown:
    """The timeline of a window."""
    shown = find(seen, asked)
    found, window = shown.found, shown.window
    unit = unit_of(window.first, window.last) if window else "day"
    newest = found.among[::-1][: asked.limit]
    return TimelineShown(
        as_of=seen.scene.view.as_of,
        window=window,
        unit=unit,
        kinds=shown.kinds,
        party=asked.party,
        lanes=shown.lanes,
        points=tuple(points(shown, unit, seen)),
        lines=tuple(dated_line(found.calendar.entries[place], seen) for place in newest),
        total=len(found.among),
        more=len(found.among) - len(newest),
        undated=seen.index.undated(),
        marking=marks_of(seen).of_found(found),
    )


def points(shown: Shown, unit: Unit, seen: Seen) -> Iterator[Point]:
    """The points of each lane."""
    if shown.window is None:
        return
    first, last, as_of = shown.window.first, shown.window.last, seen.scene.view.as_of
    calendar = shown.found.calendar
    for party in shown.lanes:
        for count in counts(calendar, lane(party, shown.found, seen), unit):
            entry = calendar.entries[count.place] if count.n == 1 else None
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
    found = find(seen, asked).found
    marks = marks_of(seen)
    entries = found.calendar.entries
    rows = (row(entry, seen, marks.of(entry)) for place in found.among[::-1] for entry in [entries[place]])
    return Table(COLUMNS, rows, marks.of_found(found))


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

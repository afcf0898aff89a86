"""Entries by day, kind and side, sorted once, so that those of any window are found without looking at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dragoman.brief.phrases import party
from dragoman.brief.scene import Scene
from dragoman.kinds import BY_NAME
from dragoman.kinds.doers import doers_of
from dragoman.ledger.dated import Lane
from dragoman.merge.filing import day_of as day_of
from dragoman.types import Entry

KINDS = tuple(BY_NAME)
Unit = str
UNITS = ("day", "week", "month", "year")
LONGEST = {"day": 92, "week": 730, "month": 3660}
"""The most days of a window that is counted by the unit; longer ones are counted by years."""

NOWHERE: NDArray[np.int64] = np.zeros(0, dtype=np.int64)


class Calendar(Struct, frozen=True, kw_only=True, eq=False):
    """The entries that have a day, in its order, of one day by id.

    `days`: (entry,) as datetime64[D]; `kinds`: (entry,) places in `KINDS`; `is_known`: (entry,) whether the day is that
    of the thing, else that on which it became known. `sides` has the places of the entries in which a side acts, in
    their order.
    """

    entries: Sequence[Entry]
    days: NDArray[np.datetime64]
    kinds: NDArray[np.int8]
    is_known: NDArray[np.bool_]
    sides: Mapping[str, NDArray[np.int64]]
    undated: int
    """Entries without any day."""
    levels: NDArray[np.int8] | None = None
    """(entry,) places in `MARKINGS` of the most closed article of each, where that is known without reading it."""


class Days(Struct, frozen=True, eq=False):
    """Days in their order, each once, and how many things stand on those before and on it.

    `known`: (day,) as datetime64[D]; `upto`: (day + 1,), 0 first.
    """

    known: NDArray[np.datetime64]
    upto: NDArray[np.int64]

    def __len__(self) -> int:
        return int(self.upto[-1])

    def held(self, first: date, last: date) -> tuple[int, int]:
        """How many things stand before a day, and up to another one, which is no earlier."""
        low, high = bounds(self.known, first, last)
        return int(self.upto[low]), int(self.upto[high])


class Found(Struct, frozen=True, eq=False):
    """Entries that were asked for: a calendar that has them, and their places in it."""

    calendar: Calendar
    among: NDArray[np.int64]


NOTHING = Found(
    Calendar(
        entries=(),
        days=np.zeros(0, dtype="datetime64[D]"),
        kinds=np.zeros(0, dtype=np.int8),
        is_known=np.zeros(0, dtype=np.bool_),
        sides={},
        undated=0,
    ),
    NOWHERE,
)


class Count(Struct, frozen=True):
    """How many entries of a kind a period has; `place` is that of the first of them in the calendar."""

    start: date
    kind: str
    n: int
    place: int


def calendar_of(scene: Scene) -> Calendar:
    """The calendar of all that a scene has."""
    dated = []
    for entry in scene.dossier.entries:
        day, is_known = day_of(entry)
        if day is not None:
            dated.append((day, entry.id, is_known, entry))
    dated.sort(key=lambda item: item[:2])
    sides: dict[str, list[int]] = {}
    for place, (_, _, _, entry) in enumerate(dated):
        for side in {party(actor) for actor in doers_of(entry.record)[0]}:
            if side:
                sides.setdefault(side, []).append(place)
    return Calendar(
        entries=tuple(entry for *_, entry in dated),
        days=np.array([day for day, *_ in dated], dtype="datetime64[D]"),
        kinds=np.array([KINDS.index(entry.kind) for *_, entry in dated], dtype=np.int8),
        is_known=np.array([is_known for _, _, is_known, _ in dated], dtype=np.bool_),
        sides={side: np.array(places, dtype=np.int64) for side, places in sides.items()},
        undated=len(scene.dossier.entries) - len(dated),
    )


def days_of(days: NDArray[np.datetime64]) -> Days:
    """Some days, in order and each as often as something stands on it, as they are counted."""
    known, times = np.unique(days, return_counts=True)
    return counted(known, times)


def counted(known: NDArray[np.datetime64], times: NDArray[np.int64]) -> Days:
    """Days in order, each with how many things stand on it."""
    return Days(known, np.concatenate([[0], np.cumsum(times)]).astype(np.int64))


def bounds(days: NDArray[np.datetime64], first: date, last: date) -> tuple[int, int]:
    """The places between two days, both inclusive, as a half-open range."""
    low = int(np.searchsorted(days, np.datetime64(first, "D"), side="left"))
    return low, max(low, int(np.searchsorted(days, np.datetime64(last, "D"), side="right")))


def among_of(calendar: Calendar, kinds: Collection[str], lane: Lane) -> NDArray[np.int64]:
    """The places of the entries of some kinds in a lane."""
    among = places(calendar, date.min, date.max, kinds)
    if lane.side:
        among = of_side(calendar, among, lane.side)
    return of_no_side(calendar, among, lane.without) if lane.without else among


def places(calendar: Calendar, first: date, last: date, kinds: Collection[str]) -> NDArray[np.int64]:
    """The places of the entries of some kinds between two days, both inclusive, in their order."""
    low, high = bounds(calendar.days, first, last)
    wanted = np.isin(calendar.kinds[low:high], [KINDS.index(kind) for kind in kinds])
    return np.flatnonzero(wanted) + low


def of_side(calendar: Calendar, among: NDArray[np.int64], side: str) -> NDArray[np.int64]:
    """Those of some places at which a side acts."""
    return np.intersect1d(among, _near(calendar, among, side), assume_unique=True)


def of_no_side(calendar: Calendar, among: NDArray[np.int64], sides: Sequence[str]) -> NDArray[np.int64]:
    """Those of some places at which none of some sides acts."""
    held = [_near(calendar, among, side) for side in sides]
    return np.setdiff1d(among, np.concatenate(held), assume_unique=False) if held else among


def _near(calendar: Calendar, among: NDArray[np.int64], side: str) -> NDArray[np.int64]:
    """The places of a side between the first and the last of some others: of a long calendar a small part."""
    mine = calendar.sides.get(side, NOWHERE)
    if not len(among):
        return NOWHERE
    low, high = np.searchsorted(mine, among[0], side="left"), np.searchsorted(mine, among[-1], side="right")
    return mine[low:high]


def unit_of(first: date, last: date) -> Unit:
    """The unit by which a window is counted: some hundred periods at most, but for centuries."""
    return next((unit for unit, most in LONGEST.items() if (last - first).days < most), "year")


def counts(calendar: Calendar, among: NDArray[np.int64], unit: Unit) -> tuple[Count, ...]:
    """How many entries each period and kind has among some places, in the order of the periods."""
    if not len(among):
        return ()
    starts = starts_of(calendar.days[among], unit)
    keys = starts.astype(np.int64) * len(KINDS) + calendar.kinds[among]
    found, at, n = np.unique(keys, return_index=True, return_counts=True)
    kinds, days = found % len(KINDS), starts[at].astype(object)
    return tuple(
        Count(day, KINDS[kind], int(number), int(place))
        for day, kind, number, place in zip(days, kinds, n, among[at], strict=True)
    )


def starts_of(days: NDArray[np.datetime64], unit: Unit) -> NDArray[np.datetime64]:
    """The first day of the period of each day; weeks begin on Monday."""
    if unit == "week":
        number = days.astype(np.int64)  # of 1 January 1970, a Thursday, it is 0
        return ((number + 3) // 7 * 7 - 3).astype("datetime64[D]")
    codes = {"day": "D", "month": "M", "year": "Y"}
    return days.astype(f"datetime64[{codes[unit]}]").astype("datetime64[D]")


def end_of(start: date, unit: Unit) -> date:
    """The last day of the period that begins on a day."""
    if unit == "day":
        return start
    if unit == "week":
        return date.fromordinal(min(start.toordinal() + 6, date.max.toordinal()))
    month = 12 if unit == "year" else start.month
    after = date(start.year + month // 12, month % 12 + 1, 1) if (start.year, month) < (9999, 12) else date.max
    return after if after == date.max else date.fromordinal(after.toordinal() - 1)

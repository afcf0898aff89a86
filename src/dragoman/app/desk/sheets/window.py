"""The days that a plot shows: chosen in the address, moved and narrowed by links."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import numpy as np
from msgspec import Struct

from dragoman.app.desk.sheet import Asked
from dragoman.brief.calendar import Days, bounds
from dragoman.errors import UsageError

USUAL = 76
"""Days before the day of the page that a plot begins with where no window is asked for."""
AHEAD = 14
"""Days after it: what is planned."""
LEAST, MOST = date.min.toordinal(), date.max.toordinal()
SHORTEST = 6
FEW, MOST_A_DAY = 12, 4
"""Things in fewer than which nothing is to be seen: the page then begins where there were more."""


class AskedWindow(Asked, frozen=True, kw_only=True, rename="kebab"):
    """Between which days, both inclusive."""

    first: date | None = None
    last: date | None = None


class Step(Struct, frozen=True):
    """Another window, and what it is called."""

    name: str
    first: date
    last: date


class Window(Struct, frozen=True):
    """The days that are shown, both inclusive, and the windows that one gets to from there.

    `earlier` and `later` count what is asked for and lies before and after them.
    """

    first: date
    last: date
    steps: tuple[Step, ...]
    earlier: int = 0
    later: int = 0


def window_of(asked: AskedWindow, as_of: date | None, days: Days) -> Window | None:
    """The window that is asked for, else one in which something was going on; None where nothing has a day.

    UsageError where the last day is before the first.
    """
    if not len(days):
        return None
    whole = (_day(days.known[0]), _day(days.known[-1]))
    if asked.first is None and asked.last is None:
        first, last = busy_window(days, as_of or whole[1])
    else:
        first, last = ends(asked, as_of or whole[1], whole)
    if last < first:
        raise UsageError("last: the last day is before the first")
    low, high = days.held(first, last)
    return Window(first, last, steps(first, last, whole), low, len(days) - high)


def ends(asked: AskedWindow, today: date, whole: tuple[date, date]) -> tuple[date, date]:
    """The days that are asked for; where one end isn't, that of a quarter of a year."""
    last = asked.last or max(shifted(today, AHEAD), shifted(asked.first or today, AHEAD))
    if asked.last is None and whole[1] < last:
        last = max(whole[1], today, asked.first or today)
    return asked.first or min(max(shifted(last if asked.last else today, -USUAL), whole[0]), last), last


def busy_window(days: Days, today: date) -> tuple[date, date]:
    """A quarter of a year up to the day of the page and a little ahead, as far as there is something.

    Where that holds fewer than `FEW` things and an earlier quarter more, the last one that has so many, or the most. A
    day counts as `MOST_A_DAY` things at most: one long article is no busy time.
    """
    known, times = days.known, np.diff(days.upto)
    low, high = bounds(known, shifted(today, -USUAL), shifted(today, AHEAD))
    told = np.concatenate([[0], np.cumsum(np.minimum(times, MOST_A_DAY))])
    begun = np.searchsorted(known, known - np.timedelta64(USUAL, "D"), side="left")
    counts = told[1:] - told[begun]
    now = int(told[high] - told[low])
    if now < min(FEW, int(told[-1])):
        best = int(np.flatnonzero(counts >= min(FEW, counts.max()))[-1])
        if counts[best] > now:
            return _day(known[begun[best]]), _day(known[best])
    return _day(known[low]), max(_day(known[high - 1]), min(today, _day(known[-1])))


def _day(day: np.datetime64) -> date:
    found: date = day.astype(object)
    return found


def steps(first: date, last: date, whole: tuple[date, date]) -> tuple[Step, ...]:
    """Half a window earlier and later, half of it, twice as much, and all there is."""
    length = (last - first).days
    half = max(length // 2, 1)
    narrow, wide = (length - max(length // 2, SHORTEST)) // 2, max(length // 2, 1)
    found = [Step("Earlier", shifted(first, -half), shifted(last, -half))]
    if narrow > 0:
        found.append(Step("Closer", shifted(first, narrow), shifted(last, -narrow)))
    found += [
        Step("Wider", shifted(first, -wide), shifted(last, wide)),
        Step("Later", shifted(first, half), shifted(last, half)),
        Step("All", *whole),
    ]
    return tuple(found)


def shifted(day: date, days: int) -> date:
    """A day so many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, LEAST), MOST))


def chosen(name: str, words: str, known: Collection[str]) -> tuple[str, ...]:
    """The names that stand in an address with commas between, each one that is known, in the known order.

    UsageError for one that is none.
    """
    asked = {word.strip() for word in words.split(",") if word.strip()}
    if asked - set(known):
        raise UsageError(f"{name}: there is none of that name; there are {', '.join(known)}")
    return tuple(one for one in known if one in asked)

"""The days that a plot shows: chosen in the address, moved and narrowed by links."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from msgspec import Struct

from dragoman.app.desk.sheet import Asked
from dragoman.brief.calendar import Calendar
from dragoman.errors import UsageError

USUAL = 76
"""Days before the day of the page that a plot begins with where no window is asked for."""
AHEAD = 14
"""Days after it: what is planned."""
LEAST, MOST = date.min.toordinal(), date.max.toordinal()
SHORTEST = 6


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
    """The days that are shown, both inclusive, and the windows that one gets to from there."""

    first: date
    last: date
    steps: tuple[Step, ...]


def window_of(asked: AskedWindow, as_of: date | None, calendar: Calendar) -> Window | None:
    """The window that is asked for, else a quarter of a year up to the day of the page; None where nothing has a day.

    UsageError where the last day is before the first.
    """
    if not len(calendar.days):
        return None
    earliest, latest = calendar.days[0].astype(object), calendar.days[-1].astype(object)
    today = as_of or latest
    last = asked.last or max(shifted(today, AHEAD), shifted(asked.first or today, AHEAD))
    if asked.last is None and latest < last:
        last = max(latest, today, asked.first or today)
    first = asked.first or min(max(shifted(last if asked.last else today, -USUAL), earliest), last)
    if last < first:
        raise UsageError("last: the last day is before the first")
    return Window(first, last, steps(first, last, (earliest, latest)))


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

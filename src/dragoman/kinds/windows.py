"""Days and durations that can or cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from math import inf

from dragoman.types import DurationMod, When

EXACT_DAYS = 7
"""A window of up to a week is close enough to tell two events of the same parties apart."""
ROUGHLY = 0.15
"""How far two lengths may lie apart and still be roundings of one: "90 minutes" and "an hour and 40 minutes"."""
LENGTH = re.compile(r"^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
MINUTES = (525_600.0, 43_200.0, 10_080.0, 1_440.0, 60.0, 1.0, 1 / 60)


def is_dated(when: When | None) -> bool:
    """Whether any day is known."""
    return when is not None and (when.start is not None or when.end is not None)


def first_day(when: When) -> date:
    """The first day that is possible; an open start is the beginning of time."""
    return when.start or date.min


def last_day(when: When) -> date:
    """The last day that is possible; an open end is the end of time."""
    return when.end or date.max


def days_long(when: When | None) -> int:
    """Days in the window, both ends counted; a very large number where an end is open or nothing is known."""
    return (last_day(when) - first_day(when)).days + 1 if when and is_dated(when) else date.max.toordinal()


def is_close(when: When | None) -> bool:
    """Whether the window tells events apart: at most a week long."""
    return days_long(when) <= EXACT_DAYS


def overlap_in_time(a: When | None, b: When | None) -> bool:
    """Whether both are dated and some day lies in both windows."""
    if a is None or b is None or not is_dated(a) or not is_dated(b):
        return False
    return first_day(a) <= last_day(b) and first_day(b) <= last_day(a)


def apart_in_time(a: When | None, b: When | None) -> bool:
    """Whether both are dated and no day lies in both; an unknown day is never apart."""
    return is_dated(a) and is_dated(b) and not overlap_in_time(a, b)


def contains(a: When, b: When) -> bool:
    """Whether the window `a` has every day of `b`."""
    return first_day(a) <= first_day(b) and last_day(b) <= last_day(a)


def windows_agree(a: When, b: When) -> bool:
    """Whether both can be true of one thing: a hedge or an unknown end, or one inside the other."""
    return a.approx or b.approx or contains(a, b) or contains(b, a)


def tightest(windows: Iterable[When | None]) -> When | None:
    """The shortest window, the first of equals; an exact one before a hedged one of the same length."""
    dated = [when for when in windows if is_dated(when)]
    return min(dated, key=lambda when: (days_long(when), bool(when and when.approx)), default=None)


# ---- durations ------------------------------------------------------------------------------------------------------


def minutes(length: str | None) -> tuple[float, float] | None:
    """The shortest and longest minutes of an ISO 8601 duration or range; None when it is neither.

    >>> minutes("PT1H30M"), minutes("PT5M/PT10M")
    ((90.0, 90.0), (5.0, 10.0))
    """
    ends = [_minutes(part) for part in (length or "").split("/")]
    known = [end for end in ends if end is not None]
    return (min(known), max(known)) if known and len(known) == len(ends) else None


def _bounds(length: str, mod: DurationMod | None) -> tuple[float, float] | None:
    """The shortest and longest minutes with what the hedge leaves open: "more than two hours" can be any longer."""
    ends = minutes(length)
    if ends is None or mod is None:
        return ends
    return (ends[0], inf) if mod in {"MORE_THAN", "EQUAL_OR_MORE"} else (0.0, ends[1]) if mod != "APPROX" else ends


def _minutes(length: str) -> float | None:
    found = LENGTH.match(length)
    if not found or not any(found.groups()):
        return None
    return sum(int(number) * unit for number, unit in zip(found.groups(), MINUTES, strict=True) if number)


def lengths_agree(a: str, b: str, mods: tuple[DurationMod | None, DurationMod | None] = (None, None)) -> bool:
    """Whether two durations, with their hedges, are roundings of one, or one is a range that holds the other."""
    one, other = _bounds(a, mods[0]), _bounds(b, mods[1])
    if one is None or other is None:
        return a == b
    return one[0] <= other[1] * (1 + ROUGHLY) and other[0] <= one[1] * (1 + ROUGHLY)


HEDGES: dict[DurationMod, str] = {
    "MORE_THAN": "more than ",
    "LESS_THAN": "less than ",
    "EQUAL_OR_MORE": "at least ",
    "EQUAL_OR_LESS": "at most ",
    "APPROX": "about ",
}
"""How a line tells the hedge of a duration."""


def length_in_words(length: str, mod: DurationMod | None = None) -> str:
    """A duration as a reader would write it, with its hedge; unreadable ones as they are.

    >>> length_in_words("PT150M"), length_in_words("P30D"), length_in_words("PT5M/PT10M")
    ('2 and a half hours', '30 days', '5 minutes to 10 minutes')
    >>> length_in_words("PT2H", "MORE_THAN"), length_in_words("P1D"), length_in_words("PT24H")
    ('more than 2 hours', '1 day', '24 hours')
    """
    return (HEDGES[mod] if mod else "") + " to ".join(_in_words(part) for part in length.split("/"))


def _in_words(length: str) -> str:
    total = _minutes(length)
    if total is None:
        return length
    if total > 120 and total % 60 == 30:
        return f"{int(total // 60)} and a half hours"
    fewest = 2_880 if "T" in length else 1_440  # who says "24 hours" doesn't say "a day"
    for unit, size, least in (("day", 1_440, fewest), ("hour", 60, 60), ("minute", 1, 1)):
        if total >= least and total % size == 0:
            count = int(total // size)
            return f"{count} {unit}" + ("s" if count != 1 else "")
    return length

"""A time as one string of EDTF, the dates of ISO 8601-2: the form in which catalogues and archives keep dates in doubt.

Level 1 of the specification of the Library of Congress, 4 February 2019 (https://www.loc.gov/standards/datetime/).
"""

from __future__ import annotations

import re

from dragoman.annotate.times.spans import value_span
from dragoman.types import Timex, When

CODEBOOK = "EDTF, ISO 8601-2, level 1 of the Library of Congress's specification of 4 February 2019"

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
"""Spring to winter: what EDTF has in the place of a month."""
SHORT = re.compile(r"(\d{4})-(SP|SU|FA|WI)|(\d{4}(?:-\d\d)?)|(\d{3})")
"""Values with a form of their own in EDTF: a season, a year or month, a decade."""
CENTURY = re.compile(r"\d\d")
BEFORE_CHRIST = re.compile(r"BC(\d{4})(-\d\d)?(-\d\d)?")
OPEN = ".."


def edtf(time: Timex | When) -> str | None:
    """The days that a time means; None where nothing is known of them, and of what comes back ("every Friday").

    Days are inclusive at both ends; an interval is where the thing lies, not how long it takes, and the two ends of a
    written range give the whole range. `..` stands at an end that is open or unknown, `~` at every day that is only
    about. The hour of a time of day is left out: EDTF wants seconds, which no one said. Quarters, halves and weeks,
    for which level 1 has no form, are intervals.

    >>> from datetime import date
    >>> from dragoman.annotate.times import find_times
    >>> [edtf(time) for time in find_times("They met in March, spring 2030 and last week.", date(2031, 3, 5))]
    ['2031-03', '2030-21', '2031-02-24/2031-03-02']
    """
    if isinstance(time, When):
        return _days(time)
    if time.type == "SET":
        return None
    if time.window is None:
        return _without_days(time)
    return _short(time.value, time.window) or _days(time.window)


def _days(when: When) -> str | None:
    """A day, a whole month, a whole year, or the interval from day to day."""
    start, end, about = when.start, when.end, "~" if when.approx else ""
    if start is None and end is None:
        return None
    if start is None or end is None:
        return f"{f'{start}{about}' if start else OPEN}/{f'{end}{about}' if end else OPEN}"
    for whole in (start.isoformat(), start.isoformat()[:7], start.isoformat()[:4]):
        if value_span(whole) == (start, end):
            return f"{whole}{about}"
    return f"{start}{about}/{end}{about}"


def _short(value: str, window: When) -> str | None:
    """The short form of a value whose days are just the window's; None where "since", "early" or "by" moved them."""
    match = SHORT.fullmatch(value)
    if match is None or value_span(value) != (window.start, window.end):
        return None
    year, season, plain, decade = match.groups()
    if decade:
        return None if window.approx else f"{decade}X"  # level 1 has no "about" beside an X
    return (f"{year}-{SEASONS[season]}" if season else plain) + ("~" if window.approx else "")


def _without_days(time: Timex) -> str | None:
    """Of what has no window only centuries and years before Christ, which say their time themselves.

    The year 0000 of ISO 8601 is 1 BC, so 44 BC is -0043.
    """
    if time.type != "DATE" or time.mod is not None:
        return None
    if CENTURY.fullmatch(time.value):
        return f"{time.value}XX"
    match = BEFORE_CHRIST.fullmatch(time.value)
    if match is None or match[1] == "0000":
        return None
    year = int(match[1]) - 1
    return f"{'-' if year else ''}{year:04d}{match[2] or ''}{match[3] or ''}"

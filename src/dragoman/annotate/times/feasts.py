"""Days that have a name: Christmas, Easter, Election Day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dragoman.annotate.times.context import Context
from dragoman.annotate.times.days import year_of
from dragoman.annotate.times.found import Found, dated
from dragoman.annotate.times.rules import Match, time_table
from dragoman.annotate.times.spans import week_value
from dragoman.annotate.times.story import told_year
from dragoman.annotate.times.tense import direction

JULIAN_LAG = 13
"""Days that the Julian calendar lies behind the Gregorian, 1900 to 2099."""


@cache
def feast_rules() -> dict[str, str]:
    """The rule of each named day, as data/times/feasts.toml gives it."""
    return {word: row.means for row in time_table("feasts") for word in row.words}


def feast_day(rule: str, year: int) -> date:
    """The day of a feast in a year.

    >>> feast_day("easter+0", 2025), feast_day("11-4-3", 2025), feast_day("election", 2024)
    (datetime.date(2025, 4, 20), datetime.date(2025, 11, 27), datetime.date(2024, 11, 5))
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if rule.startswith("orthodox"):
        return orthodox_easter(year) + timedelta(days=int(rule.removeprefix("orthodox")))
    if rule == "election":
        return nth_weekday(year, 11, 1, 0) + timedelta(days=1)
    numbers = [int(part) for part in rule.split("-")]
    return date(year, *numbers) if len(numbers) == 2 else nth_weekday(year, *numbers)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth such weekday (0: Monday) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (anonymous Gregorian computus; Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, as a Gregorian date (Julian computus; Meeus, ch. 8)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=JULIAN_LAG)


def read_feast(match: Match, context: Context) -> Found | None:
    """ "on Christmas Eve", "Election Day 2024", "Easter week": the nearest one, or that of the year beside it."""
    rule = feast_rules().get(match.parts["feast"])
    if rule is None:
        return None
    is_week = bool(match.parts.get("week"))
    if not match.parts.get("year") and context.published is None:
        return Found(type="DATE", value="XXXX-WXX" if is_week else "XXXX-XX-XX")
    day = feast_day(rule, _year_meant(rule, match, context))
    return dated(week_value(day) if is_week else day.isoformat(), explicit=bool(match.parts.get("year")))


def _year_meant(rule: str, match: Match, context: Context) -> int:
    """The year written beside the feast, the one that the text tells of, or that of the nearest such day."""
    if match.parts.get("year"):
        return int(match.parts["year"])
    assert context.published is not None
    near = feast_day(rule, context.published.year)
    which = match.parts.get("which", "")
    if which in {"last", "this past"}:
        return near.year - int(near >= context.published)
    if which in {"next", "this coming"}:
        return near.year + int(near <= context.published)
    told = told_year(near.month, match, context) if context.is_history else None
    if told is not None:
        return told
    return year_of(near.month, near.day, direction(context, match.start, match.end), context.published)

"""Days behind a TIMEX3 value, and weeks, months and years counted from a day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "this": 0,
         "current": 0, "same": 0, "that": 0, "before last": -2, "after next": 2}  # fmt: skip
"""How many weeks, months or years a word counts on from that of publication."""
VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)(-WE)?|-Q(\d)|-H(\d)|-(SP|SU|FA|WI))?(?:T.*)?")


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its short form."""
    return MONTHS.index(name.strip(". ").lower()[:3]) + 1


def shift_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month where it has no such day."""
    month = day.year * 12 + day.month - 1 + months
    year, number = divmod(month, 12)
    return date(year, number + 1, min(day.day, calendar.monthrange(year, number + 1)[1]))


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def week_value(day: date) -> str:
    """The ISO week of a day, as TIMEX3 writes it ("2031-W10")."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def unit_value(unit: str, base: date, step: int) -> str:
    """The value of the week, month, quarter, year, decade or century so many steps from that of `base`."""
    match unit:
        case "week":
            return week_value(monday_of(base) + timedelta(weeks=step))
        case "month":
            return shift_months(base, step).isoformat()[:7]
        case "quarter":
            day = shift_months(base, 3 * step)
            return f"{day.year}-Q{(day.month - 1) // 3 + 1}"
        case "decade":
            return str(base.year // 10 + step)
        case "century":
            return str(base.year // 100 + step)
        case _:
            return f"{base.year + step:04d}"


def month_span(first_year: int, first_month: int, months: int) -> tuple[date, date]:
    """So many whole months."""
    start = date(first_year, first_month, 1)
    return start, shift_months(start, months) - timedelta(days=1)


def value_span(value: str) -> tuple[date, date] | None:
    """The first and last day of a value; None for references, durations and values with open places.

    >>> value_span("2031-W10")
    (datetime.date(2031, 3, 3), datetime.date(2031, 3, 9))
    """
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    match = VALUE.fullmatch(value)
    if not match:
        return None
    year, month, day, week, weekend, quarter, half, season = match.groups()
    try:
        return (
            _span_of(int(year), month, day, week, weekend)
            if not (quarter or half or season)
            else _part_of_year(int(year), quarter, half, season)
        )
    except ValueError:
        return None  # "February 30", "week 60": no such day


def _span_of(year: int, month: str | None, day: str | None, week: str | None, weekend: str | None) -> tuple[date, date]:
    if day and month:
        return date(year, int(month), int(day)), date(year, int(month), int(day))
    if month:
        return month_span(year, int(month), 1)
    if week:
        monday = date.fromisocalendar(year, int(week), 1)
        return (monday + timedelta(days=5) if weekend else monday), monday + timedelta(days=6)
    return date(year, 1, 1), date(year, 12, 31)


def _part_of_year(year: int, quarter: str | None, half: str | None, season: str | None) -> tuple[date, date]:
    if quarter:
        return month_span(year, int(quarter) * 3 - 2, 3)
    if half:
        return month_span(year, int(half) * 6 - 5, 6)
    return month_span(year, SEASONS[season or "SP"][0], 3)


MONTH, SEASON = 27, 92
"""Days from the first to the last day of the shortest month, and one more than of the longest quarter."""


def _third_of_months(start: date, end: date, mod: str | None) -> tuple[date, date]:
    """Of a month the days to the 10th, to the 20th and from the 21st; of a season its first, second or third month."""
    is_month = (end - start).days < 2 * MONTH
    first = start.replace(day=10) if is_month else shift_months(start, 1) - timedelta(days=1)
    last = start.replace(day=21) if is_month else shift_months(start, 2)
    match mod:
        case "START":
            return start, first
        case "END":
            return last, end
        case "MID":
            return first + timedelta(days=1), last - timedelta(days=1)
        case _:
            return start, end


def narrowed(span: tuple[date, date], mod: str | None) -> tuple[date, date]:
    """The first, middle or last third of a span for "early", "mid" and "late"."""
    start, end = span
    third = timedelta(days=max(0, (end - start).days // 3))
    if start.day == 1 and MONTH <= (end - start).days < SEASON:
        return _third_of_months(start, end, mod)
    match mod:
        case "START":
            return start, start + third
        case "END":
            return end - third, end
        case "MID":
            return start + third, end - third
        case _:
            return span

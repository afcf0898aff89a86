"""Dates of publication as publishers write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate

ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
MONTH_FIRST = re.compile(r"\b([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\.?,? (\d{4})\b")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\b")


def read_day(words: str) -> date | None:
    """The day that `words` name, in the publisher's own zone: the day as it is written, never moved to UTC.

    ISO dates and times, RFC 822, "March 17, 2025", "17 March 2025", "17.03.2025". None when they name no single day,
    and for "03/04/2025", which is two days, one on each side of the Atlantic.

    >>> read_day("2031-03-16T23:30:00-04:00")
    datetime.date(2031, 3, 16)
    """
    words = words.strip()
    if found := ISO.match(words):
        return day_of(int(found[1]), int(found[2]), int(found[3]))
    if found := DOTTED.match(words):
        return day_of(int(found[3]), int(found[2]), int(found[1]))
    if found := MONTH_FIRST.search(words):
        return day_of(int(found[3]), month_of(found[1]), int(found[2]))
    if found := DAY_FIRST.search(words):
        return day_of(int(found[3]), month_of(found[2]), int(found[1]))
    posted = parsedate(words)
    return day_of(*posted[:3]) if posted else None


def month_of(name: str) -> int:
    """The month of an English name or its abbreviation, 1 to 12; 0 when it is none."""
    name = "Sep" if name == "Sept" else name
    try:
        return datetime.strptime(name, "%b" if len(name) == 3 else "%B").month
    except ValueError:
        return 0


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None when the calendar has none such or no newspaper was printed yet."""
    if year < 1600:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None

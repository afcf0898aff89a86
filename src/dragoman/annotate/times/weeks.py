"""With which day an outlet's week begins, and which days "this week" then means."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from urllib.parse import urlsplit

from msgspec import structs

from dragoman.annotate.times.context import Context
from dragoman.annotate.times.found import Found, dated
from dragoman.annotate.times.rules import Match, time_table
from dragoman.annotate.times.seasons import edge_of
from dragoman.annotate.times.spans import WEEKDAYS, narrowed, week_value
from dragoman.annotate.times.tense import direction

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
MIDDLE = 3
"""Days from the first of a week to its middle, which lies in the ISO week that the week is called by."""


@cache
def week_begins(outlet: str, url: str = "") -> int:
    """The first day of the week where the outlet writes, 0 for Monday: by its name or address; Monday where unknown.

    >>> week_begins("The White House"), week_begins("Kyiv Post"), week_begins("Tehran Times")
    (6, 0, 5)
    """
    host = urlsplit(url).hostname or ""
    for row in time_table("weeks"):
        for word in row.words:
            if host.endswith(word) if word.startswith(".") else re.search(rf"(?<!\w){re.escape(word)}(?!\w)", outlet):
                return WEEKDAYS.index(row.means)
    return MONDAY


def week_of(day: date, first_weekday: int, step: int = 0) -> tuple[date, date]:
    """The first and last day of the week so many weeks from that of `day`."""
    first = day - timedelta(days=(day.weekday() - first_weekday) % 7) + timedelta(weeks=step)
    return first, first + timedelta(days=6)


def value_of_week(week: tuple[date, date]) -> str:
    """The ISO week that a week is called by ("2031-W10"): that of its middle."""
    return week_value(week[0] + timedelta(days=MIDDLE))


STEPS_OF_WEEKS = frozenset({"last", "this", "next", "current", "coming", "before last", "after next"})
"""Words that count weeks from that of publication."""


def read_week(match: Match, context: Context, step: int) -> Found:
    """ "This week", "last week", "next week", by the week of the outlet.

    On a Sunday, and on a Saturday that begins the outlet's week, each can mean two weeks. "This week", said of what
    lies ahead, is the one that comes, of what is behind the one that ends there (ISO 8601); "next week" is the one that
    begins with the Monday, "last week" on a Sunday the last one that is over.
    """
    published, which = context.published, match.parts["which"]
    assert published is not None
    first, day = context.first_weekday, published.weekday()
    week = week_of(published, first, step)
    has_begun = MONDAY < first <= day
    if which not in {"this", "next", "last"} or not (day == SUNDAY or has_begun):
        return _of_week(week, match, context, ())
    ending, coming = week_of(published, MONDAY, step), week_of(published, MONDAY, step + 1)
    if which == "this":
        ahead = week if has_begun else coming
        is_ahead = direction(context, match.start, match.end) > 0 and match.parts.get("edge") != "earlier"
        return _of_week(ahead, match, context, (ending,)) if is_ahead else _of_week(ending, match, context, (ahead,))
    if not has_begun:
        return _of_week(ending, match, context, ())
    is_over = which == "last" and day == first == SUNDAY
    return _of_week(week if is_over else ending, match, context, (ending, week))


def _of_week(week: tuple[date, date], match: Match, context: Context, others: tuple[tuple[date, date], ...]) -> Found:
    """A week as a time, with the other weeks that its words can mean."""
    mod = edge_of(match)
    found = structs.replace(dated(value_of_week(week), mod=mod), window=narrowed(week, mod))
    if match.parts["which"] in {"this", "current"}:
        found = current(found, week, match, context)
    return structs.replace(found, others=tuple(other for other in others if other != week))


def current(found: Found, whole: tuple[date, date] | None, match: Match, context: Context) -> Found:
    """ "this week": of what is behind up to publication; "earlier this week" ends, "later this week" begins there."""
    edge, published = match.parts.get("edge", ""), context.published
    if whole is None or published is None or not whole[0] <= published <= whole[1]:
        return found
    start, end = whole
    if edge == "earlier":
        end = max(start, published - timedelta(days=1))
    elif edge == "later":
        start = published
    elif not edge and direction(context, match.start, match.end) < 0:
        end = published
    else:
        return found
    return structs.replace(found, window=(start, end), approx=False, vagueness=1)

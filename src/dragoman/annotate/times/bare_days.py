"""Reader of days of which only the number is written: "on the 11th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dragoman.annotate.times.context import AHEAD_ROLES, Context, role_before, sentence_around
from dragoman.annotate.times.days import NEAR_DAYS
from dragoman.annotate.times.found import Found, dated
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.tense import direction

WILL = re.compile(r"\bwill\b|[’']ll\b")
"""What lets the day lie ahead, whatever looks like a past verb behind it."""
MONTHS_AROUND = (-2, -1, 0, 1, 2)
MONTHS_IN_A_YEAR = 12


def read_bare_day(match: Match, context: Context) -> Found | None:
    """ "On the 11th": the last such day for past words, the next for future ones, else the nearest to publication.

    In a text that tells of days far from its own publication it is the next such day after the one told last.
    """
    day = int(match.parts["dayno"])
    published, told = context.published, context.last
    if told is not None and (published is None or context.is_history or abs((told - published).days) > NEAR_DAYS):
        return _found(next((each for each in _days_around(day, told) if each >= told), None))
    if published is None:
        return Found(type="DATE", value=f"XXXX-XX-{day:02d}")
    around = list(_days_around(day, published))
    is_ahead = role_before(context, match.start) in AHEAD_ROLES | {"by"}
    sign = 1 if is_ahead else direction(context, match.start, match.end)
    if sign < 0 and WILL.search(context.text, sentence_around(context.text, match.start, match.end)[0], match.start):
        sign = 0  # "that'll be a detailed talk on the 15th"
    if sign > 0:
        return _found(next((each for each in around if each >= published), None))
    if sign < 0:
        return _found(max((each for each in around if each <= published), default=None))
    return _found(min(around, key=lambda each: abs((each - published).days)))


def _found(day: date | None) -> Found | None:
    return dated(day.isoformat()) if day is not None else None


def _days_around(number: int, seen_from: date) -> Iterator[date]:
    """The days of this number in the months around, in order; a month that is too short has none."""
    for step in MONTHS_AROUND:
        year, month = divmod(seen_from.year * MONTHS_IN_A_YEAR + seen_from.month - 1 + step, MONTHS_IN_A_YEAR)
        try:
            yield date(year, month + 1, number)
        except ValueError:
            continue

"""The year of a month or day written without one, from the dates told before it.

News dates what it tells from the day of publication. A history tells it in order: "In November 1911 ... in March";
there the last date told gives the year, and the next date is more often later than earlier (the narrative strategy of
Strötgen and Gertz, HeidelTime, SemEval 2010).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from dragoman.annotate.times.context import SENTENCE_END, Context
from dragoman.annotate.times.found import Found, dated
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.spans import month_number
from dragoman.annotate.times.tense import direction

FEWEST_DATES, DATES_TO_A_NEARBY_WORD = 8, 4
"""A history has at least so many dates with their years, and so many times as many as words like "yesterday"."""
NEARBY = frozenset({"weekday", "day.near", "day.this_part", "day.weekend"})
"""Rows whose expressions are dated from the day of telling."""
BACKWARD_COST = 1.5
"""How much farther off a date before the last one told is, compared with one as far behind it."""
REACH = 160
"""Code points within one sentence in which a year of the past holds for the months behind it, in news."""


def is_history(matches: Sequence[Match]) -> bool:
    """Whether the text dates by years and not from the day of its telling."""
    written = sum(len(match.parts.get("year", "")) == 4 for match in matches)
    nearby = sum(match.rule.id in NEARBY or match.parts.get("which") in {"this", "last", "next"} for match in matches)
    return written >= FEWEST_DATES and written >= DATES_TO_A_NEARBY_WORD * nearby


def told_year(month: int, match: Match, context: Context) -> int | None:
    """The year that the dates told before give a month; None when they give none, so that publication does."""
    named = context.named
    if named is None or not (context.is_history or _holds(match, context)):
        return None
    if context.named_value == f"{named.year:04d}":
        return named.year
    years = (named.year, named.year + 1, named.year - 1)
    return min(years, key=lambda year: _cost((year - named.year) * 12 + month - named.month))


def _cost(months: int) -> float:
    return months if months >= 0 else -months * BACKWARD_COST


def _holds(match: Match, context: Context) -> bool:
    """Whether a year of the past that stands close before holds here too ("In 2024 they met again on June 3")."""
    if context.published is None or context.year is None or context.year >= context.published.year:
        return False
    if match.start - context.year_end > REACH:
        return False
    between = context.text[context.year_end : match.start]
    return not SENTENCE_END.search(between) and direction(context, match.start, match.end) < 0


# ---- dates of histories ----------------------------------------------------------------------------------------------

YEAR_STEPS = {"the following": 1, "the next": 1, "the previous": -1}


def read_month_of_told_year(match: Match, context: Context) -> Found | None:
    """ "in August of that year", "May 3 of the following year": counted from the last date told."""
    parts = match.parts
    month, day = month_number(parts["month"]), parts.get("dayno") or ""
    rest = f"-{month:02d}" + (f"-{int(day):02d}" if day else "")
    base = context.named or context.published
    if base is None:
        return Found(type="DATE", value="XXXX" + rest)
    found = dated(f"{base.year + YEAR_STEPS.get(parts['which'], 0):04d}{rest}")
    return structs.replace(found, basis="earlier")


def read_before_christ(match: Match, context: Context) -> Found | None:
    """ "480 BC": its value, "BC0480"; no window, since days are counted from the year 1."""
    return Found(type="DATE", value=f"BC{int(match.parts['before']):04d}")

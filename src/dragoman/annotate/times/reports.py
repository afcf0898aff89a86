"""The quarter that a text reports on, and what "a year earlier" means beside its figures."""

from __future__ import annotations

import re
from datetime import date

from dragoman.annotate.times.context import WORD, Context, sentence_around, words_of
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.spans import value_span
from dragoman.annotate.times.tense import direction

PERIOD = re.compile(r"(\bmonths\b)|quarter\b|\bperiod\b", re.IGNORECASE)
"""What figures are told of: so many months of the year, or a quarter."""
REACH, AHEAD = 250, 60
"""Code points before and after an expression in which it is looked for what its figures are told of."""


def is_reported_quarter(match: Match, span: tuple[date, date], context: Context) -> bool:
    """Whether it is the quarter that the text reports on: named without its year and over, or the first told as past.

    A quarter before the one reported on is only compared with it; one of a fiscal year is another's report.
    """
    is_named = match.rule.read == "quarter" and not match.parts.get("year") and not match.parts.get("relyear")
    if not is_named or context.published is None or span[0] > context.published:
        return False
    told = value_span(context.quarter)
    if told and span[0] < told[0] and "fiscal" not in context.text[match.start : match.end].lower():
        return False
    return span[1] <= context.published or (told is None and direction(context, match.start, match.end) < 0)


def is_beside_figures(match: Match, context: Context) -> bool:
    """Whether a figure is compared with that of a year ago: words such as "from" before, or "earned" behind, say so."""
    left, right = sentence_around(context.text, match.start, match.end)
    before = {word.lower() for word in WORD.findall(context.text, left, match.start)}
    if before:
        return bool(before & words_of("compared"))
    behind = {word.lower() for word in WORD.findall(context.text, match.end, min(right, match.end + AHEAD))}
    return bool(behind & words_of("earned"))


def tells_months(match: Match, context: Context) -> bool:
    """Whether the figures are those of so many months ("in the first nine months"), and not of a quarter."""
    start = max(context.text.rfind("\n", 0, match.start) + 1, match.start - REACH)
    told = list(PERIOD.finditer(context.text, start, match.start))
    return bool(told) and told[-1].group(1) is not None

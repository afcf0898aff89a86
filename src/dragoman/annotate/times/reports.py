"""The quarter that a text reports on, and what "a year earlier" means beside its figures."""

from __future__ import annotations

import re
from datetime import date

from dragoman.annotate.times.context import WORD, Context, sentence_around, words_of
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.spans import unit_value, value_span
from dragoman.annotate.times.tense import direction

PERIOD = re.compile(r"(\bmonths\b)|quarter\b", re.IGNORECASE)
"""What figures are told of: so many months of the year, or a quarter; "the period" is either, as told before."""
COMPARED = re.compile(r"\bcompared (?:with|to)\b")
APPOSED = re.compile(r"\b(?:year-ago|year-earlier) (?:quarter|period), (?:its )?$")
ENDED = re.compile(r"\b(?:quarter|period) (?:that )?ended (?:on )?$")
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


def quarter_meant(match: Match, context: Context) -> str:
    """The quarter meant by "this quarter's loss" in a report, "that quarter", "compared with a profit last year".

    Of a report of some quarter the first is that quarter and the last the same of a year ago; "" for none of these.
    """
    which, unit = match.parts["which"], match.parts["unit"]
    if which == "that" and unit == "quarter":
        return context.told_quarter
    told = value_span(context.quarter)
    if told is None or context.is_history:
        return ""
    if which == "this" and unit == "quarter":
        return context.quarter if _is_of_result(match, context) else ""
    is_compared = which == "last" and unit == "year" and COMPARED.search(context.text, *_before(match, context))
    return unit_value("quarter", told[0], -4) if is_compared and not tells_months(match, context) else ""


def _before(match: Match, context: Context) -> tuple[int, int]:
    """Where the sentence of a match begins, and where the match does."""
    return sentence_around(context.text, match.start, match.end)[0], match.start


def _is_of_result(match: Match, context: Context) -> bool:
    """Whether it is told what a quarter's result was: "this quarter's loss includes"."""
    if not context.text.startswith(("'s ", "’s "), match.end) or direction(context, match.start, match.end) > 0:
        return False
    behind = WORD.findall(context.text, match.end + 2, match.end + AHEAD)[:2]
    return any(word.lower() in words_of("earned") for word in behind)


def year_of_apposed(match: Match, context: Context) -> int | None:
    """1988 for "the year-ago quarter, the second quarter": the year of the quarter told right before; else None."""
    told = value_span(context.told_quarter)
    if told is None or not APPOSED.search(context.text, max(0, match.start - AHEAD), match.start):
        return None
    return told[0].year


def year_of_quarter_end(month: int, day: int, match: Match, context: Context) -> int | None:
    """The year of the day behind "the year-ago quarter ended": that of the quarter, and never ahead; None elsewhere."""
    told, published = value_span(context.told_quarter), context.published
    if told is None or published is None or not ENDED.search(context.text, max(0, match.start - AHEAD), match.start):
        return None
    return min(told[0].year, published.year - ((month, day) > (published.month, published.day)))

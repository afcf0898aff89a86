"""Readers of seasons, and what "early", "mid" and "late" make of a time."""

from __future__ import annotations

from datetime import timedelta

from msgspec import structs

from dragoman.annotate.times.context import Context
from dragoman.annotate.times.found import Found, dated
from dragoman.annotate.times.rules import Match
from dragoman.annotate.times.spans import SEASON_CODES, SEASONS, value_span
from dragoman.annotate.times.story import told_year
from dragoman.annotate.times.tense import leaning

EDGES = {"early": "START", "earlier": "START", "beginning": "START", "start": "START", "late": "END", "later": "END",
         "end": "END", "mid": "MID", "middle": "MID"}  # fmt: skip


def edge_of(match: Match) -> str | None:
    """The TIMEX3 mod of "early", "mid" or "late" in a match; None without."""
    return EDGES.get(match.parts.get("edge") or match.parts.get("edge2") or "")


RELATIVE_YEARS = {"last": -1, "this": 0, "next": 1}
TOLD_SEASONS = frozenset({"that", "that same", "the same", "the next", "the following", "the previous"})
"""Words before a season that count from the last date told."""


def season_word(match: Match) -> str:
    """The season that a match names."""
    return match.parts.get("season") or match.parts["season2"]


def read_season(match: Match, context: Context) -> Found | None:
    """ "this summer", "last fall", "spring 2031"; "the fall of the capital" is none."""
    season = SEASON_CODES[season_word(match)]
    written = match.parts.get("year") or match.parts.get("year2")
    if written:
        return dated(f"{written}-{season}", mod=edge_of(match), explicit=True)
    if context.published is None:
        return None
    which = match.parts["which"]
    if which in TOLD_SEASONS or context.is_history:
        return dated(season_value(season_word(match), match, context), mod=edge_of(match))
    year = context.published.year
    span = value_span(f"{year}-{season}")
    if which in {"last", "this past"} and span and span[0] > context.published - timedelta(days=60):
        year -= 1
    if which in {"next", "this coming"} and span and span[1] < context.published:
        year += 1
    return dated(f"{year}-{season}", mod=edge_of(match))


def read_season_told(match: Match, context: Context) -> Found | None:
    """ "over the summer": the last one, for words of the future the next; in a history that of the dates told."""
    if match.parts.get("year"):
        return dated(f"{match.parts['year']}-{SEASON_CODES[match.parts['season']]}", mod=edge_of(match), explicit=True)
    if context.published is None:
        return None
    if relative := match.parts.get("relyear"):
        base = context.named if context.is_history and context.named else context.published
        year = base.year + RELATIVE_YEARS[relative]
        return dated(f"{year:04d}-{SEASON_CODES[match.parts['season']]}", mod=edge_of(match))
    return dated(season_value(match.parts["season"], match, context), mod=edge_of(match))


def read_season_bare(match: Match, context: Context) -> Found | None:
    """ "in winter", "the summer offensive": the season told; a window only behind a preposition."""
    if context.published is None:
        return None
    found = dated(season_value(match.parts["season"], match, context), mod=edge_of(match))
    return found if match.parts["lead"] else structs.replace(found, window=None)


def season_value(season: str, match: Match, context: Context) -> str:
    """The season's value: its year from the dates told before, else from publication and the words around."""
    code = SEASON_CODES[season]
    month = SEASONS[code][0]
    told = told_year(month, match, context)
    if told is None and context.published is not None:
        sign = leaning(context, match.start, match.end)
        told = context.published.year + int(sign > 0 and month + 2 < context.published.month)
        told -= int(sign <= 0 and month > context.published.month)
    return f"{told:04d}-{code}"

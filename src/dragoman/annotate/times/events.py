"""Readers of times that hang on an event: taking office, day one of a term."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from functools import cache

from dragoman.annotate.times.amounts import reach_of
from dragoman.annotate.times.context import WORD, Context, sentence_around, words_of
from dragoman.annotate.times.found import Found
from dragoman.annotate.times.rules import Match, time_table


@cache
def _president() -> re.Pattern[str]:
    names = {word for row in time_table("inaugurations") for word in row.words}
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


def presidents_named(text: str) -> tuple[tuple[int, str], ...]:
    """The presidents that a text names, in order: where each name begins, and the name."""
    return tuple((match.start(), match.group()) for match in _president().finditer(text))


def inauguration(match: Match, context: Context) -> date | None:
    """The day on which the president last named before the words took office; None when the text names none.

    A president named in the same sentence wins. Of several terms the one nearest to publication.
    """
    published = context.published
    if published is None or not context.presidents:
        return None
    left, right = sentence_around(context.text, match.start, match.end)
    place = bisect_left(context.presidents, (match.start, ""))
    if place == 0 or context.presidents[place - 1][0] < left:
        behind = context.presidents[place][0] if place < len(context.presidents) else right
        place += behind < right  # named behind the words: "on day one Torv ..."
    if place == 0:
        return None
    named = context.presidents[place - 1][1]
    days = [date.fromisoformat(row.means) for row in time_table("inaugurations") if named in row.words]
    return min(days, key=lambda day: abs((published - day).days))


def speaks_of(match: Match, context: Context, means: str) -> bool:
    """Whether the sentence has one of the words of data/times/tense.toml that mean this ("campaign", "office")."""
    left, right = sentence_around(context.text, match.start, match.end)
    return bool(words_of(means) & {word.lower() for word in WORD.findall(context.text, left, right)})


def read_day_one(match: Match, context: Context) -> Found | None:
    """ "on day one of his presidency": the day of taking office, when the text names a president."""
    day = inauguration(match, context)
    value = day.isoformat() if day else "XXXX-XX-XX"
    return Found(type="DATE", value=value, window=(day, day) if day else None, basis="event")


def read_took_office(match: Match, context: Context) -> Found | None:
    """ "shortly after he took office": six weeks from the day of taking office; "within 24 hours": two days."""
    day = inauguration(match, context)
    if day is None:
        value = "FUTURE_REF" if match.parts.get("ahead") else "PAST_REF"
        return Found(type="DATE", value=value, basis="event")
    days = 1 if match.parts.get("hours") else reach_of("shortly after")
    return Found(
        type="DATE", value=day.isoformat(), mod="AFTER", approx=True, vagueness=3, basis="event",
        window=(day, day + timedelta(days=days)),
    )  # fmt: skip

"""What surrounds a time expression: the day of publication, times read before, and whether it lies ahead or behind."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from msgspec import Struct

from dragoman.annotate.times.rules import time_table

WORD = re.compile(r"[A-Za-z’']+")
SENTENCE_END = re.compile(r"[.!?][”\"'’)]*\s|\n")
BEFORE, AFTER = 110, 70
"""Code points before and after an expression in which its verb is looked for."""
ROLE = re.compile(
    r"\b(no later than|as early as|as soon as|by|until|till|since|from|before|after|within|starting|beginning|through"
    r"|for)(?: (?:the|around|about|late|early))?\s*$",
    re.IGNORECASE,
)

AHEAD_ROLES = frozenset({"until", "till", "through", "no later than"})
"""Prepositions behind which a month or a day without its year lies ahead."""


class Ahead(Struct, frozen=True):
    """A date with its year that follows in the text: where it begins, its year and month (0: not given)."""

    start: int
    year: int
    month: int


class Story(Struct, frozen=True):
    """What is to be known of all dates of a text before the first is read.

    `asides` holds, by the start of a date told by the way, where it ceases to hold; `shared` the year that the second
    end of a range lends the first, by the start of the first; `ahead` the dates with their years, in order.
    """

    asides: dict[int, int]
    shared: dict[int, int]
    ahead: tuple[Ahead, ...]


class Context(Struct, frozen=True):
    """The text, the day of publication (None: nothing relative is resolved), and the dates that the text told so far.

    `last` is the last single day told, which ends at `last_end`; `named` the first day of the last date of any grain
    and `named_value` its value; `year` the last year written out, which ends at `year_end`; `quarter` the quarter that
    the text reports on ("2031-Q1"), `told_quarter` the last one told of. `presidents` are the names of
    data/times/inaugurations.toml and where they stand. `first_weekday` is the day with which the outlet's week begins,
    0 for Monday. `days` has the year of each day of a month told so far, by (month, day).
    """

    text: str
    published: date | None
    is_history: bool = False
    last: date | None = None
    last_end: int = 0
    named: date | None = None
    named_value: str = ""
    year: int | None = None
    year_end: int = 0
    quarter: str = ""
    told_quarter: str = ""
    story: Story | None = None
    main: date | None = None
    main_value: str = ""
    holds_until: int = 0
    presidents: tuple[tuple[int, str], ...] = ()
    first_weekday: int = 0
    days: dict[tuple[int, int], int] = {}


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds `[start, end)` begins and ends, at most `BEFORE` and `AFTER` away."""
    left = max(0, start - BEFORE)
    for match in SENTENCE_END.finditer(text, left, start):
        left = match.end()
    closing = SENTENCE_END.search(text, end, min(len(text), end + AFTER))
    return left, closing.start() if closing else min(len(text), end + AFTER)


@cache
def words_of(means: str) -> frozenset[str]:
    """The words of data/times/tense.toml that mean this."""
    return frozenset(word for row in time_table("tense") if row.means == means for word in row.words)


def role_before(context: Context, start: int) -> str:
    """The preposition that stands before the expression ("by", "since"), in small letters; "" without one."""
    match = ROLE.search(context.text, max(0, start - 24), start)
    return match.group(1).lower() if match else ""

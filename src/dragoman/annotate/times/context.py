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
    r"\b(no later than|as early as|as soon as|by|until|till|since|from|before|after|within|starting|beginning|through)"
    r"(?: (?:the|around|about|late|early))?\s*$",
    re.IGNORECASE,
)


class Context(Struct, frozen=True):
    """The text, the day of publication (None: nothing relative is resolved), the last day that the text named."""

    text: str
    published: date | None
    last: date | None = None


@cache
def tense_words() -> dict[str, int]:
    """Words that point ahead (+1) or behind (-1)."""
    signs = {"ahead": 1, "behind": -1}
    return {word: signs[row.means] for row in time_table("tense") if row.means in signs for word in row.words}


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds `[start, end)` begins and ends, at most `BEFORE` and `AFTER` away."""
    left = max(0, start - BEFORE)
    for match in SENTENCE_END.finditer(text, left, start):
        left = match.end()
    closing = SENTENCE_END.search(text, end, min(len(text), end + AFTER))
    return left, closing.start() if closing else min(len(text), end + AFTER)


def direction(context: Context, start: int, end: int) -> int:
    """+1 when the words around say that it lies ahead, -1 behind, 0 when they don't say.

    The nearest telling word before the expression in its sentence decides, else the nearest after it. "Was expected
    to" tells of what lay ahead then and is behind now.
    """
    left, right = sentence_around(context.text, start, end)
    written = [match.group() for match in WORD.finditer(context.text, left, start)]
    before = [word.lower() for word in written]
    for place in reversed(range(len(before))):
        if before[place] == "to" and not _is_infinitive(written, place):
            continue
        if before[place] in words_of("intended"):
            return -1 if words_of("past") & set(before[max(0, place - LOOK_BACK) : place]) else 1
        if sign := _sign(before[place]):
            return sign
    for match in WORD.finditer(context.text, end, right):
        word = match.group().lower()
        if sign := (1 if word in words_of("intended") else _sign(word)):
            return sign
    return 0


def _is_infinitive(words: list[str], place: int) -> bool:
    """Whether the word after "to" can be a verb: "to meet", not "to Finnish reporters", "to the envoy"."""
    if place + 1 == len(words):
        return True
    after = words[place + 1]
    return after.islower() and not after.endswith("s") and after not in words_of("determiner")


LOOK_BACK = 4
"""Words before "to" in which "was" makes it past ("was widely expected to")."""


@cache
def words_of(means: str) -> frozenset[str]:
    """The words of data/times/tense.toml that mean this."""
    return frozenset(word for row in time_table("tense") if row.means == means for word in row.words)


def _sign(word: str) -> int:
    known = tense_words().get(word)
    if known:
        return known
    return -1 if word.endswith("ed") and len(word) > 4 else 0


def role_before(context: Context, start: int) -> str:
    """The preposition that stands before the expression ("by", "since"), in small letters; "" without one."""
    match = ROLE.search(context.text, max(0, start - 24), start)
    return match.group(1).lower() if match else ""

"""Where in a text a rule can match at all: around its key words. Saves most of the time that the rules cost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dragoman.annotate.times.spans import MONTHS, PARTS, SEASON_CODES, WEEKDAYS

WORD = re.compile(r"([a-z]{1,4})[a-z]*|([0-9]{1,4})[0-9]*")
"""The letters or figures by which a word in small letters is compared."""
BACK, AHEAD = 90, 90
"""Code points before and after a key word that the longest expression reaches."""
LETTERS = 4
"""Letters by which words are compared: "centuries" as "century", "yearlong" as "year"."""
UNIT_WORDS = ("second", "minute", "hour", "day", "days", "daylong", "night", "week", "fortnight", "month", "quarter",
              "year", "decade", "century")  # fmt: skip
MONTH_NAMES = (*MONTHS, "janu", "febr", "marc", "apri", "june", "july", "augu", "sept", "octo", "nove", "dece")
KEY_SETS: dict[str, tuple[str, ...]] = {
    "{month}": MONTH_NAMES,
    "{weekday}": WEEKDAYS,
    "{part}": tuple(PARTS),
    "{season}": tuple(SEASON_CODES),
    "{unit}": UNIT_WORDS,
    "{year}": ("9999",),
}
"""What {names} among the keys of a row stand for."""


def key(word: str) -> str:
    """What a word is compared by: its first letters, in small ones; figures by how many there are ("99")."""
    return "9" * len(word[:LETTERS]) if word[:1].isdigit() else word[:LETTERS].lower()


def keys_of(words: Sequence[str]) -> frozenset[str]:
    """The keys of a row's words, {names} spelled out."""
    return frozenset(key(each) for word in words for each in KEY_SETS.get(word, (word,)))


def places(small: str, keys: frozenset[str]) -> dict[str, list[int]]:
    """Where each of the keys stands in a text of small letters."""
    found: dict[str, list[int]] = {}
    for match in WORD.finditer(small):
        here = match[1] or "9" * len(match[2])
        if here in keys:
            found.setdefault(here, []).append(match.start())
    return found


def stretches(found: Mapping[str, Sequence[int]], keys: frozenset[str], text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text, in order and apart, that lie around one of the keys; the whole text without keys."""
    if not keys:
        yield 0, len(text)
        return
    start, end = 0, -BACK - 1  # before every key word
    for place in sorted(place for word in keys & found.keys() for place in found[word]):
        if place - BACK > end:
            if end >= 0:
                yield start, end
            start = max(0, place - BACK)
        end = _word_end(text, place + AHEAD)
    if end >= 0:
        yield start, end


def _word_end(text: str, place: int) -> int:
    """The blank at or behind a place, that no word is cut; the place itself in text without blanks."""
    if place >= len(text):
        return len(text)
    blank = text.find(" ", place, place + AHEAD)
    return blank if blank >= 0 else place

"""What the encoder is told of each word besides its pieces: letter case, quotes, parse and what the rules found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from dragoman.annotate.quotes import Quote
from dragoman.types import Attribution, Span

if TYPE_CHECKING:
    from dragoman.parsed import Doc

WORD = re.compile(r"''|``|\w+(?:[’']\w+)*|[^\w\s]")
"""A word with its clitics, or one other mark; two single marks that stand for a double one are one word."""

PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "—": "-", "–": "-", "―": "-"}
)
"""One form for each mark, so that outlets with straight and with curly marks read alike."""

CHANNELS = ("shape", "quote", "pos", "dep", "head", "name", "rule")
"""The features of a word, each with a table of values of its own in the model's `labels`."""

ROLES = ("content", "source", "cue")
"""A word of several roles has the last of them."""
NEAR = 2
"""Tokens to a head that is near."""

KEPT = 50_000
"""Words of which the spelling and the letter case are kept."""

Item = TypeVar("Item")


class Word(Struct, frozen=True, gc=False):
    """A word of a text: where it stands, how the encoder spells it, and a value for each of `CHANNELS`."""

    start: int
    end: int
    spelling: str
    values: tuple[str, ...]


def words_of(
    text: str, paragraphs: Sequence[Span], doc: Doc, quotes: Sequence[Quote], found: Sequence[Attribution] = ()
) -> list[list[Word]]:
    """The words of each paragraph of `text`, in order; `found` are the attributions of the rules."""
    parses = _parses(doc)
    edges = [span.start for span in paragraphs]
    quotes_of = _by_paragraph([(quote.span, quote) for quote in quotes], edges)
    parts = [(part, (role, part)) for role in ROLES for one in found for part in getattr(one, role)]
    parts_of = _by_paragraph(parts, edges)
    words = []
    at = 0
    for number, span in enumerate(paragraphs):
        matches = [match.span() for match in WORD.finditer(text, span.start, span.end)]
        starts = [start for start, _ in matches]
        quoted = _quoted(starts, quotes_of.get(number, ()))
        ruled = _ruled(starts, parts_of.get(number, ()))
        row = []
        for (start, end), quote, rule in zip(matches, quoted, ruled, strict=True):
            while at + 1 < len(doc) and parses[at + 1][0] <= start:
                at += 1
            spelling, shape = _form(text[start:end])
            row.append(Word(start, end, spelling, (shape, quote, *parses[at][1], rule)))
        words.append(row)
    return words


def _by_paragraph(items: list[tuple[Span, Item]], edges: list[int]) -> dict[int, list[Item]]:
    """The things that each paragraph holds a part of, by its number."""
    found: dict[int, list[Item]] = {}
    for span, item in items:
        first = max(0, bisect_right(edges, span.start) - 1)
        for number in range(first, max(first + 1, bisect_right(edges, span.end - 1))):
            found.setdefault(number, []).append(item)
    return found


@lru_cache(maxsize=KEPT)
def _form(word: str) -> tuple[str, str]:
    """How the encoder spells a word, and its letter case."""
    return _spelling(word), _shape(word)


def _spelling(word: str) -> str:
    return '"' if word in {"''", "``"} else word.translate(PLAIN)


def _shape(word: str) -> str:
    """lower, title, upper, mixed, digit or mark."""
    first = word[0]
    if not first.isalnum():
        return "mark"
    if first.isdigit():
        return "digit"
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "title"
    return "title" if first.isupper() and word[1:].islower() else "mixed"


def _quoted(starts: list[int], quotes: Sequence[Quote]) -> list[str]:
    """Whether each word opens a quote, closes it, lies in it (one without an end apart) or in a quote in a quote."""
    state = ["out"] * len(starts)
    for quote in quotes:
        first, last = _range(starts, quote.span)
        inside = "nested" if quote.level else ("in" if quote.closed else "unclosed")
        state[first:last] = [inside] * (last - first)
        if not quote.level and first < last:
            state[first] = "opening"
            if quote.closed:
                state[last - 1] = "closing"
    return state


def _ruled(starts: list[int], parts: Sequence[tuple[str, Span]]) -> list[str]:
    """The role that the rules gave each word: the begin and the inside of a content, source or cue."""
    roles = ["none"] * len(starts)
    for role, part in parts:
        first, last = _range(starts, part)
        if first < last:
            roles[first:last] = [role] * (last - first)
            roles[first] = f"{role}, first"
    return roles


def _range(starts: list[int], span: Span) -> tuple[int, int]:
    """The words that begin in `span`, from the one that its first character lies in."""
    first = bisect_right(starts, span.start) - 1
    return max(0, first), bisect_right(starts, span.end - 1)


def _parses(doc: Doc) -> list[tuple[int, tuple[str, str, str, str]]]:
    """For each token its offset, and its part of speech, relation, where its head stands, and the kind of name."""
    if not len(doc):
        return [(0, ("", "", "", ""))]
    return [(t.idx, (t.pos_, t.dep_, _head(t.head.i - t.i), t.ent_type_)) for t in doc]


def _head(away: int) -> str:
    """How far and on which side the head of a token stands."""
    if not away:
        return "root"
    return ("near " if abs(away) <= NEAR else "far ") + ("left" if away < 0 else "right")

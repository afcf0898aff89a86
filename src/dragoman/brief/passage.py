"""The words of a citation in their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.types import Article, Evidence, Record

SENTENCE_END = re.compile(r"(?<=[.!?])(?P<closing>[\"'”’)\]]*)\s+|\n+")
LONGEST = 1_200
"""Characters of a passage; a text without sentence ends is cut around its words."""


SHORT_ID = 12
"""Digits of an article's id in a citation that stands for itself."""


def place_words(article: str, start: int, end: int) -> str:
    """How a place in the article of that id is written and asked for with `dragoman why`: "3f2a9c0d1e4b:120-188"."""
    return f"{article[:SHORT_ID]}:{start}-{end}"


class Passage(Struct, frozen=True):
    """The sentences that hold some words, in three pieces: before the words, the words, after them."""

    before: str
    words: str
    after: str


def passage(article: Article, evidence: Evidence) -> Passage:
    """The sentence, or sentences, of the article that the evidence stands in."""
    start = max(evidence.start - LONGEST // 2, 0)
    end = min(evidence.end + LONGEST // 2, len(article.text))
    for match in SENTENCE_END.finditer(article.text, start, end):
        sentence_end = match.start() + len(match["closing"] or "")
        if match.end() <= evidence.start:
            start = match.end()
        elif sentence_end >= evidence.end:
            end = sentence_end
            break
    text = article.text
    return Passage(text[start : evidence.start], text[evidence.start : evidence.end], text[evidence.end : end])


class Piece(Struct, frozen=True):
    """A stretch of a text that the same records stand on, by their numbers from 1; `ended` are those that end here."""

    text: str
    numbers: tuple[int, ...]
    ended: tuple[int, ...]


def pieces(text: str, records: Sequence[Record]) -> tuple[Piece, ...]:
    """The text cut wherever the words of a record begin or end; put together again the pieces are the text."""
    spans = [(e.start, e.end, n) for n, record in enumerate(records, 1) for e in record.evidence]
    cuts = sorted({0, len(text), *(cut for start, end, _ in spans for cut in (start, end) if cut <= len(text))})
    return tuple(
        Piece(
            text[first:past],
            tuple(n for start, end, n in spans if start <= first and past <= end),
            tuple(n for _, end, n in spans if end == past),
        )
        for first, past in zip(cuts, cuts[1:], strict=False)
    )

"""Names that the text itself tells to be those of places: "the city of Lillehavn", "the Lillehavn region"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.names import fold

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Span, Token

LONGEST_NAME = 2
"""Words of a place's name."""


def is_where(name: Span, locative: frozenset[str]) -> bool:
    """A lone name after "in" or "into" is a place, whatever the tagger calls it."""
    return len(name) == 1 and name[0].dep_ == "pobj" and name[0].head.lower_ in locative


def told_places(doc: Doc, nouns: frozenset[str]) -> frozenset[str]:
    """The names, folded, that stand beside a noun for a place somewhere in the text.

    "The Lillehavn region", "the town of Lillehavn", "Lillehavn, a town in the north". `nouns` are such nouns.
    """
    found: set[str] = set()
    for token in doc:
        if token.lemma_.lower() not in nouns or not token.is_lower:
            continue
        found |= _names_ending(doc, token.i)
        if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of":
            found |= _names_from(doc, token.i + 2)
        first = token.left_edge.i
        is_apposition = token.dep_ == "appos" and first > 1 and doc[first - 1].text == ","
        if is_apposition and doc[first].lower_ in {"a", "the"}:
            found |= _names_ending(doc, first - 1)
    return frozenset(found)


def _names_ending(doc: Doc, end: int) -> set[str]:
    """The name of at most `LONGEST_NAME` words that ends before a token; empty where no name stands there."""
    first = end
    while first > 0 and _is_name(doc[first - 1]):
        first -= 1
    return {fold(doc[first:end].text)} if 0 < end - first <= LONGEST_NAME else set()


def _names_from(doc: Doc, first: int) -> set[str]:
    end = first
    while end < len(doc) and _is_name(doc[end]):
        end += 1
    return _names_ending(doc, end) if end > first else set()


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.is_title

"""How well a sentence matches, told from the sentence alone.

The index's own rank weighs a word by how rare it is among all sentences, also those that a reader may not see: it would
tell of them. Here nothing but the query and the sentence counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

TOKEN = re.compile(r'"[^"]*"?|[()]|[^\s()"]+')
WORD = re.compile(r"[^\W_]+")
MOST_RANKED = 2000
"""The newest sentences among which the best match comes first; those before them follow by day."""
K, B, LENGTH = 1.2, 0.75, 25
"""BM25's parameters (Robertson and Zaragoza 2009, as SQLite has them); for the mean length a usual sentence's."""
Row = tuple[str, int, int, str, str, str | None]
"""Article, first and past code point, the sentence, outlet, the day on which it became known."""


class Term(Struct, frozen=True):
    """A word, a phrase of several, or the beginning of one."""

    words: tuple[str, ...]
    is_beginning: bool = False


def ranked(rows: Iterable[Row], query: str) -> Iterator[Row]:
    """The rows, given newest first, by how well they match; of equals the newest."""
    terms, left = terms_of(query), iter(rows)
    yield from sorted(islice(left, MOST_RANKED), key=lambda row: -match(row[3], terms))
    yield from left


def terms_of(query: str) -> tuple[Term, ...]:
    """What a query wants to find; what stands after NOT is not wanted."""
    terms: list[Term] = []
    is_unwanted = False
    for token in TOKEN.findall(query):
        if token in ("AND", "OR", "(", ")"):
            continue
        words = words_of(token)
        if token != "NOT" and words and not is_unwanted:
            terms.append(Term(words, token.endswith("*")))
        is_unwanted = token == "NOT"
    return tuple(dict.fromkeys(terms))


def words_of(text: str) -> tuple[str, ...]:
    """The words as the index has them: folded, without marks on letters."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
    return tuple(WORD.findall(plain))


def match(sentence: str, terms: Iterable[Term]) -> float:
    """How much of a sentence is what was asked for: BM25 with every term as rare as any other.

    >>> match("A truce, a truce!", terms_of("truce")) > match("The truce was signed.", terms_of("truce"))
    True
    """
    words = words_of(sentence)
    room = K * (1 - B + B * len(words) / LENGTH)
    counts = (count(words, term) for term in terms)
    return sum(times * (K + 1) / (times + room) for times in counts if times)


def count(words: tuple[str, ...], term: Term) -> int:
    """How often a term stands among words."""
    size = len(term.words)
    if term.is_beginning:
        return sum(word.startswith(term.words[-1]) for word in words)
    return sum(words[n : n + size] == term.words for n in range(len(words) - size + 1))

"""Citations that stand for themselves: a place in an article, whatever brief or search named it."""

from __future__ import annotations

import re

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.ledger import Ledger
from dragoman.types import Article, Evidence

PLACE = re.compile(r"([0-9a-f]{6,32}):(\d+)-(\d+)")


class Cite(Struct, frozen=True):
    """A place in an article, written as the beginning of its id and code points: "3f2a9c0d1e4b:120-188"."""

    article: str
    start: int
    end: int


def read_cite(words: str) -> Cite | None:
    """The place that some words name; None where they name none."""
    match = PLACE.fullmatch(words)
    return Cite(match[1], int(match[2]), int(match[3])) if match else None


def cited_article(cite: Cite, ledger: Ledger) -> tuple[Article, Evidence]:
    """The article of a citation and the words there; UsageError where there are none, or the id begins several."""
    found = ledger.articles_beginning(cite.article)
    if len(found) != 1:
        raise UsageError(f"{cite.article}: {'no article' if not found else 'several articles'} of that id")
    (article,) = found
    if not cite.start < cite.end <= len(article.text):
        raise UsageError(f"{cite.start}-{cite.end}: no such place; the text ends at {len(article.text)}")
    return article, Evidence(cite.start, cite.end, article.text[cite.start : cite.end])

"""What is put into the ledger, as rows of its tables."""

from __future__ import annotations

import re
from hashlib import sha256

from dragoman.ledger.chain import canonical_json
from dragoman.merge import Witness, block_of
from dragoman.types import Article, Record

KEY_LENGTH = 32
"""Hex digits of a content hash that is a key: 128 bits."""
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+|\n+")


def key_of(body: str) -> str:
    """The content hash under which a row is kept."""
    return sha256(body.encode()).hexdigest()[:KEY_LENGTH]


def article_row(article: Article, known: Witness) -> tuple[str, ...]:
    """An article: its id, URL, days, outlet, origin, and the JSON of itself and of what merging must know of it."""
    published = article.published.isoformat() if article.published else ""
    fetched = article.fetched.isoformat() if article.fetched else ""
    seen = known.seen.isoformat() if known.seen else ""
    body, facts = canonical_json(article), canonical_json(known)
    return (article.id, article.url, published, fetched, seen, article.outlet, article.origin, body, facts)


def record_row(key: str, body: str, record: Record) -> tuple[str, ...]:
    """A record: its key, id, article, kind and block, and its JSON."""
    return (key, record.id, record.article, str(record.__struct_config__.tag), block_of(record), body)


def sentence_rows(article: Article) -> list[tuple[str, int, int, str]]:
    """The sentences of an article: its id, code points of its text, half-open, and the words."""
    rows, first = [], 0
    ends = [match.end() for match in SENTENCE_END.finditer(article.text)]
    for past in [*ends, len(article.text)]:
        if words := article.text[first:past].rstrip():
            rows.append((article.id, first, first + len(words), words))
        first = past
    return rows

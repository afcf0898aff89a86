"""JSON lines: one entry or record a line, with its verdict and its articles, in the public names of the record."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.export.codebooks import coded
from dragoman.export.holdings import Exported, Holdings
from dragoman.types import Article, Entry

ARTICLE_FIELDS = ("id", "name", "url", "title", "outlet", "origin", "published", "lang", "marking")
_encoder = msgspec.json.Encoder()


def write_lines(holdings: Holdings) -> Exported:
    """`{"id", "kind", "line", "record", "supports", …, "verdict", "articles"}` a line; a record leaves out the merging.

    `articles` holds what is known of each article that is cited, by id, without its text.
    """
    shape = record_shape if holdings.of_records else entry_shape
    return Exported(b"".join(_encoder.encode(shape(entry, holdings)) + b"\n" for entry in holdings.entries))


def entry_shape(entry: Entry, holdings: Holdings) -> dict[str, Any]:
    """An entry with its verdict, or null, and the articles that it cites."""
    cited = dict.fromkeys(support.article for support in entry.supports)
    return {
        **msgspec.to_builtins(entry),
        "coded": msgspec.to_builtins(coded(entry.record)),
        "verdict": msgspec.to_builtins(holdings.verdicts.get(entry.id)),
        "articles": {id: article_shape(holdings.articles[id]) for id in cited if id in holdings.articles},
    }


def record_shape(entry: Entry, holdings: Holdings) -> dict[str, Any]:
    """A record as `dragoman read --json` prints it, and its article."""
    article = holdings.articles.get(entry.supports[0].article)
    codes = msgspec.to_builtins(coded(entry.record))
    return {**msgspec.to_builtins(entry.record), "coded": codes, "cited": article_shape(article) if article else None}


def article_shape(article: Article) -> dict[str, Any]:
    """What is known of an article, without its text."""
    return {name: msgspec.to_builtins(getattr(article, name)) for name in ARTICLE_FIELDS}

"""Proof that a ledger holds what was put into it, in the order in which it was put."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from dragoman.errors import LedgerError
from dragoman.ledger.chain import Link, canonical_json, digest_of, next_link
from dragoman.ledger.errors import explaining
from dragoman.ledger.reading import connect
from dragoman.types import Failure


class Audit(Struct, frozen=True):
    """What was proved: how many links, articles and records, and the head that they end in."""

    links: int
    articles: int
    records: int
    head: str


def verify(path: str | Path) -> Audit:
    """The audit of a ledger whose chain holds; LedgerError names the first place where it doesn't.

    Every link is computed again from the tables. What nobody kept a head of can be cut off at the end unseen: compare
    `head` with the one an earlier brief printed.
    """
    name = str(path)
    if not Path(name).is_file():
        raise LedgerError(f"{name}: there is no ledger here; name the file that `dragoman add` made")
    with explaining(name):
        connection = connect(name, patience=10.0)
        try:
            return _audit(connection, name)
        finally:
            connection.close()


def _audit(connection: sqlite3.Connection, name: str) -> Audit:
    connection.execute("BEGIN")
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise LedgerError(f"{name}: it is damaged ({said}): restore a copy, or add the articles to a new ledger")
    before: Link | None = None
    for link in _links(connection):
        if fault := _fault(connection, before, link):
            raise LedgerError(f"{name}: the chain breaks at link {link.n} ({link.what} {link.subject}): {fault}")
        before = link
    articles, records = _count(connection, "articles"), _count(connection, "records")
    _no_strangers(connection, name)
    return Audit(before.n if before else 0, articles, records, before.head if before else "")


def _links(connection: sqlite3.Connection) -> Iterator[Link]:
    rows = connection.execute("SELECT n, what, subject, digest, head FROM links ORDER BY n")
    return (Link(*row) for row in rows.fetchall())


def _fault(connection: sqlite3.Connection, before: Link | None, link: Link) -> str:
    """What is wrong with a link; empty when nothing is."""
    expected = next_link(before, link.what, link.subject, link.digest)
    if link.n != expected.n:
        return f"link {expected.n} is missing before it"
    if link.head != expected.head:
        return "it does not follow from the link before it"
    if DIGESTS[link.what](connection, link) != link.digest:
        return "what is stored is not what was put; restore a copy, or add the article to a new ledger"
    return ""


def _article_digest(connection: sqlite3.Connection, link: Link) -> str:
    rows = connection.execute("SELECT body FROM articles WHERE id = ?", (link.subject,)).fetchall()
    rows += connection.execute("SELECT body FROM records WHERE article = ? ORDER BY body", (link.subject,)).fetchall()
    return digest_of(body for (body,) in rows)


def _failure_digest(connection: sqlite3.Connection, link: Link) -> str:
    row = connection.execute("SELECT name, message FROM failures WHERE key = ?", (link.subject,)).fetchone()
    return digest_of([canonical_json(Failure(*row))]) if row else ""


def _correction_digest(connection: sqlite3.Connection, link: Link) -> str:
    row = connection.execute("SELECT body FROM corrections WHERE id = ?", (link.subject,)).fetchone()
    return digest_of([row[0]]) if row else ""


def _shown_digest(connection: sqlite3.Connection, link: Link) -> str:
    rows = connection.execute("SELECT entry, line FROM marks WHERE link = ? ORDER BY entry", (link.n,)).fetchall()
    day = connection.execute("SELECT as_of FROM marks WHERE link = ? LIMIT 1", (link.n,)).fetchone()
    return digest_of([link.subject, day[0] if day else "", *(part for row in rows for part in row)])


def _viewed_digest(connection: sqlite3.Connection, link: Link) -> str:
    return digest_of(
        body for (body,) in connection.execute("SELECT body FROM views WHERE link = ? ORDER BY n", (link.n,))
    )


def _briefing_digest(connection: sqlite3.Connection, link: Link) -> str:
    row = connection.execute("SELECT body FROM briefings WHERE id = ?", (link.subject,)).fetchone()
    return digest_of([row[0]]) if row else ""


DIGESTS: dict[str, Callable[[sqlite3.Connection, Link], str]] = {
    "article": _article_digest,
    "failure": _failure_digest,
    "correction": _correction_digest,
    "shown": _shown_digest,
    "viewed": _viewed_digest,
    "briefing": _briefing_digest,
}
"""How the digest of each sort of link is computed again from the tables."""


def _no_strangers(connection: sqlite3.Connection, name: str) -> None:
    """LedgerError when something is in the tables that no link vouches for."""
    for table, column, what in (
        ("articles", "id", "article"),
        ("records", "article", "article"),
        ("failures", "key", "failure"),
        ("corrections", "id", "correction"),
        ("briefings", "id", "briefing"),
    ):
        asked = f"SELECT {column} FROM {table} WHERE {column} NOT IN (SELECT subject FROM links WHERE what = ?) LIMIT 1"
        row = connection.execute(asked, (what,)).fetchone()
        if row:
            raise LedgerError(f"{name}: {table} hold {row[0]}, which no link of the chain vouches for; restore a copy")


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

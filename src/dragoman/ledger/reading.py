"""What is asked of a ledger; nothing here writes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.kinds import AnyRecord
from dragoman.ledger.chain import Link
from dragoman.types import Article, Failure

_article = msgspec.json.Decoder(Article)
_record = msgspec.json.Decoder(AnyRecord)


class Passage(Struct, frozen=True):
    """A sentence of an article that a search found: its code points in the text, half-open, and its words."""

    article: str
    start: int
    end: int
    text: str


def connect(name: str, patience: float, *, is_shared: bool = False) -> sqlite3.Connection:
    """A connection that waits `patience` seconds for a lock, each statement its own transaction unless begun."""
    if name != ":memory:" and Path(name).exists() and not _may_write(Path(name)):
        # Reading in WAL mode writes a file beside the ledger; where that is forbidden it can be read as it stands.
        uri = f"{Path(name).resolve().as_uri()}?immutable=1"
        return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=not is_shared)
    return sqlite3.connect(name, timeout=patience, isolation_level=None, check_same_thread=not is_shared)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def is_read_only(connection: sqlite3.Connection) -> bool:
    """Whether the ledger's file cannot be written through this connection."""
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    return bool(path) and not _may_write(Path(path))


def stale_blocks(connection: sqlite3.Connection) -> list[str]:
    """Blocks whose stored entries are not those of their records, sorted."""
    return [block for (block,) in connection.execute("SELECT DISTINCT block FROM unmerged ORDER BY block")]


def next_stale(connection: sqlite3.Connection, most: int, records: int) -> list[str]:
    """The first of these blocks, so many at most, and no more after those that have so many changed records."""
    found: list[str] = []
    for block, count in connection.execute("SELECT block, count(*) FROM unmerged GROUP BY block ORDER BY block"):
        found.append(block)
        records -= count
        if len(found) == most or records <= 0:
            break
    return found


def is_merged(connection: sqlite3.Connection) -> bool:
    """Whether no block waits to be merged."""
    return connection.execute("SELECT 1 FROM main.unmerged LIMIT 1").fetchone() is None


def size(connection: sqlite3.Connection) -> int:
    """How many entries are stored."""
    return int(connection.execute("SELECT coalesce(sum(count), 0) FROM main.tally WHERE heading = ''").fetchone()[0])


def last_link(connection: sqlite3.Connection) -> Link | None:
    """The last link of the chain."""
    row = connection.execute("SELECT n, what, subject, digest, head FROM links ORDER BY n DESC LIMIT 1").fetchone()
    return Link(*row) if row else None


def head(connection: sqlite3.Connection) -> str:
    """The hash of the last link; empty where there is none."""
    link = last_link(connection)
    return link.head if link else ""


def _articles(rows: Iterable[tuple[str]]) -> tuple[Article, ...]:
    return tuple(_article.decode(body) for (body,) in rows)


def current_articles(connection: sqlite3.Connection) -> tuple[Article, ...]:
    """All articles that stand today, by day known, outlet and id."""
    asked = "SELECT body FROM articles WHERE id IN (SELECT id FROM current_articles) ORDER BY seen, outlet, id"
    return _articles(connection.execute(asked))


def one_article(connection: sqlite3.Connection, id: str) -> Article | None:
    """The article of that id."""
    return next(iter(_articles(connection.execute("SELECT body FROM articles WHERE id = ?", (id,)))), None)


def articles_beginning(connection: sqlite3.Connection, id: str) -> tuple[Article, ...]:
    """The articles whose id begins so, two at most, by id."""
    asked = "SELECT body FROM articles WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 2"
    return _articles(connection.execute(asked, (len(id), id)))


def versions_of(connection: sqlite3.Connection, url: str) -> tuple[Article, ...]:
    """All versions of a URL, the oldest first."""
    asked = "SELECT body FROM articles WHERE url = ? AND url <> '' ORDER BY published, fetched, id"
    return _articles(connection.execute(asked, (url,)))


def version_ids(connection: sqlite3.Connection, article: Article) -> list[str]:
    """The id of an article, and those of the other versions of its URL."""
    rows = connection.execute("SELECT id FROM articles WHERE url = ? AND url <> ''", (article.url,))
    return list(dict.fromkeys([article.id, *(id for (id,) in rows)]))


def blocks_and_keys(connection: sqlite3.Connection, articles: Iterable[str]) -> list[tuple[str, str]]:
    """Block and key of every record of some articles as it stands today."""
    asked = "SELECT block, key FROM standing_records WHERE article = ?"
    return [row for id in articles for row in connection.execute(asked, (id,))]


def records_as_read(connection: sqlite3.Connection, article: str) -> tuple[AnyRecord, ...]:
    """The records of an article before any correction, by the place of their first words."""
    rows = connection.execute("SELECT body FROM records WHERE article = ? ORDER BY body", (article,))
    return tuple(sorted((_record.decode(body) for (body,) in rows), key=lambda one: one.evidence[0].start))


def failures(connection: sqlite3.Connection) -> tuple[Failure, ...]:
    """The pages that could not be had, by name."""
    asked = "SELECT name, message FROM failures ORDER BY name, message"
    return tuple(Failure(name, message) for name, message in connection.execute(asked))


def search(connection: sqlite3.Connection, words: str, limit: int) -> tuple[Passage, ...]:
    """The sentences that hold all the words; marks in them that FTS5 would read as its own language are only text."""
    phrases = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    if not phrases:
        return ()
    asked = """
        SELECT s.article, s.first, s.past, s.text FROM sentence_words AS w JOIN sentences AS s ON s.n = w.rowid
        WHERE sentence_words MATCH ? AND s.article IN (SELECT id FROM current_articles)
        ORDER BY w.rank, s.article, s.first LIMIT ?
    """
    return tuple(Passage(*row) for row in connection.execute(asked, (phrases, limit)))


def shown(connection: sqlite3.Connection, reader: str) -> dict[str, str]:
    """Entry id to the hash of the line last shown."""
    asked = "SELECT entry, line FROM marks WHERE reader = ? AND entry <> '' ORDER BY n"
    return dict(connection.execute(asked, (reader,)))


def last_shown(connection: sqlite3.Connection, reader: str) -> date | None:
    """The as-of day of the reader's last brief."""
    asked = "SELECT as_of FROM marks WHERE reader = ? ORDER BY n DESC LIMIT 1"
    row = connection.execute(asked, (reader,)).fetchone()
    return date.fromisoformat(row[0]) if row and row[0] else None


def last_day(connection: sqlite3.Connection) -> date | None:
    """The last day of publication."""
    found = connection.execute("SELECT max(published) FROM articles").fetchone()[0]
    return date.fromisoformat(found) if found else None


def state(connection: sqlite3.Connection) -> str:
    """The head of the last link that added something to read."""
    asked = "SELECT head FROM links WHERE what NOT IN ('shown', 'viewed') ORDER BY n DESC LIMIT 1"
    return next((str(head) for (head,) in connection.execute(asked)), "")


def version(connection: sqlite3.Connection) -> int:
    """SQLite's count of the commits that others made."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])

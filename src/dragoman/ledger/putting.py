"""What is written where an article or a correction comes in, within a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import astuple

from dragoman.corrections import Correction, standing
from dragoman.ledger import asof, correcting, reading
from dragoman.ledger.chain import Link, canonical_json, digest_of, next_link
from dragoman.ledger.dated import mark_article
from dragoman.ledger.rows import article_row, key_of, record_row, sentence_rows
from dragoman.ledger.settling import WHOLE, drop_entries
from dragoman.merge import Witness, witness
from dragoman.types import Article, Entry, Record


def put(
    connection: sqlite3.Connection, article: Article, several: tuple[Record, ...]
) -> tuple[tuple[str, ...], tuple[Entry, ...]]:
    """The blocks that an article touches, sorted, and the entries that were dropped until these are merged.

    An article that is there already changes nothing.
    """
    bodies = sorted({canonical_json(record): record for record in several}.items())
    if connection.execute("SELECT 1 FROM articles WHERE id = ?", (article.id,)).fetchone():
        return (), ()
    add_article(connection, article, witness(article, several))
    add_records(connection, bodies)
    parts = [canonical_json(article), *(body for body, _ in bodies)]
    add_link(connection, "article", article.id, digest_of(parts))
    versions = reading.version_ids(connection, article)
    changed = reading.blocks_and_keys(connection, versions)
    held = standing(correcting.corrections_of(connection))
    touched = correct_records(connection, held, versions) if held else set()
    touched |= correcting.blocks_about(connection, correcting.naming_article(held, article))
    dropped = remake(connection, touched, held, changed)
    return tuple(sorted({block for block, _ in changed} | touched)), dropped


def add_link(connection: sqlite3.Connection, what: str, subject: str, digest: str) -> Link:
    """The next link of the chain, added."""
    link = next_link(reading.last_link(connection), what, subject, digest)
    connection.execute("INSERT INTO links VALUES (?, ?, ?, ?, ?)", astuple(link))
    return link


def add_article(connection: sqlite3.Connection, article: Article, known: Witness) -> None:
    """Adds an article and its sentences."""
    connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", article_row(article, known))
    mark_article(connection, article)
    asked = "INSERT INTO sentences (article, first, past, text) VALUES (?, ?, ?, ?)"
    last = connection.execute("SELECT max(n) FROM sentences").fetchone()[0] or 0
    rows = sentence_rows(article)
    connection.executemany(asked, rows)
    if rows:
        seen = known.seen.isoformat() if known.seen else ""
        connection.execute("INSERT INTO texts VALUES (?, ?, ?)", (last + 1, article.id, seen))


def add_records(connection: sqlite3.Connection, bodies: Iterable[tuple[str, Record]]) -> None:
    """Adds records, each with its JSON, and where they stand."""
    several = [(key_of(body), body, record) for body, record in bodies]
    asked = "INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?)"
    connection.executemany(asked, [record_row(*one) for one in several])
    places = [(one.article, words.start, words.end, key) for key, _, one in several for words in one.evidence]
    connection.executemany("INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?)", places)


PLACES = """
    INSERT OR IGNORE INTO places SELECT
        records.article, json_extract(words.value, '$.start'), json_extract(words.value, '$.end'), records.key
        FROM records, json_each(records.body, '$.evidence') AS words ORDER BY records.article
"""


TEXTS = """
    INSERT INTO texts SELECT min(s.n), s.article, a.seen
        FROM sentences AS s JOIN articles AS a ON a.id = s.article GROUP BY s.article
"""


def place_all(connection: sqlite3.Connection) -> None:
    """Makes anew where all records stand, and with which sentence each text begins: its sentences follow each other."""
    connection.execute("DELETE FROM places")
    connection.execute(PLACES)
    connection.execute("DELETE FROM texts")
    connection.execute(TEXTS)


def correct_records(
    connection: sqlite3.Connection, held: Sequence[Correction], articles: Collection[str] | None
) -> set[str]:
    """The blocks touched by making anew what the corrections make of the records of some articles (None: all)."""
    before = correcting.stored_rows(connection, articles)
    after = correcting.made_rows(connection, held, articles)
    both = (*before.values(), *after.values())
    changed = [row for row in both if before.get(row.key) != after.get(row.key)]
    connection.executemany("DELETE FROM corrected WHERE key = ?", [(row.key,) for row in changed])
    rows = [astuple(row)[:-1] for row in changed if after.get(row.key) is row]
    connection.executemany("INSERT INTO corrected VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    return {block for row in changed for block in (row.block, row.read_block)}


def remake(
    connection: sqlite3.Connection,
    blocks: set[str],
    held: Sequence[Correction],
    changed: Sequence[tuple[str, str]] = (),
) -> tuple[Entry, ...]:
    """Marks blocks, and those joined to them by hand, as no longer merged; of others the records that `changed`.

    What comes back are the entries that were dropped.
    """
    dropped: tuple[Entry, ...] = ()
    if held:
        sight = correcting.Sight(connection, None, asof.standing_on(connection, None))
        blocks = blocks | {block for block, _ in changed if block in sight.homes}
        blocks = blocks.union(*(sight.members(sight.home(block)) for block in blocks))
        dropped = tuple(entry for block in sorted(blocks) for entry in drop_entries(connection, block))
    rows = [(block, WHOLE) for block in blocks] + [row for row in changed if row[0] not in blocks]
    connection.executemany("INSERT OR IGNORE INTO unmerged VALUES (?, ?)", rows)
    return dropped

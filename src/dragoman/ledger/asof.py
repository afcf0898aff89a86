"""Entries as they stand, and as they were known on a day: only the blocks that differ are merged again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from dragoman.kinds import AnyRecord
from dragoman.ledger.reading import stale_blocks
from dragoman.merge import Merged, Witness, merge_block
from dragoman.types import Entry

_records = msgspec.json.Decoder(list[AnyRecord])
_entries = msgspec.json.Decoder(tuple[Merged, ...])
_witness = msgspec.json.Decoder(Witness)


def entries(connection: sqlite3.Connection, as_of: date | None) -> tuple[Entry, ...]:
    """All entries by block; those of blocks that no hidden or superseded article touches come from the store."""
    now = standing_on(connection, None)
    then = standing_on(connection, as_of) if as_of else now
    remade = set(stale_blocks(connection)) | _blocks_of(connection, now ^ then)
    by_block = dict(_stored(connection, remade))
    by_block.update(merge_blocks(connection, sorted(remade), then))
    return tuple(entry for block in sorted(by_block) for entry in by_block[block])


def entries_in(connection: sqlite3.Connection, blocks: Sequence[str]) -> tuple[Entry, ...]:
    """The entries of some blocks as they stand: as stored, or merged now where their records have changed since."""
    stale = set(stale_blocks(connection)).intersection(blocks)
    found = dict(merge_blocks(connection, sorted(stale))) if stale else {}
    for block in blocks:
        row = connection.execute("SELECT entries FROM merged WHERE block = ?", (block,)).fetchone()
        if row and block not in found:
            found[block] = _entries.decode(row[0])
    return tuple(entry for block in blocks for entry in found.get(block, ()))


def _stored(connection: sqlite3.Connection, without: set[str]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Block and entries as stored, but for some blocks."""
    for block, body in connection.execute("SELECT block, entries FROM merged"):
        if block not in without:
            yield block, _entries.decode(body)


def merge_blocks(
    connection: sqlite3.Connection, blocks: Iterable[str], articles: frozenset[str] | None = None
) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Each block and its entries, made of the records of `articles` (None: of all that stand today)."""
    known = standing_on(connection, None) if articles is None else articles
    witnesses: dict[str, Witness] = {}
    for block in blocks:
        rows = connection.execute("SELECT article, body FROM records WHERE block = ? ORDER BY key", (block,))
        held = [(article, body) for article, body in rows if article in known]
        for article, _ in held:
            if article not in witnesses:
                witnesses[article] = _read_witness(connection, article)
        yield block, merge_block(_records.decode("[" + ",".join(body for _, body in held) + "]"), witnesses)


def _read_witness(connection: sqlite3.Connection, article: str) -> Witness:
    body = connection.execute("SELECT witness FROM articles WHERE id = ?", (article,)).fetchone()[0]
    return _witness.decode(body)


def standing_on(connection: sqlite3.Connection, as_of: date | None) -> frozenset[str]:
    """Ids of the articles that stand on a day (None: today): known by then, and the newest known version of a URL."""
    day = as_of.isoformat() if as_of else "9999-12-31"
    newest: dict[str, str] = {}
    for id, url in connection.execute(
        "SELECT id, url FROM articles WHERE seen <= ? ORDER BY published, fetched, id", (day,)
    ):
        newest[url or id] = id
    return frozenset(newest.values())


def _blocks_of(connection: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    """Blocks in which these articles have records."""
    found: set[str] = set()
    for article in articles:
        rows = connection.execute("SELECT DISTINCT block FROM records WHERE article = ?", (article,))
        found.update(block for (block,) in rows)
    return found

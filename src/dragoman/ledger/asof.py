"""Entries as they stand, and as they were known on a day: only the blocks that differ are merged again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from dragoman.corrections import Kept, merge_corrected, standing
from dragoman.kinds import AnyRecord
from dragoman.ledger.correcting import Sight, bodies_of, corrections_of, made_rows
from dragoman.ledger.reading import stale_blocks
from dragoman.ledger.registry import Telling
from dragoman.ledger.settling import read_witness
from dragoman.merge import Merged, Witness, merge_block
from dragoman.types import Entry

STANDS = """
    SELECT 1 FROM articles AS a WHERE a.id = ? AND a.seen <= ? AND (a.url = '' OR NOT EXISTS (
        SELECT 1 FROM articles AS b
        WHERE b.url = a.url AND b.seen <= ? AND (b.published, b.fetched, b.id) > (a.published, a.fetched, a.id)
    ))
"""
_records = msgspec.json.Decoder(list[AnyRecord])
_record = msgspec.json.Decoder(AnyRecord)
_entry = msgspec.json.Decoder(Merged)


def entries(connection: sqlite3.Connection, as_of: date | None) -> tuple[Entry, ...]:
    """All entries by block; those of blocks that nothing hidden, superseded or corrected touches are as stored."""
    by_block, _ = entries_by_block(connection, as_of)
    return tuple(entry for block in sorted(by_block) for entry in by_block[block])


def entries_by_block(
    connection: sqlite3.Connection, as_of: date | None
) -> tuple[dict[str, tuple[Entry, ...]], frozenset[str]]:
    """The same by block, and the blocks whose entries were merged for this."""
    now = standing_on(connection, None)
    then = standing_on(connection, as_of) if as_of else now
    today = Sight(connection, None, now)
    sight = Sight(connection, as_of, then) if as_of else today
    remade = set(stale_blocks(connection)) | _blocks_of(connection, now ^ then)
    if sight.changed is not None or sight.homes != today.homes:
        remade |= today.touched() | sight.touched()
    remade |= {block for one in (today, sight) for near in list(remade) for block in one.members(one.home(near))}
    by_block = dict(_stored(connection, remade))
    by_block.update(merge_blocks(connection, sorted(remade), sight))
    return by_block, frozenset(remade)


def entries_in(connection: sqlite3.Connection, blocks: Sequence[str]) -> tuple[Entry, ...]:
    """The entries of some blocks as they stand: as stored, or merged now where their records have changed since."""
    sight = Sight(connection, None, standing_on(connection, None))
    homes = list(dict.fromkeys(map(sight.home, blocks)))
    asked = {member for home in homes for member in sight.members(home)}
    found = dict(merge_blocks(connection, sorted(asked.intersection(stale_blocks(connection))), sight))
    for home in homes:
        if home not in found:
            asked_for = "SELECT body FROM entries WHERE block = ? ORDER BY place, id"
            found[home] = tuple(_entry.decode(body) for (body,) in connection.execute(asked_for, (home,)))
    return tuple(entry for home in homes for entry in found.get(home, ()))


def _stored(connection: sqlite3.Connection, without: set[str]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Block and entries as stored, but for some blocks."""
    rows: dict[str, list[tuple[str, str, bytes]]] = {}
    for block, *row in connection.execute("SELECT block, place, id, body FROM entries"):
        if block not in without:
            rows.setdefault(block, []).append(tuple(row))
    for block, several in rows.items():
        yield block, tuple(_entry.decode(body) for _, _, body in sorted(several))


def merge_blocks(
    connection: sqlite3.Connection, blocks: Iterable[str], sight: Sight
) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The home of each block, once, and its entries, made of the records that stand as `sight` has them."""
    witnesses: dict[str, Witness] = {}
    for home in dict.fromkeys(map(sight.home, blocks)):
        rows = [row for block in sight.members(home) for row in sight.rows(block) if row[1] in sight.articles]
        for _, article, _, _ in rows:
            if article not in witnesses:
                witnesses[article] = read_witness(connection, article)
        yield home, _merge(home, rows, sight, witnesses)


def _merge(
    home: str, rows: list[tuple[str, str, str, str]], sight: Sight, witnesses: dict[str, Witness]
) -> tuple[Entry, ...]:
    if home in sight.bound_blocks or any(notes for _, _, _, notes in rows):
        kept = [Kept(key, _record.decode(body), tuple(notes.split())) for key, _, body, notes in rows]
        return merge_corrected(kept, witnesses, sight.bounds, sight.corrections)
    return merge_block(_records.decode("[" + ",".join(body for _, _, body, _ in rows) + "]"), witnesses)


def records(connection: sqlite3.Connection, article: str, as_of: date | None) -> tuple[AnyRecord, ...]:
    """The records of one article as corrected by a day."""
    made = corrections_of(connection)
    held = standing(made, as_of)
    changed = None if held == standing(made) else made_rows(connection, held, [article])
    return tuple(_record.decode(body) for body in bodies_of(connection, article, changed))


def tellings(connection: sqlite3.Connection, as_of: date | None) -> Iterator[Telling]:
    """Every record of the articles that stand on a day, as corrected by then, and when it became known."""
    for article, body in records_on(connection, as_of):
        seen = connection.execute("SELECT seen FROM articles WHERE id = ?", (article,)).fetchone()[0]
        yield Telling(_record.decode(body), date.fromisoformat(seen) if seen else None)


def records_on(connection: sqlite3.Connection, as_of: date | None) -> Iterator[tuple[str, str]]:
    """Article and body of every record of the articles that stand on a day, as corrected by then."""
    articles = standing_on(connection, as_of)
    sight = Sight(connection, as_of, articles)
    for article in sorted(articles):
        for body in sight.bodies(article):
            yield article, body


def standing_on(connection: sqlite3.Connection, as_of: date | None) -> frozenset[str]:
    """Ids of the articles that stand on a day (None: today): known by then, and the newest known version of a URL."""
    day = as_of.isoformat() if as_of else "9999-12-31"
    newest: dict[str, str] = {}
    for id, url in connection.execute(
        "SELECT id, url FROM articles WHERE seen <= ? ORDER BY published, fetched, id", (day,)
    ):
        newest[url or id] = id
    return frozenset(newest.values())


class Standing:
    """Which articles stand on a day, asked of one at a time: for a few of many that is cheaper than `standing_on`."""

    def __init__(self, connection: sqlite3.Connection, as_of: date | None) -> None:
        self._connection = connection
        self._day = as_of.isoformat() if as_of else "9999-12-31"
        self._known: dict[object, bool] = {}

    def __contains__(self, article: object) -> bool:
        if article not in self._known:
            asked = (article, self._day, self._day)
            self._known[article] = self._connection.execute(STANDS, asked).fetchone() is not None
        return self._known[article]


def _blocks_of(connection: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    """Blocks in which these articles have records, as read and as corrected."""
    found: set[str] = set()
    for article in articles:
        for table in ("records", "standing_records"):
            rows = connection.execute(f"SELECT DISTINCT block FROM {table} WHERE article = ?", (article,))
            found.update(block for (block,) in rows)
    return found

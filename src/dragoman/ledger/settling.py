"""Merged entries as they are stored, one row each, and the merging of what changed since.

A block is kept in parts (`merge.parts`); a new record remakes the part that it belongs to and no other. Where people
corrected something a block is merged as a whole, and is one part. `blocks` says when each was merged last: `stamp` is
higher for whatever was stored later.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dragoman.corrections import Kept, merge_corrected
from dragoman.kinds import AnyRecord
from dragoman.ledger.chain import canonical_json
from dragoman.ledger.correcting import Sight
from dragoman.ledger.filed import file, unfile
from dragoman.merge import Merged, Witness, entry_of, place_of
from dragoman.merge.groups import Placed, placed_on
from dragoman.merge.parts import Parts, groups_of
from dragoman.types import Entry

WHOLE = ""
"""In place of a record's key in `unmerged`: all of the block is to be merged."""
CORRECTED = 0
"""The number of the one part of a block that is merged as a whole."""
KEPT_RECORDS = 600_000
"""Records of blocks by which the next ones are found in memory, some 2 kB each; 20,000 articles have so many."""
_record = msgspec.json.Decoder(AnyRecord)
_entry = msgspec.json.Decoder(Merged)
_witness = msgspec.json.Decoder(Witness)
RECORDS = """
    SELECT s.key, s.article, s.body, a.seen FROM standing_records AS s JOIN articles AS a ON a.id = s.article
"""


class Replaced(Struct, frozen=True):
    """Entries that are no more as they were, and those that are in their place or new; some may be in both."""

    before: tuple[Entry, ...]
    after: tuple[Entry, ...]


class Made(Struct, frozen=True):
    """An entry to be stored: where it stands in its block, of which part it is, and the keys of its records."""

    place: str
    part: int
    records: str
    entry: Entry


class Warm:
    """Blocks that were merged by this process, kept for the next time unless another one merged them since."""

    def __init__(self) -> None:
        self._blocks: OrderedDict[str, tuple[int, Parts]] = OrderedDict()
        self._records = 0

    def take(self, block: str, stamp: int) -> Parts | None:
        """The parts as they were stored under that stamp; they are given back by `keep`."""
        kept = self._blocks.pop(block, None)
        self._records -= len(kept[1]) if kept else 0
        return kept[1] if kept and kept[0] == stamp else None

    def keep(self, block: str, stamp: int, parts: Parts) -> None:
        """Keeps a block; those that were used longest ago are dropped where it becomes too much."""
        self._blocks[block] = (stamp, parts)
        self._records += len(parts)
        while self._records > KEPT_RECORDS:
            _, (_, dropped) = self._blocks.popitem(last=False)
            self._records -= len(dropped)


class Settling:
    """One merging of what changed, within a transaction: what stands, and when it is stored."""

    def __init__(self, connection: sqlite3.Connection, sight: Sight, warm: Warm) -> None:
        self._connection = connection
        self._sight = sight
        self._warm = warm
        self._witnesses: dict[str, Witness] = {}
        self._known: dict[str, tuple[str, Placed]] = {}
        """The article and the record of keys that were asked for, of one block."""
        self._stamp = last_stamp(connection) + 1
        self.gone: list[Entry] = []
        """The entries that were stored and are no more, or are others now."""
        self.come: list[Entry] = []
        """Those that were stored."""

    def settle(self, block: str) -> None:
        """Merges what changed of a block, or of all blocks that are kept under its home."""
        home = self._sight.home(block)
        members = self._sight.members(home)
        asked = "SELECT record FROM unmerged WHERE block = ?"
        changed = {key for member in members for (key,) in self._connection.execute(asked, (member,))}
        if not changed:
            return  # merged with another block of the same home
        if members == [home] and not self._is_corrected(home):
            self._merge_parts(home, changed)
        else:
            made = merge_corrected_block(self._sight, home, self._witnesses_of)
            rows = enumerate(made)
            self._store(home, None, [Made(f"{n:09}", CORRECTED, "", entry) for n, entry in rows])
        for member in members:
            self._connection.execute("DELETE FROM unmerged WHERE block = ?", (member,))
            self._connection.execute("INSERT OR REPLACE INTO blocks VALUES (?, ?)", (member, self._stamp))
            if member != home:
                self.gone += drop_entries(self._connection, member)

    def _is_corrected(self, block: str) -> bool:
        asked = "SELECT 1 FROM corrected WHERE block = ? AND body <> '' LIMIT 1"
        return block in self._sight.bound_blocks or self._connection.execute(asked, (block,)).fetchone() is not None

    def _merge_parts(self, block: str, changed: set[str]) -> None:
        stamp = self._connection.execute("SELECT stamp FROM blocks WHERE block = ?", (block,)).fetchone()
        parts = self._warm.take(block, stamp[0] if stamp else 0)
        old: set[int] | None = None
        if WHOLE in changed or self._is_whole(block):
            parts = Parts()
            self._known.update(self._rows("s.block", block))
            come = {key: one for key, (article, one) in self._known.items() if article in self._sight.articles}
            _, new = parts.change(come, (), self._record)
        else:
            parts = parts or self._stored_parts(block)
            come = {key: one for key in changed for article, one in self._at(key) if article in self._sight.articles}
            old, new = parts.change(come, changed - come.keys(), self._record)
        made = [made for number, part in new.items() for made in self._made(number, part)]
        self._store(block, old, made)
        self._known.clear()
        self._warm.keep(block, self._stamp, parts)

    def _is_whole(self, block: str) -> bool:
        asked = "SELECT 1 FROM entries WHERE block = ? AND part = ? LIMIT 1"
        return self._connection.execute(asked, (block, CORRECTED)).fetchone() is not None

    def _stored_parts(self, block: str) -> Parts:
        """The parts of a block as they are stored; they may hold records of articles that stand no more."""
        parts = Parts()
        homes: dict[str, int] = {}
        for part, records in self._connection.execute("SELECT part, records FROM entries WHERE block = ?", (block,)):
            homes.update(dict.fromkeys(records.split(), part))
        for key, (_, one) in self._rows("s.block", block):
            if key in homes:
                parts.know(homes[key], key, one)
        return parts

    def _rows(self, column: str, value: str) -> Iterator[tuple[str, tuple[str, Placed]]]:
        """Each record of a block, or the one of a key, with its article."""
        for key, article, body, seen in self._connection.execute(f"{RECORDS} WHERE {column} = ?", (value,)):
            yield key, (article, placed_of(body, seen))

    def _at(self, key: str) -> list[tuple[str, Placed]]:
        """The article and the record of a key, where it is there as it was read."""
        if key not in self._known:
            self._known.update(self._rows("s.key", key))
        return [self._known[key]] if key in self._known else []

    def _record(self, key: str) -> Placed | None:
        return next((one for _, one in self._at(key)), None)

    def made_of(self, part: int, keys: Iterable[str]) -> list[Made]:
        """The entries that some records of a block make which belong to one part of it, as far as they can be seen."""
        made = list(self._made(part, keys))
        self._known.clear()
        return made

    def _made(self, number: int, part: Iterable[str]) -> Iterator[Made]:
        """The entries of a part."""
        several = {one.body: (key, one) for key in part for _, one in self._at(key)}
        witnesses = self._witnesses_of({one.record.article for _, one in several.values()})
        for group in groups_of(one for _, one in several.values()):
            records = " ".join(several[one.body][0] for one in group)
            yield Made(place_of(group[0]), number, records, entry_of(group, witnesses))

    def _witnesses_of(self, articles: Iterable[str]) -> Mapping[str, Witness]:
        for article in articles:
            if article not in self._witnesses:
                self._witnesses[article] = read_witness(self._connection, article)
        return self._witnesses

    def _store(self, block: str, old: set[int] | None, made: Iterable[Made]) -> None:
        """Puts entries in the place of some parts, or (None) of all; a row that stays as it was keeps its stamp."""
        asked, among = "SELECT n, place, body FROM entries WHERE block = ?", [(block, part) for part in old or ()]
        rows = [row for one in among for row in self._connection.execute(f"{asked} AND part = ?", one)]
        if old is None:
            rows = self._connection.execute(asked, (block,)).fetchall()
        known = {(place, body): n for n, place, body in rows}
        for one in made:
            body = canonical_json(one.entry).encode()  # as text it would be made a string first, for every decoding
            n = known.pop((one.place, body), None)
            if n is not None:
                self._connection.execute("UPDATE entries SET part = ? WHERE n = ?", (one.part, n))
                continue
            row = (block, one.place, one.entry.id, one.part, self._stamp, one.records, body)
            into = "INSERT INTO entries (block, place, id, part, stamp, records, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
            row_number = self._connection.execute(into, row).lastrowid
            file(self._connection, row_number or 0, one.entry)
            self.come.append(one.entry)
        gone = [(n, _entry.decode(body)) for (_, body), n in known.items()]
        self.gone += [entry for _, entry in gone]
        for n, entry in gone:
            unfile(self._connection, n, entry)
        self._connection.executemany("DELETE FROM entries WHERE n = ?", [(n,) for n in known.values()])


def drop_entries(connection: sqlite3.Connection, block: str) -> list[Entry]:
    """Deletes what is stored of a block; what that was."""
    rows = connection.execute("SELECT n, body FROM entries WHERE block = ? ORDER BY place, id", (block,)).fetchall()
    dropped = [(n, _entry.decode(body)) for n, body in rows]
    for n, entry in dropped:
        unfile(connection, n, entry)
    connection.execute("DELETE FROM entries WHERE block = ?", (block,))
    return [entry for _, entry in dropped]


def placed_of(body: str, seen: str) -> Placed:
    """A record as it is grouped, of its JSON and the day on which its article became known."""
    return placed_on(_record.decode(body), body.encode(), date.fromisoformat(seen) if seen else date.max)


def merge_corrected_block(
    sight: Sight, home: str, witnesses: Callable[[Iterable[str]], Mapping[str, Witness]]
) -> tuple[Entry, ...]:
    """The entries of a home, made of the records that stand as `sight` has them."""
    rows = [row for block in sight.members(home) for row in sight.rows(block) if row[1] in sight.articles]
    kept = [Kept(key, _record.decode(body), tuple(notes.split())) for key, _, body, notes in rows]
    return merge_corrected(kept, witnesses({article for _, article, _, _ in rows}), sight.bounds, sight.corrections)


def read_witness(connection: sqlite3.Connection, article: str) -> Witness:
    """An article as merging sees it."""
    asked = "SELECT witness, json_extract(body, '$.marking') FROM articles WHERE id = ?"
    body, marking = connection.execute(asked, (article,)).fetchone()
    return replace(_witness.decode(body), marking=marking or "CLEAR")  # earlier ledgers keep witnesses without one


def last_stamp(connection: sqlite3.Connection) -> int:
    """The stamp of what was stored last; 0 where nothing was."""
    return int(connection.execute("SELECT coalesce(max(stamp), 0) FROM blocks").fetchone()[0])

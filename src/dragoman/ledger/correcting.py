"""Records as they stand under the corrections of a day; nothing here writes.

What today's corrections make of records is stored beside them (`corrected`), so that it is read as fast as they are; of
another day it is made again, which costs a pass over the ledger only where names were decided by hand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

import msgspec
from msgspec import Struct

from dragoman.corrections import Bound, Correction, Corrector, Target, found, standing, target_of
from dragoman.corrections.nouns import Amend, Confirm, Divide, Judge, Place, Unite
from dragoman.corrections.standing import is_about_entries, is_about_names, targets_of
from dragoman.corrections.words import note_of
from dragoman.kinds import AnyRecord
from dragoman.ledger.chain import canonical_json
from dragoman.merge import block_of
from dragoman.types import Article, ByHand, Record

_correction = msgspec.json.Decoder(Correction)
_record = msgspec.json.Decoder(AnyRecord)
_article = msgspec.json.Decoder(Article)


class Row(Struct, frozen=True):
    """A record that corrections changed, as `corrected` holds it; `body` is empty for one that was withdrawn."""

    key: str
    id: str
    article: str
    kind: str
    block: str
    body: str
    notes: str
    """The ids of its corrections, blanks between them."""
    read_block: str
    """The block of the record as it was read."""


def corrections_of(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """All corrections, in the order in which they were added."""
    return tuple(_correction.decode(body) for (body,) in connection.execute("SELECT body FROM corrections ORDER BY n"))


def stored_rows(connection: sqlite3.Connection, articles: Iterable[str] | None) -> dict[str, Row]:
    """What is stored of the records that today's corrections changed, of some articles or (None) of all, by key."""
    asked = """
        SELECT c.key, c.id, c.article, c.kind, c.block, c.body, c.notes, r.block
        FROM corrected AS c JOIN records AS r ON r.key = c.key
    """
    if articles is None:
        return {row[0]: Row(*row) for row in connection.execute(asked)}
    rows = (row for id in articles for row in connection.execute(f"{asked} WHERE c.article = ?", (id,)))
    return {row[0]: Row(*row) for row in rows}


def made_rows(
    connection: sqlite3.Connection, corrections: Sequence[Correction], articles: Iterable[str] | None
) -> dict[str, Row]:
    """What some corrections make of the records of some articles, or (None) of all articles, by key."""
    single = tuple(one for one in corrections if not is_about_entries(one))
    if not single:
        return {}
    if articles is None and not any(map(is_about_names, single)):
        articles = places_of(connection, single)
    corrector = Corrector(single)
    return {row.key: row for id in _ids(connection, articles) for row in _made(connection, corrector, id)}


def _ids(connection: sqlite3.Connection, articles: Iterable[str] | None) -> Iterable[str]:
    if articles is not None:
        return sorted(set(articles))
    return [id for (id,) in connection.execute("SELECT id FROM articles ORDER BY id")]


def _made(connection: sqlite3.Connection, corrector: Corrector, article: str) -> Iterator[Row]:
    known = connection.execute("SELECT url FROM articles WHERE id = ?", (article,)).fetchone()
    rows = connection.execute("SELECT key, block, body FROM records WHERE article = ? ORDER BY body", (article,))
    read: dict[Record, tuple[str, str]] = {_record.decode(body): (key, block) for key, block, body in rows}
    for one in corrector.changed(article, known[0] if known else "", tuple(read)):
        key, read_block = read[one.read]
        kind, notes = str(one.read.__struct_config__.tag), " ".join(one.notes)
        block = block_of(one.record) if one.record else read_block
        body = canonical_json(one.record) if one.record else ""
        yield Row(key, one.read.id, article, kind, block, body, notes, read_block)


def places_of(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> frozenset[str] | None:
    """Ids of the articles, and their other versions, that some corrections name; None: any article."""
    several = tuple(corrections)
    if any(map(is_about_names, several)):
        return None
    targets = [target for one in several for target in targets_of(one.deed)]
    found: set[str] = {target.article for target in targets}
    for page in {target.page for target in targets} - {""}:
        found.update(id for (id,) in connection.execute("SELECT id FROM articles WHERE url = ?", (page,)))
    return frozenset(found)


def naming_article(corrections: Iterable[Correction], article: Article) -> list[Correction]:
    """The corrections that name a record of an article, or of another version of its page.

    What they are about changes when it comes in, also where its own records are elsewhere: what shows a verdict is.
    """
    places = {article.id, article.url} - {""}
    return [one for one in corrections if any({t.article, t.page} & places for t in targets_of(one.deed))]


def bounds_of(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> tuple[Bound, ...]:
    """Those corrections that are about entries, with the records that they stand for in this ledger."""
    made = []
    for one in corrections:
        deed = one.deed
        if not is_about_entries(one):
            continue
        match deed:
            case Unite():
                sides = (deed.one, deed.other)
            case Divide():
                sides = (deed.out, deed.rest)
            case Judge():
                sides = (deed.of, deed.by)
            case Amend() | Confirm():
                sides = (deed.of, ())
            case _:
                continue
        made.append(Bound(one, *(frozenset(_held(connection, side)) for side in sides)))
    return tuple(made)


def blocks_about(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> set[str]:
    """The blocks of the entries that some corrections are about."""
    asked = "SELECT block FROM standing_records WHERE article = ? AND id = ?"
    places = [place for bound in bounds_of(connection, corrections) for place in bound.one | bound.other]
    return {block for place in places for (block,) in connection.execute(asked, place)}


def _held(connection: sqlite3.Connection, targets: Iterable[Target]) -> Iterator[Place]:
    for target in targets:
        asked = "SELECT id, url FROM articles WHERE id = ? OR (url = ? AND url <> '')"
        for article, page in connection.execute(asked, (target.article, target.page)).fetchall():
            rows = connection.execute("SELECT body FROM records WHERE article = ? ORDER BY body", (article,))
            records = tuple(_record.decode(body) for (body,) in rows)
            yield from ((article, record.id) for record in found(target, article, page, records))


def notes_of(connection: sqlite3.Connection, article: str, as_of: date | None) -> dict[str, tuple[ByHand, ...]]:
    """What the corrections that hold on a day did to the records of an article, by record id."""
    held = {one.id: one for one in standing(corrections_of(connection), as_of)}
    notes: dict[str, tuple[ByHand, ...]] = {
        row.id: tuple(note_of(held[id]) for id in row.notes.split() if id in held)
        for row in made_rows(connection, tuple(held.values()), [article]).values()
    }
    for bound in bounds_of(connection, held.values()):
        for place in sorted(bound.one | (frozenset() if isinstance(bound.correction.deed, Judge) else bound.other)):
            if place[0] == article:
                notes[place[1]] = (*notes.get(place[1], ()), note_of(bound.correction))
    return notes


def targets(connection: sqlite3.Connection, places: Iterable[Place]) -> tuple[Target, ...]:
    """Some records as a correction will find them again."""
    made = []
    for article, id in places:
        (told,) = connection.execute("SELECT body FROM articles WHERE id = ?", (article,)).fetchone()
        rows = connection.execute("SELECT body FROM records WHERE article = ? AND id = ? ORDER BY body", (article, id))
        made += [target_of(_record.decode(body), _article.decode(told)) for (body,) in rows]
    return tuple(made)


def records_beginning(connection: sqlite3.Connection, id: str, articles: frozenset[str]) -> list[Record]:
    """The records of the articles, as they stand today, whose id begins so; three at most."""
    asked = "SELECT article, body FROM standing_records WHERE substr(id, 1, ?) = ? ORDER BY id, article"
    rows = (row for row in connection.execute(asked, (len(id), id)) if row[0] in articles)
    return [_record.decode(body) for _, body in islice(rows, 3)]


def bodies_of(connection: sqlite3.Connection, article: str, changed: Mapping[str, Row] | None) -> list[str]:
    """The records of an article as JSON, sorted: as `changed` has them by key, or (None) as they stand today."""
    if changed is None:
        asked = "SELECT body FROM standing_records WHERE article = ? ORDER BY body"
        return [body for (body,) in connection.execute(asked, (article,))]
    rows = connection.execute("SELECT key, body FROM records WHERE article = ?", (article,)).fetchall()
    known = ((body, changed.get(key)) for key, body in rows)
    return sorted(made for body, row in known if (made := row.body if row else body))


class Sight:
    """The records of a ledger under the corrections that hold on a day, block by block.

    `changed` is None where these are today's: then what is stored is read. `homes` has the home of each block that was
    joined to others by hand, itself included: the first of them by name.
    """

    def __init__(self, connection: sqlite3.Connection, as_of: date | None, articles: Container[str]) -> None:
        made = corrections_of(connection)
        today = standing(made)
        held = standing(made, as_of)
        self._connection = connection
        self.articles = articles
        self.corrections = {one.id: one for one in held}
        self.changed = None if held == today else made_rows(connection, held, None)
        self.bounds = bounds_of(connection, held)
        self._by_block: dict[str, list[Row]] = {}
        for row in (self.changed or {}).values():
            self._by_block.setdefault(row.block, []).append(row)
        self._blocks: dict[Place, set[str]] = {}
        self.homes = self._homes()
        self.bound_blocks = frozenset(self.home(b) for bound in self.bounds for b in self._blocks_of(bound))

    def home(self, block: str) -> str:
        """The block under which the entries of a block are kept."""
        return self.homes.get(block, block)

    def members(self, home: str) -> list[str]:
        """The blocks that are kept under a home."""
        return [block for block, other in sorted(self.homes.items()) if other == home] or [home]

    def rows(self, block: str) -> list[tuple[str, str, str, str]]:
        """Key, article, body and notes of each record of a block, whether its article stands or not, by key."""
        if self.changed is None:
            asked = "SELECT key, article, body, notes FROM standing_records WHERE block = ? ORDER BY key"
            return self._connection.execute(asked, (block,)).fetchall()
        asked = "SELECT key, article, body, '' FROM records WHERE block = ?"
        read = [row for row in self._connection.execute(asked, (block,)) if row[0] not in self.changed]
        made = [(row.key, row.article, row.body, row.notes) for row in self._by_block.get(block, ()) if row.body]
        return sorted([*read, *made])

    def bodies(self, article: str) -> list[str]:
        """The records of an article as JSON, in the order of it."""
        return bodies_of(self._connection, article, self.changed)

    def bodies_at(self, article: str, first: int, past: int) -> list[str]:
        """The records that stand on a span of an article as JSON, in the order of it; no correction moves a record."""
        asked = "SELECT DISTINCT key FROM places WHERE article = ? AND first < ? AND past > ?"
        found: list[str] = []
        for (key,) in self._connection.execute(asked, (article, past, first)).fetchall():
            made = self.changed.get(key) if self.changed is not None else None
            table = "standing_records" if self.changed is None else "records"
            rows = self._connection.execute(f"SELECT body FROM {table} WHERE key = ?", (key,))
            found += [made.body] if made else [body for (body,) in rows]
        return sorted(filter(None, found))

    def touched(self) -> set[str]:
        """The blocks that hold, or held as read, a record that these corrections change, or are about."""
        rows = (stored_rows(self._connection, None) if self.changed is None else self.changed).values()
        blocks = {block for row in rows for block in (row.block, row.read_block)}
        return blocks | {block for bound in self.bounds for block in self._blocks_of(bound)} | set(self.homes)

    def _blocks_of(self, bound: Bound) -> set[str]:
        return {block for place in bound.one | bound.other for block in self._block_of(place)}

    def _block_of(self, place: Place) -> set[str]:
        if place not in self._blocks:
            if self.changed is None:
                asked = "SELECT key, block FROM standing_records WHERE article = ? AND id = ?"
                self._blocks[place] = {block for _, block in self._connection.execute(asked, place)}
            else:
                asked = "SELECT key, block FROM records WHERE article = ? AND id = ?"
                rows = self._connection.execute(asked, place).fetchall()
                known = {key: self.changed.get(key) for key, _ in rows}
                self._blocks[place] = {row.block if (row := known[key]) else block for key, block in rows}
        return self._blocks[place]

    def _homes(self) -> Mapping[str, str]:
        """Blocks joined by the corrections that unite entries of several blocks."""
        joined: list[set[str]] = []
        for bound in self.bounds:
            if isinstance(bound.correction.deed, Unite):
                sides = [
                    {block for place in side if place[0] in self.articles for block in self._block_of(place)}
                    for side in (bound.one, bound.other)
                ]
                if all(sides) and len(sides[0] | sides[1]) > 1:
                    kin = [known for known in joined if known & (sides[0] | sides[1])]
                    joined = [known for known in joined if known not in kin]
                    joined.append(set().union(*sides, *kin))
        return {block: min(blocks) for blocks in joined for block in blocks}

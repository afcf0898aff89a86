"""Entries by their kind and heading (see `merge.filing`), as they are stored: only what is asked for is decoded."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any

import msgspec

from dragoman.kinds import BY_NAME
from dragoman.ledger.bearing import forget, note
from dragoman.ledger.chain import canonical_json
from dragoman.ledger.dated import Dates, enter, leave
from dragoman.merge import Merged
from dragoman.merge.filing import ALL, Face, Rank, face_of, headings, rank
from dragoman.types import Entry

_entry = msgspec.json.Decoder(Merged)
LAST = "\U0010ffff"
"""What no heading goes beyond."""
MAIN, HERE, OWN = "", "temp.later_", "temp.own_"
"""Beginnings of the names of tables: of what is stored, of what stands in the place of some of it for one moment, and
of what does for a reader from whom something is hidden (see `partial`)."""
IN_ORDER = "WHERE kind = ? AND heading = ? ORDER BY age, fewer, id"
LATER = (
    """
    CREATE TEMP TABLE IF NOT EXISTS later_filed (
        kind TEXT, heading TEXT, age INTEGER, fewer INTEGER, id TEXT, n INTEGER, seen INTEGER,
        was_old INTEGER, PRIMARY KEY (kind, heading, age, fewer, id, n)
    ) WITHOUT ROWID
    """,
    "CREATE TEMP TABLE IF NOT EXISTS later_entries (n INTEGER PRIMARY KEY, id TEXT NOT NULL, body BLOB NOT NULL)",
    """
    CREATE TEMP TABLE IF NOT EXISTS later_dated (
        day INTEGER, id TEXT, n INTEGER, kind TEXT, is_known INTEGER, level INTEGER, sides TEXT,
        PRIMARY KEY (day, id, n)
    ) WITHOUT ROWID
    """,
    """
    CREATE TEMP TABLE IF NOT EXISTS later_homes (
        article TEXT, record TEXT, n INTEGER, PRIMARY KEY (article, record, n)
    ) WITHOUT ROWID
    """,
    """
    CREATE TEMP TABLE IF NOT EXISTS later_tally (
        kind TEXT, heading TEXT, count INTEGER, PRIMARY KEY (kind, heading)
    ) WITHOUT ROWID
    """,
    "CREATE TEMP TABLE IF NOT EXISTS aside (n INTEGER PRIMARY KEY)",
    *(f"DELETE FROM temp.later_{name}" for name in ("filed", "entries", "dated", "homes", "tally")),
    "DELETE FROM temp.aside",
)
"""What makes room for entries that stand in the place of stored ones, which are set aside."""


def file(connection: sqlite3.Connection, n: int, entry: Entry, where: str = MAIN) -> None:
    """Files an entry that is stored as row `n`; within a transaction."""
    rows = _rows(n, entry)
    connection.executemany(f"INSERT INTO {where}filed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    tell(connection, entry.kind, [heading for _, heading, *_ in rows], 1, where)
    enter(connection, n, entry, where)
    if where != HERE:
        note(connection, n, entry, where)


Filed = tuple[str, str, int, int, str, int, int, bool]


def _rows(n: int, entry: Entry) -> list[Filed]:
    """Where an entry that is stored as row `n` is filed, as rows of the table."""
    face = face_of(entry)
    return [(entry.kind, heading, *face.rank, n, face.seen, face.was_old) for heading in headings(entry)]


def unfile(connection: sqlite3.Connection, n: int, entry: Entry) -> None:
    """Takes an entry away that was filed as it is."""
    age, fewer, id = rank(entry)
    under = headings(entry)
    rows = [(entry.kind, heading, age, fewer, id, n) for heading in under]
    asked = "DELETE FROM filed WHERE kind = ? AND heading = ? AND age = ? AND fewer = ? AND id = ? AND n = ?"
    connection.executemany(asked, rows)
    tell(connection, entry.kind, under, -1)
    leave(connection, n, entry)
    forget(connection, n, entry)


def tell(connection: sqlite3.Connection, kind: str, under: Iterable[str], count: int, where: str = MAIN) -> None:
    """Adds to how many there are under some headings."""
    asked = f"INSERT INTO {where}tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count"
    connection.executemany(asked, [(kind, heading, count) for heading in under])
    if count < 0 and where == MAIN:
        asked = "DELETE FROM tally WHERE kind = ? AND heading = ? AND count = 0"
        connection.executemany(asked, [(kind, heading) for heading in under])


def file_all(connection: sqlite3.Connection) -> None:
    """Files all entries that are stored anew."""
    clear(connection)
    for n, body in connection.execute("SELECT n, body FROM entries"):
        file(connection, n, _entry.decode(body))


def clear(connection: sqlite3.Connection) -> None:
    """Forgets where any entry is filed."""
    for table in ("filed", "tally", "dated", "homes", "clues", "unjudged"):
        connection.execute(f"DELETE FROM {table}")


class Files:
    """The entries of a ledger as they stood at the moment at which this was made; used within it.

    Others can stand in the place of some of them, see `alter`.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._is_altered = False
        self._aside: frozenset[int] = frozenset()

    def later_than(self, day: date) -> list[Entry]:
        """The entries whose place in the order is after a day."""
        return [self._read(n) for n in self._later(day)]

    def _later(self, day: date) -> list[int]:
        asked = "SELECT n FROM filed WHERE kind = ? AND heading = '' AND age < ?"
        values = [(kind, -day.toordinal()) for kind in BY_NAME]
        return [n for one in values for (n,) in self._connection.execute(asked, one)]

    def alter(self, day: date, altered: Iterable[Entry]) -> None:
        """Puts other entries in the place of those that are `later_than` a day."""
        gone = self._later(day)
        if gone:
            self.replace(gone, altered)

    def replace(self, gone: Iterable[int], come: Iterable[Entry]) -> None:
        """Sets the entries of some rows aside and puts others in their place."""
        aside = [(n, self._read(n)) for n in gone]
        for statement in LATER:
            self._connection.execute(statement)
        self._connection.executemany("INSERT INTO temp.aside VALUES (?)", [(n,) for n, _ in aside])
        counts = Counter[tuple[str, str]]()
        rows = list[Filed]()
        others = [(-n, entry) for n, entry in enumerate(come, 1)]
        for _, entry in aside:
            counts.subtract((entry.kind, heading) for heading in headings(entry))
        for n, entry in others:
            own = _rows(n, entry)
            rows += own
            counts.update((kind, heading) for kind, heading, *_ in own)
            enter(self._connection, n, entry, HERE)
        bodies = [(n, entry.id, canonical_json(entry).encode()) for n, entry in others]
        self._connection.executemany("INSERT INTO temp.later_entries VALUES (?, ?, ?)", bodies)
        self._connection.executemany(f"INSERT INTO {HERE}filed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        told = [(*under, count) for under, count in counts.items() if count]
        self._connection.executemany(f"INSERT INTO {HERE}tally VALUES (?, ?, ?)", told)
        self._is_altered = True
        self._aside = frozenset(n for n, _ in aside)

    @property
    def dates(self) -> Dates:
        """Their days and records."""
        return Dates(self._connection, is_altered=self._is_altered)

    def kinds(self) -> tuple[str, ...]:
        """The kinds that there are, in the order of their first entries."""
        firsts = [(place[:3], kind) for kind in BY_NAME for place in islice(self._places(kind, ALL), 1)]
        return tuple(kind for _, kind in sorted(firsts))

    def count(self, kind: str, under: str = ALL) -> int:
        """How many entries stand under a heading."""
        asked = "SELECT count FROM {}tally WHERE kind = ? AND heading = ?"
        return sum(count for (count,) in self._of_both(asked, (kind, under)))

    def counts(self, kind: str, beginning: str) -> dict[str, int]:
        """How many entries stand under each heading that begins so, by the rest of it."""
        asked = "SELECT heading, count FROM {}tally WHERE kind = ? AND heading BETWEEN ? AND ?"
        found = Counter[str]()
        for heading, count in self._of_both(asked, (kind, beginning, beginning + LAST)):
            found[heading.removeprefix(beginning)] += count
        return {rest: count for rest, count in found.items() if count}

    def filed(self, kind: str, under: str = ALL) -> Iterator[Entry]:
        """The entries under a heading, each read when it is asked for."""
        return (self._read(place[3]) for place in self._places(kind, under))

    def faces(self, kind: str) -> Iterator[Face]:
        """What a brief weighs of the entries of a kind, in their order."""
        asked = f"SELECT age, fewer, id, n, seen, was_old FROM {{}}filed {IN_ORDER}"
        for age, fewer, id, _, seen, was_old in self._in_order(asked, (kind, ALL)):
            yield Face(kind, (age, fewer, id), seen, bool(was_old))

    def at(self, kind: str, place: Rank) -> Entry:
        """The entry of a kind at a place in the order; there is one."""
        asked = "SELECT n FROM {}filed WHERE kind = ? AND heading = '' AND age = ? AND fewer = ? AND id = ?"
        for (n,) in self._of_both(asked, (kind, *place)):
            if not self._is_aside(n):
                return self._read(n)
        raise LookupError(place)

    def named(self, id: str) -> Entry | None:
        """The entry of that id."""
        found = self._of_both("SELECT n FROM {}entries WHERE id = ?", (id,))
        return next((self._read(n) for (n,) in found if not self._is_aside(n)), None)

    def beginning(self, id: str, most: int = 2) -> list[Entry]:
        """The entries whose id begins so, so many at most."""
        asked = "SELECT DISTINCT id FROM entries WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
        found = self._connection.execute(asked, (id, id + LAST, most)).fetchall()
        return [entry for (one,) in found if (entry := self.named(one))]

    def row(self, n: int) -> Entry:
        """The entry of a row, as `dates` tell it."""
        return self._read(n)

    def _is_aside(self, n: int) -> bool:
        return n in self._aside

    def _places(self, kind: str, under: str) -> Iterator[tuple[Any, ...]]:
        """Rank and row of each entry under a heading, in their order."""
        return self._in_order(f"SELECT age, fewer, id, n FROM {{}}filed {IN_ORDER}", (kind, under))

    def _in_order(self, asked: str, values: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
        stored: Iterator[tuple[Any, ...]] = self._connection.execute(asked.replace("{}", MAIN), values)
        if not self._is_altered:
            return stored
        kept = (row for row in stored if row[3] not in self._aside)
        return merge(kept, self._connection.execute(asked.replace("{}", HERE), values))

    def _of_both(self, asked: str, values: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
        for where in (HERE, MAIN) if self._is_altered else (MAIN,):
            yield from self._connection.execute(asked.replace("{}", where), values).fetchall()

    def _read(self, n: int) -> Entry:
        where = MAIN if n > 0 else HERE
        return _entry.decode(
            self._connection.execute(f"SELECT body FROM {where}entries WHERE n = ?", (n,)).fetchone()[0]
        )

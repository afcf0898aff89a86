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
from dragoman.ledger.chain import canonical_json
from dragoman.merge import Merged
from dragoman.merge.filing import ALL, Face, Rank, face_of, headings, rank
from dragoman.types import Entry

_entry = msgspec.json.Decoder(Merged)
LAST = "\U0010ffff"
"""What no heading goes beyond."""
MAIN, HERE = "filed", "temp.later_filed"
IN_ORDER = "WHERE kind = ? AND heading = ? AND age >= ? ORDER BY age, fewer, id"
NEWEST = -date.max.toordinal()
LATER = (
    """
    CREATE TEMP TABLE IF NOT EXISTS later_filed (
        kind TEXT, heading TEXT, age INTEGER, fewer INTEGER, id TEXT, n INTEGER, seen INTEGER,
        was_old INTEGER, PRIMARY KEY (kind, heading, age, fewer, id, n)
    ) WITHOUT ROWID
    """,
    "CREATE TEMP TABLE IF NOT EXISTS later_entries (n INTEGER PRIMARY KEY, body BLOB NOT NULL)",
    "DELETE FROM temp.later_filed",
    "DELETE FROM temp.later_entries",
)
"""What makes room for entries that stand in the place of stored ones."""


def file(connection: sqlite3.Connection, n: int, entry: Entry, table: str = "filed") -> None:
    """Files an entry that is stored as row `n`; within a transaction."""
    face = face_of(entry)
    rows = [(entry.kind, heading, *face.rank, n, face.seen, face.was_old) for heading in headings(entry)]
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def unfile(connection: sqlite3.Connection, n: int, entry: Entry) -> None:
    """Takes an entry away that was filed as it is."""
    age, fewer, id = rank(entry)
    rows = [(entry.kind, heading, age, fewer, id, n) for heading in headings(entry)]
    asked = "DELETE FROM filed WHERE kind = ? AND heading = ? AND age = ? AND fewer = ? AND id = ? AND n = ?"
    connection.executemany(asked, rows)


def file_all(connection: sqlite3.Connection) -> None:
    """Files all entries that are stored anew."""
    connection.execute("DELETE FROM filed")
    for n, body in connection.execute("SELECT n, body FROM entries"):
        file(connection, n, _entry.decode(body))


class Files:
    """The entries of a ledger as they stood at the moment at which this was made; used within it.

    As of a day before some of them became known others stand in their place, see `alter`.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._first = NEWEST
        self._has_later = False

    def later_than(self, day: date) -> list[Entry]:
        """The entries whose place in the order is after a day."""
        asked = "SELECT n FROM filed WHERE kind = ? AND heading = '' AND age < ?"
        values = [(kind, -day.toordinal()) for kind in BY_NAME]
        return [self._read(n) for one in values for (n,) in self._connection.execute(asked, one).fetchall()]

    def alter(self, day: date, altered: Iterable[Entry]) -> None:
        """Puts other entries in the place of those that are `later_than` a day."""
        for statement in LATER:
            self._connection.execute(statement)
        for n, entry in enumerate(altered, 1):
            self._connection.execute(
                "INSERT INTO temp.later_entries VALUES (?, ?)", (n, canonical_json(entry).encode())
            )
            file(self._connection, n, entry, HERE)
            self._has_later = True
        self._first = -day.toordinal()

    def kinds(self) -> tuple[str, ...]:
        """The kinds that there are, in the order of their first entries."""
        firsts = [(place[:3], kind) for kind in BY_NAME for place in islice(self._places(kind, ALL), 1)]
        return tuple(kind for _, kind in sorted(firsts))

    def count(self, kind: str, under: str = ALL) -> int:
        """How many entries stand under a heading."""
        asked = "SELECT count(*) FROM {} WHERE kind = ? AND heading = ? AND age >= ?"
        return sum(count for (count,) in self._of_both(asked, (kind, under)))

    def counts(self, kind: str, beginning: str) -> dict[str, int]:
        """How many entries stand under each heading that begins so, by the rest of it."""
        asked = (
            "SELECT heading, count(*) FROM {} WHERE kind = ? AND heading BETWEEN ? AND ? AND age >= ? GROUP BY heading"
        )
        found = Counter[str]()
        for heading, count in self._of_both(asked, (kind, beginning, beginning + LAST)):
            found[heading.removeprefix(beginning)] += count
        return found

    def filed(self, kind: str, under: str = ALL) -> Iterator[Entry]:
        """The entries under a heading, each read when it is asked for."""
        return (self._read(*place[3:]) for place in self._places(kind, under))

    def faces(self, kind: str) -> Iterator[Face]:
        """What a brief weighs of the entries of a kind, in their order."""
        asked = f"SELECT age, fewer, id, seen, was_old FROM {{}} {IN_ORDER}"
        for age, fewer, id, seen, was_old in self._in_order(asked, (kind, ALL)):
            yield Face(kind, (age, fewer, id), seen, bool(was_old))

    def at(self, kind: str, place: Rank) -> Entry:
        """The entry of a kind at a place in the order; there is one."""
        # Without the first age in the condition: SQLite would search by it and not by all that is known.
        asked = "SELECT n FROM {} WHERE kind = ? AND heading = '' AND age = ? AND fewer = ? AND id = ?"
        for table in (HERE, MAIN) if self._has_later else (MAIN,):
            row = self._connection.execute(asked.replace("{}", table), (kind, *place)).fetchone()
            if row:
                return self._read(row[0], table)
        raise LookupError(place)

    def named(self, id: str) -> Entry | None:
        """The entry of that id: found among all of its kind."""
        asked = "SELECT n, '{}' FROM {} WHERE kind = ? AND heading = '' AND id = ? AND age >= ?"
        found = next(self._of_both(asked, (id.partition("-")[0], id)), None)
        return self._read(*found) if found else None

    def _places(self, kind: str, under: str) -> Iterator[tuple[Any, ...]]:
        """Rank, row and table of each entry under a heading, in their order."""
        return self._in_order(f"SELECT age, fewer, id, n, '{{}}' FROM {{}} {IN_ORDER}", (kind, under))

    def _in_order(self, asked: str, values: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
        stored = self._ask(MAIN, asked, values)
        return merge(stored, self._ask(HERE, asked, values)) if self._has_later else stored

    def _of_both(self, asked: str, values: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
        for table in (MAIN, HERE) if self._has_later else (MAIN,):
            yield from self._ask(table, asked, values)

    def _ask(self, table: str, asked: str, values: tuple[object, ...]) -> sqlite3.Cursor:
        first = self._first if table == MAIN else NEWEST
        return self._connection.execute(asked.replace("{}", table), (*values, first))

    def _read(self, n: int, table: str = MAIN) -> Entry:
        asked = f"SELECT body FROM {'entries' if table == MAIN else 'temp.later_entries'} WHERE n = ?"
        return _entry.decode(self._connection.execute(asked, (n,)).fetchone()[0])

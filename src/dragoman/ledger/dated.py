"""Entries by their days and by their records, as they are stored: they are counted and found without being read."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from dragoman.corrections.markings import MARKINGS
from dragoman.kinds.doers import doers_of
from dragoman.merge.filing import day_of, parties_of
from dragoman.types import Article, Entry, Marking

MARK = "\n"
"""Stands around the name of each side."""
COLUMNS = "day, id, n, kind, is_known, level, sides"


class Dated(NamedTuple):
    """An entry that has a day: the ordinal of that; whether it is the thing's own; the sides that act in it.

    `n` is its row, `level` the place in `MARKINGS` of the most closed of its articles.
    """

    day: int
    id: str
    n: int
    kind: str
    is_known: int
    level: int
    sides: str


class Lane(Struct, frozen=True):
    """Entries in which a side acts, where one is named, and none of some others."""

    side: str = ""
    without: tuple[str, ...] = ()


ALL_LANES = Lane()


def mark_article(connection: sqlite3.Connection, article: Article) -> None:
    """Notes the marking of an article where that is above the lowest; within a transaction."""
    if article.marking != MARKINGS[0]:
        connection.execute("INSERT OR IGNORE INTO marked VALUES (?, ?)", (article.id, article.marking))


def mark_all(connection: sqlite3.Connection) -> None:
    """Notes the markings of all articles anew."""
    connection.execute("DELETE FROM marked")
    asked = "SELECT id, coalesce(json_extract(body, '$.marking'), ?) AS marking FROM articles WHERE marking <> ?"
    connection.execute(f"INSERT INTO marked {asked}", (MARKINGS[0], MARKINGS[0]))


def enter(connection: sqlite3.Connection, n: int, entry: Entry, beginning: str = "") -> None:
    """Enters an entry that is stored as row `n` under its day and its records; within a transaction."""
    day, is_known = day_of(entry)
    articles = {support.article for support in entry.supports}
    if day is not None:
        sides = f"{MARK}{MARK.join(parties_of(doers_of(entry.record)[0]))}{MARK}"
        row = Dated(day.toordinal(), entry.id, n, entry.kind, is_known, _level(connection, articles), sides)
        connection.execute(f"INSERT INTO {beginning}dated ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    rows = [(support.article, support.record, n) for support in entry.supports]
    connection.executemany(f"INSERT OR IGNORE INTO {beginning}homes VALUES (?, ?, ?)", rows)


def leave(connection: sqlite3.Connection, n: int, entry: Entry) -> None:
    """Takes an entry away that was entered as it is."""
    day, _ = day_of(entry)
    if day is not None:
        asked = "DELETE FROM dated WHERE day = ? AND id = ? AND n = ?"
        connection.execute(asked, (day.toordinal(), entry.id, n))
    rows = [(support.article, support.record, n) for support in entry.supports]
    connection.executemany("DELETE FROM homes WHERE article = ? AND record = ? AND n = ?", rows)


def _level(connection: sqlite3.Connection, articles: Iterable[str]) -> int:
    asked = "SELECT marking FROM marked WHERE article = ?"
    found = (row for id in articles for row in connection.execute(asked, (id,)))
    return max((MARKINGS.index(marking) for (marking,) in found), default=0)


class Dates:
    """The days and records of entries; some of them are set aside where others stand in their place, see `Files`."""

    def __init__(self, connection: sqlite3.Connection, *, is_altered: bool = False) -> None:
        self._connection = connection
        self._from = f"SELECT {COLUMNS} FROM dated WHERE"
        self._altered = (
            f"n NOT IN (SELECT n FROM temp.aside) UNION ALL SELECT {COLUMNS} FROM temp.later_dated WHERE"
            if is_altered
            else ""
        )

    def _ask(self, asked: str, values: Sequence[object]) -> tuple[str, tuple[object, ...]]:
        """The rows that fit, and what is asked of them."""
        if not self._altered:
            return f"{self._from} {asked}", tuple(values)
        return f"{self._from} {asked} AND {self._altered} {asked}", (*values, *values)

    def count(self) -> int:
        """How many entries have a day."""
        rows, values = self._ask("1", ())
        return int(self._connection.execute(f"SELECT count(*) FROM ({rows})", values).fetchone()[0])

    def counts(self, kinds: Collection[str], lane: Lane = ALL_LANES) -> list[tuple[int, int]]:
        """The ordinals of the days on which entries of some kinds stand, in order, each with how many."""
        rows, values = self._ask(*_fits(kinds, lane))
        asked = f"SELECT day, count(*) FROM ({rows}) GROUP BY day ORDER BY day"
        return self._connection.execute(asked, values).fetchall()

    def between(self, first: date, last: date, kinds: Collection[str], lane: Lane = ALL_LANES) -> Iterator[Dated]:
        """The entries of some kinds between two days, both inclusive, by day and id."""
        asked, values = _fits(kinds, lane)
        rows, values = self._ask(f"{asked} AND day BETWEEN ? AND ?", (*values, first.toordinal(), last.toordinal()))
        return map(Dated._make, self._connection.execute(f"{rows} ORDER BY day, id", values))

    def acts(self, side: str) -> bool:
        """Whether a side acts in any of them."""
        rows, values = self._ask("instr(sides, ?) > 0", (f"{MARK}{side}{MARK}",))
        return self._connection.execute(f"SELECT 1 FROM ({rows}) LIMIT 1", values).fetchone() is not None

    def homes(self, article: str) -> dict[str, str]:
        """The ids of the entries to which the records of an article belong, by the record's id."""
        asked = "SELECT h.record, e.id FROM {}homes AS h JOIN {}entries AS e ON e.n = h.n WHERE h.article = ?"
        found = self._connection.execute(asked.replace("{}", ""), (article,)).fetchall()
        if self._altered:
            found += self._connection.execute(asked.replace("{}", "temp.later_"), (article,)).fetchall()
        return dict(found)

    def marked(self) -> dict[str, Marking]:
        """The marking of each article above the lowest."""
        return dict(self._connection.execute("SELECT article, marking FROM marked"))


def _fits(kinds: Collection[str], lane: Lane) -> tuple[str, tuple[object, ...]]:
    """What entries of some kinds and of a lane are, and the values for it."""
    parts = [f"kind IN ({', '.join('?' * len(kinds))})"]
    values: list[object] = [*kinds]
    for side, sign in [(lane.side, "> 0"), *((one, "= 0") for one in lane.without)]:
        if side:
            parts.append(f"instr(sides, ?) {sign}")
            values.append(f"{MARK}{side}{MARK}")
    return " AND ".join(parts), tuple(values)

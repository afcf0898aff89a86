"""Verdicts that were kept for the next one who asks: a cache for one state of the ledger and one day.

Each has with it what a brief counts and sorts by, so that of very many only those are read that it prints.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec
from msgspec import Struct

from dragoman.ledger import reading
from dragoman.ledger.chain import canonical_json
from dragoman.merge.filing import Rank
from dragoman.types import Outcome, Verdict

Clock = Literal["overdue", "past", "due", "soft"]
CLOCKS: tuple[Clock, ...] = ("overdue", "past", "due", "soft")
NOBODY = -1
"""In place of the number of who foresaw something, where nobody is named."""
_verdict = msgspec.json.Decoder(Verdict)


class Foreseen(Struct, frozen=True, kw_only=True):
    """An entry that looks ahead, as a brief counts and sorts it.

    `clock` is empty for what is on none: decided, without a day, or told by an entry of another kind in the same words.
    `place` orders the things of a clock: the next day first, or the latest where it is over; `is_light` where no entry
    can decide it. `person` is the number of who foresaw or promised it, `name` that one's name.
    """

    verdict: Verdict
    kind: str
    rank: Rank
    clock: Clock | Literal[""] = ""
    place: int = 0
    is_light: bool = False
    person: int = NOBODY
    name: str = ""


class Told(Struct, frozen=True):
    """Of an entry that looks ahead: what it is, where it stands among those of its kind, what became of it."""

    kind: str
    rank: Rank
    outcome: Outcome


class Person(Struct, frozen=True):
    """Who foresaw or promised things, and these things in no order."""

    name: str
    told: tuple[Told, ...]


def is_kept(connection: sqlite3.Connection, day: date) -> bool:
    """Whether nothing came in since verdicts as of a day were kept."""
    asked = "SELECT 1 FROM judged WHERE state = ? AND day = ?"
    return connection.execute(asked, (reading.state(connection), day.isoformat())).fetchone() is not None


def kept(connection: sqlite3.Connection, day: date) -> tuple[Verdict, ...] | None:
    """The verdicts as of a day, if nothing came in since they were kept; None where they have to be made."""
    if not is_kept(connection, day):
        return None
    return tuple(_verdict.decode(body) for (body,) in connection.execute("SELECT body FROM foreseen ORDER BY n"))


def keep(connection: sqlite3.Connection, state: str, day: date, foreseen: Iterable[Foreseen]) -> None:
    """Puts the verdicts of a state and a day in the place of those that were kept; within a transaction."""
    connection.execute("DELETE FROM judged")
    connection.execute("DELETE FROM foreseen")
    connection.execute("INSERT INTO judged VALUES (?, ?)", (state, day.isoformat()))
    asked = f"INSERT INTO foreseen ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    connection.executemany(asked, map(_row, foreseen))


COLUMNS = "entry, kind, age, fewer, clock, place, is_light, person, name, outcome, body"


def _row(one: Foreseen) -> tuple[object, ...]:
    age, fewer, id = one.rank
    body = canonical_json(one.verdict).encode()
    facts = (one.clock, one.place, one.is_light, one.person, one.name, one.verdict.outcome)
    return (id, one.kind, age, fewer, *facts, body)


class Judged:
    """Verdicts that are kept, read one by one; used within one moment of the ledger."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def verdict(self, id: str) -> Verdict | None:
        """What became of an entry."""
        row = self._connection.execute("SELECT body FROM foreseen WHERE entry = ?", (id,)).fetchone()
        return _verdict.decode(row[0]) if row else None

    def count(self, clock: Clock | None = None) -> int:
        """How many things a clock has, or all clocks."""
        several = (clock,) if clock else CLOCKS
        asked = "SELECT count(*) FROM foreseen WHERE clock = ?"
        return sum(int(self._connection.execute(asked, (one,)).fetchone()[0]) for one in several)

    def next(self, clock: Clock, most: int) -> list[tuple[str, Rank]]:
        """The kinds and places of the first things of a clock."""
        asked = f"{DUE} ORDER BY is_light, place, fewer, entry LIMIT ?"
        return [(kind, tuple(rest)) for kind, *rest in self._connection.execute(asked, (clock, most))]

    def due(self, most: int) -> list[tuple[str, Rank]]:
        """The kinds and places of the first things of all clocks, clock by clock and each by its days."""
        found: list[tuple[str, Rank]] = []
        for clock in CLOCKS:
            asked = (clock, most - len(found))
            rows = self._connection.execute(f"{DUE} ORDER BY place, fewer, entry LIMIT ?", asked)
            found += [(kind, tuple(rest)) for kind, *rest in rows]
        return found

    def latest_overdue(self) -> tuple[str, Rank] | None:
        """The kind and place of what is overdue and was promised or arranged, else of a forecast."""
        asked = f"{DUE} ORDER BY kind = 'forecast', is_light, place, fewer, entry LIMIT 1"
        return next(((kind, tuple(rest)) for kind, *rest in self._connection.execute(asked, ("overdue",))), None)

    def people(self) -> int:
        """How many foresaw or promised something."""
        return int(self._connection.execute("SELECT coalesce(max(person), -1) + 1 FROM foreseen").fetchone()[0])

    def person(self, number: int) -> Person:
        """One of them."""
        asked = "SELECT name, kind, age, fewer, entry, outcome FROM foreseen WHERE person = ?"
        rows = self._connection.execute(asked, (number,)).fetchall()
        told = tuple(Told(kind, (age, fewer, id), outcome) for _, kind, age, fewer, id, outcome in rows)
        return Person(rows[0][0], told)


DUE = "SELECT kind, age, fewer, entry FROM foreseen WHERE clock = ?"

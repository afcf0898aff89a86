"""Verdicts that were kept for the next one who asks: a cache for one state of the ledger and one day.

Each has with it what a brief counts and sorts by, so that of very many only those are read that it prints.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from dragoman.ledger import reading
from dragoman.ledger.bearing import Seeking
from dragoman.ledger.chain import canonical_json
from dragoman.merge.filing import Rank
from dragoman.resolve.docket import Judgement
from dragoman.resolve.record import DECIDED, Voice, voices
from dragoman.types import Actor, Outcome, Verdict

Clock = Literal["overdue", "past", "due", "soft"]
CLOCKS: tuple[Clock, ...] = ("overdue", "past", "due", "soft")
NOBODY = -1
"""In place of the number of who foresaw something, where nobody is named."""
_verdict = msgspec.json.Decoder(Verdict)
_actor = msgspec.json.Decoder(Actor)


class Foreseen(Struct, frozen=True, kw_only=True):
    """An entry that looks ahead, as a brief counts and sorts it.

    `clock` is empty for what is on none: decided, without a day, or told by an entry of another kind in the same words.
    `place` orders the things of a clock: the next day first, or the latest where it is over; `is_light` where no entry
    can decide it. `person` is the number of who foresaw or promised it, `name` that one's name, `speaker` the actor as
    the entry has it. `basis` is what the verdict rests on.
    """

    verdict: Verdict
    kind: str
    rank: Rank
    clock: Clock | Literal[""] = ""
    place: int = 0
    is_light: bool = False
    person: int = NOBODY
    name: str = ""
    speaker: Actor | None = None
    basis: Judgement | None = None


class Changes(Struct, frozen=True):
    """What is other than it was kept: verdicts that came in the place of those of the same entries or new, the ids of
    those that are no more, and of others the clock and the place on it."""

    come: tuple[Foreseen, ...]
    gone: tuple[str, ...]
    clocks: Mapping[str, tuple[str, int]]


class Told(Struct, frozen=True):
    """Of an entry that looks ahead: what it is, where it stands among those of its kind, what became of it."""

    kind: str
    rank: Rank
    outcome: Outcome


class Person(Struct, frozen=True):
    """Who foresaw or promised things, and these things in no order."""

    name: str
    told: tuple[Told, ...]


@cache
def rules() -> str:
    """A hash of the rules by which verdicts are made: what other ones made is made anew."""
    folder = Path(__file__).parent.parent
    files = [file for room in ("resolve", "kinds") for file in sorted((folder / room).glob("*.py"))]
    files += sorted((folder / "data" / "kinds").glob("*.toml"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def stamped(state: str) -> str:
    """A state of the ledger under the rules of today."""
    return f"{state} {rules()}"


def is_kept(connection: sqlite3.Connection, day: date) -> bool:
    """Whether nothing came in since verdicts as of a day were kept."""
    asked = "SELECT 1 FROM judged WHERE state = ? AND day = ?"
    row = connection.execute(asked, (stamped(reading.state(connection)), day.isoformat())).fetchone()
    return row is not None and connection.execute("SELECT 1 FROM unjudged LIMIT 1").fetchone() is None


def kept_day(connection: sqlite3.Connection) -> date | None:
    """The day of the verdicts that are kept, of whichever state; None where today's rules made none."""
    row = connection.execute("SELECT state, day FROM judged").fetchone()
    return date.fromisoformat(row[1]) if row and row[0].endswith(f" {rules()}") else None


def kept(connection: sqlite3.Connection, day: date) -> tuple[Verdict, ...] | None:
    """The verdicts as of a day, if nothing came in since they were kept; None where they have to be made."""
    if not is_kept(connection, day):
        return None
    return tuple(_verdict.decode(body) for (body,) in connection.execute("SELECT body FROM foreseen ORDER BY n"))


def keep(connection: sqlite3.Connection, state: str, day: date, verdicts: Iterable[Foreseen] | Changes) -> None:
    """Puts the verdicts of a state and a day in the place of those that were kept; within a transaction."""
    if isinstance(verdicts, Changes):
        _change(connection, verdicts)
    else:
        for table in ("foreseen", "sought"):
            connection.execute(f"DELETE FROM {table}")
        _add(connection, verdicts)
    _keep_voices(connection)
    connection.execute("DELETE FROM judged")
    connection.execute("DELETE FROM unjudged")
    connection.execute("INSERT INTO judged VALUES (?, ?)", (stamped(state), day.isoformat()))


def _change(connection: sqlite3.Connection, changes: Changes) -> None:
    gone = [(id,) for id in (*changes.gone, *(one.verdict.entry for one in changes.come))]
    connection.executemany("DELETE FROM foreseen WHERE entry = ?", gone)
    connection.executemany("DELETE FROM sought WHERE entry = ?", gone)
    _add(connection, changes.come)
    clocks = [(clock, place, id) for id, (clock, place) in changes.clocks.items()]
    connection.executemany("UPDATE foreseen SET clock = ?, place = ? WHERE entry = ?", clocks)


def _add(connection: sqlite3.Connection, several: Iterable[Foreseen]) -> None:
    asked = f"INSERT INTO foreseen ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    seeking = Seeking(connection)
    for one in several:
        connection.execute(asked, _row(one))
        if one.basis:
            seeking.keep(one.verdict.entry, one.basis.sought, one.basis.by)


def _keep_voices(connection: sqlite3.Connection) -> None:
    """Keeps who foresaw or promised things."""
    known = voices(Voice(*row) for row in _voices(connection))
    rows = sorted((canonical_json(actor), *place) for actor, place in known.items())
    if rows != connection.execute("SELECT speaker, person, name FROM voices ORDER BY speaker").fetchall():
        connection.execute("DELETE FROM voices")
        connection.executemany("INSERT INTO voices VALUES (?, ?, ?)", rows)


def _voices(connection: sqlite3.Connection) -> Iterator[tuple[Actor, int, int]]:
    """Who foresaw or promised things, as they are named, in the order of their first ones: how many, and decided."""
    counts: dict[str, Counter[str]] = {}
    asked = "SELECT speaker, outcome, count(*) FROM foreseen WHERE speaker <> '' GROUP BY speaker, outcome"
    for speaker, outcome, count in connection.execute(asked):
        counts.setdefault(speaker, Counter())[outcome] += count
    first = "SELECT age, fewer, entry FROM foreseen WHERE speaker = ? ORDER BY age, fewer, entry LIMIT 1"
    ranked = sorted((connection.execute(first, (speaker,)).fetchone(), speaker) for speaker in counts)
    for _, speaker in ranked:
        several = counts[speaker]
        yield _actor.decode(speaker), sum(several[one] for one in DECIDED), several.total()


COLUMNS = "entry, kind, age, fewer, clock, place, is_light, speaker, outcome, since, until, body"


def _row(one: Foreseen) -> tuple[object, ...]:
    age, fewer, id = one.rank
    body = canonical_json(one.verdict).encode()
    speaker = canonical_json(one.speaker) if one.speaker else ""
    since, until = (one.basis.since, one.basis.until) if one.basis else (date.min, date.max)
    when = (since.toordinal(), until.toordinal())
    return (id, one.kind, age, fewer, one.clock, one.place, one.is_light, speaker, one.verdict.outcome, *when, body)


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

    def outdated(self, day: date) -> list[str]:
        """The ids of those whose verdict may be another one on a day, though nothing came in."""
        asked = "SELECT entry FROM foreseen WHERE until < ? UNION SELECT entry FROM foreseen WHERE since > ?"
        return [id for (id,) in self._connection.execute(asked, (day.toordinal(), day.toordinal()))]

    def has(self, id: str) -> bool:
        """Whether anything is to come of an entry."""
        return self._connection.execute("SELECT 1 FROM foreseen WHERE entry = ?", (id,)).fetchone() is not None

    def clock(self, id: str) -> tuple[str, int]:
        """The clock of an entry and its place there; "" for none."""
        row = self._connection.execute("SELECT clock, place FROM foreseen WHERE entry = ?", (id,)).fetchone()
        return row or ("", 0)

    def people(self) -> int:
        """How many foresaw or promised something."""
        return int(self._connection.execute("SELECT coalesce(max(person), -1) + 1 FROM voices").fetchone()[0])

    def person(self, number: int) -> Person:
        """One of them."""
        asked = """
            SELECT v.name, f.kind, f.age, f.fewer, f.entry, f.outcome
            FROM voices AS v JOIN foreseen AS f ON f.speaker = v.speaker WHERE v.person = ?
        """
        rows = self._connection.execute(asked, (number,)).fetchall()
        told = tuple(Told(kind, (age, fewer, id), outcome) for _, kind, age, fewer, id, outcome in rows)
        return Person(rows[0][0], told)


DUE = "SELECT kind, age, fewer, entry FROM foreseen WHERE clock = ?"

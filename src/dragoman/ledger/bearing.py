"""Which entries bear on which, as tables: clues of entries, what those that look ahead seek, what is not judged yet.

Clues are a function of an entry (see `resolve.bearing`). What is sought is kept with the verdicts that it was made for.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dragoman.kinds.compare import LEAST_SHARE, speaker_key, words_of
from dragoman.kinds.forecast import Forecast
from dragoman.resolve.bearing import (
    DONE,
    FIRST,
    HAPPENED,
    LAST,
    NAMED,
    PLANNED,
    SLACK,
    TOLD,
    UNDONE,
    WORDED,
    Sought,
    Words,
    clues_of,
    few_of,
)
from dragoman.resolve.matching import SHARED_WORDS, names_sought, words_sought
from dragoman.resolve.outlook import Outlook
from dragoman.resolve.taking_part import handles_of
from dragoman.types import Entry

BY = "b"
"""The beginning of a key that names an entry by which a verdict stands."""
FEW = 5_000
"""Entries up to which it is counted how many have a word: what is rare is found before that."""


def note(connection: sqlite3.Connection, n: int, entry: Entry, where: str = "") -> None:
    """Keeps the clues of an entry that is stored as row `n`, and that it isn't judged; within a transaction.

    `where` is the beginning of the name of the table of clues.
    """
    rows = [(*clue, n) for clue in clues_of(entry)]
    connection.executemany(f"INSERT OR IGNORE INTO {where}clues VALUES (?, ?, ?)", rows)
    look_again(connection, entry)


def forget(connection: sqlite3.Connection, n: int, entry: Entry) -> None:
    """Takes the clues of an entry away, which is no more, and keeps that verdicts may change by that."""
    rows = [(*clue, n) for clue in clues_of(entry)]
    connection.executemany("DELETE FROM clues WHERE key = ? AND day = ? AND n = ?", rows)
    look_again(connection, entry)


def look_again(connection: sqlite3.Connection, entry: Entry) -> None:
    """Keeps that verdicts may change by an entry that came or went."""
    if connection.execute("SELECT 1 FROM judged LIMIT 1").fetchone():  # else all are judged anew
        rows = [(entry.id, article) for article in {support.article for support in entry.supports}]
        connection.executemany("INSERT OR IGNORE INTO unjudged VALUES (?, ?)", rows)


class Seeking:
    """What is sought as it is kept: of words the rarest alone, of which every other suffices; within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._counts: dict[str, int] = {}

    def keep(self, id: str, sought: Iterable[Sought | Words], by: Iterable[str]) -> None:
        """Keeps what an entry seeks, and by which entries its verdict stands."""
        rows = [row for one in sought for row in self._rows(id, one)]
        rows += [(f"{BY} {one}", id, FIRST, LAST, 1) for one in by]
        self._connection.executemany("INSERT OR IGNORE INTO sought VALUES (?, ?, ?, ?, ?)", rows)

    def _rows(self, id: str, one: Sought | Words) -> Iterator[tuple[str, str, int, int, int]]:
        if isinstance(one, Sought):
            yield (one.key, id, one.since, one.until, 1)
            return
        ranked = sorted(one.words, key=lambda word: (self._count(f"{one.beginning} {word}"), word))
        chosen, shared = few_of(one.words, one.share, ranked)
        yield from ((f"{one.beginning} {word}", id, one.since, LAST, shared) for word in chosen)

    def _count(self, key: str) -> int:
        if key not in self._counts:
            self._counts[key] = count(self._connection, key, FIRST)
        return self._counts[key]


def count(connection: sqlite3.Connection, key: str, since: int) -> int:
    """How many entries have a clue, `FEW` at most."""
    asked = "SELECT count(*) FROM (SELECT 1 FROM clues WHERE key = ? AND day >= ? LIMIT ?)"
    return int(connection.execute(asked, (key, since, FEW)).fetchone()[0])


class Bearing:
    """What may be asked of these tables; used within one moment of the ledger."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def unjudged(self) -> dict[str, set[str]]:
        """The ids of entries that came or went since verdicts were kept, each with the articles that told of it."""
        found: dict[str, set[str]] = {}
        for id, article in self._connection.execute("SELECT id, article FROM unjudged"):
            found.setdefault(id, set()).add(article)
        return found

    # ---- who looks for it -------------------------------------------------------------------------------------------

    def seekers(self, entry: Entry) -> set[str]:
        """The ids of those that may seek an entry."""
        times: Counter[tuple[str, str]] = Counter()
        needed: dict[tuple[str, str], int] = {}
        asked = "SELECT entry, shared FROM sought WHERE key = ? AND since <= ? AND until >= ?"
        for key, day in clues_of(entry):
            sort = key[0]
            last = day if sort not in (PLANNED, HAPPENED) else LAST
            for id, shared in self._connection.execute(asked, (key, last, day)):
                times[id, sort] += 1
                needed[id, sort] = shared
        return {id for (id, sort), count in times.items() if count >= needed[id, sort]}

    def resting_on(self, id: str) -> set[str]:
        """The ids of those whose verdict stands by an entry."""
        return self._seeking(f"{BY} {id}")

    def seeking_in(self, articles: Iterable[str]) -> set[str]:
        """The ids of those that look for plans or events of some articles."""
        keys = [f"{sort} {article}" for article in articles for sort in (PLANNED, HAPPENED)]
        return {id for key in keys for id in self._seeking(key)}

    def counting_in(self, articles: Iterable[str]) -> set[str]:
        """The ids of those that count days from events of some articles."""
        return {id for article in articles for id in self._seeking(f"{HAPPENED} {article}")}

    def _seeking(self, key: str) -> set[str]:
        return {id for (id,) in self._connection.execute("SELECT entry FROM sought WHERE key = ?", (key,))}

    # ---- what it looks for ------------------------------------------------------------------------------------------

    def planned_in(self, articles: Iterable[str]) -> set[int]:
        """The rows of the contacts that some articles tell as to come."""
        return {n for article in articles for n in self._rows(f"{PLANNED} {article}", FIRST, LAST)}

    def happened_in(self, articles: Iterable[str]) -> set[int]:
        """The rows of the events from which days may be counted in some articles."""
        return {n for article in articles for n in self._rows(f"{HAPPENED} {article}", FIRST, LAST)}

    def near(self, outlook: Outlook, *, ever: bool = False) -> set[int]:
        """The rows of all that may decide an outlook, and of some that can't; `ever`: whatever its days."""
        since = FIRST if ever else outlook.clock.since.toordinal()
        last = None if ever else outlook.last_that_counts()
        until = last.toordinal() + SLACK if last else LAST
        record = outlook.entry.record
        found = {n for kind, word in names_sought(outlook) for n in self._rows(f"{NAMED} {kind} {word}", since, LAST)}
        found |= self._with_actors(DONE, outlook, since, until) | self._with_actors(UNDONE, outlook, since, LAST)
        found |= self._having(WORDED, words_sought(outlook), SHARED_WORDS, since)
        if isinstance(record, Forecast) and record.speaker:
            sort = f"{TOLD} {speaker_key(record.speaker)}"
            found |= self._having(sort, words_of(record.outcome), LEAST_SHARE, since)
        return found

    def _with_actors(self, sort: str, outlook: Outlook, since: int, until: int) -> set[int]:
        """Where two are expected, those of one of whom there are fewer: whoever decides it has a part of both."""
        expected = outlook.expected
        if expected is None or not expected.actors:
            return set()
        lists = [
            {n for one in handles_of((actor,)) for n in self._rows(f"{sort} {expected.kind} {one}", since, until)}
            for actor in expected.actors
        ]
        lists.sort(key=len)
        return set().union(*(lists[:-1] if len(lists) > 1 else lists))

    def _having(self, beginning: str, words: frozenset[str], share: float, since: int) -> set[int]:
        if not words:
            return set()
        ranked = sorted(words, key=lambda word: (count(self._connection, f"{beginning} {word}", since), word))
        chosen, shared = few_of(words, share, ranked)
        times = Counter(n for word in chosen for n in self._rows(f"{beginning} {word}", since, LAST))
        return {n for n, count in times.items() if count >= shared}

    def _rows(self, key: str, since: int, until: int) -> Iterator[int]:
        asked = "SELECT n FROM clues WHERE key = ? AND day BETWEEN ? AND ?"
        return (n for (n,) in self._connection.execute(asked, (key, since, until)).fetchall())

    def homes(self, records: Sequence[str]) -> set[int]:
        """The rows of the entries to which some records belong, by the records' ids alone."""
        asked = "SELECT n FROM homes WHERE record = ?"
        return {n for record in records for (n,) in self._connection.execute(asked, (record,))}

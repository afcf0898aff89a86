"""What the sections of a brief are written from: entries by their headings, what became of them, the day, the parties.

Two things are a setting: a `Scene`, which holds all its entries, and the files of a ledger (`stored.Stored`), of which
only those entries are read that a section asks for. Of the same entries both give the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from msgspec import Struct

from dragoman.ledger.judged import Clock, Person
from dragoman.merge.filing import ACTING, ALL, SIDE, Face, Rank
from dragoman.resolve.matching import ACTOR_FIELDS
from dragoman.types import Article, Entry, Record, Verdict

R = TypeVar("R", bound=Record)
MOST_PARTIES = 5
SMALL_SHARE = 12
"""A side named less than once for every `SMALL_SHARE` times of the most named one is no party of the conflict."""


class View(Struct, frozen=True, kw_only=True):
    """Whose brief of which day. `shown` has how each entry stood when the reader was shown it (see `changes.standing`).

    Without a reader `shown` is None, and what changed is counted from the day `since`, if there is one.
    """

    as_of: date | None = None
    since: date | None = None
    reader: str | None = None
    shown: Mapping[str, str] | None = None


class Census(Struct, frozen=True):
    """How many articles there are, of how many origins, and how many became known after the day of the brief."""

    articles: int
    origins: int
    later: int


class Files(Protocol):
    """Entries by their kind and heading (see `merge.filing`), each list in the order of `rank`."""

    def kinds(self) -> Sequence[str]:
        """The kinds that there are, in the order of their first entries."""

    def count(self, kind: str, under: str = ALL) -> int:
        """How many entries stand under a heading."""

    def counts(self, kind: str, beginning: str) -> Mapping[str, int]:
        """How many entries stand under each heading that begins so, by the rest of the heading."""

    def filed(self, kind: str, under: str = ALL) -> Iterator[Entry]:
        """The entries under a heading, each read when it is asked for."""

    def faces(self, kind: str) -> Iterator[Face]:
        """What is known of the entries of a kind before they are read, in their order."""

    def at(self, kind: str, place: Rank) -> Entry:
        """The entry of a kind at a place in the order; there is one."""

    def named(self, id: str) -> Entry | None:
        """The entry of that id."""


class Ahead(Protocol):
    """What became of entries that look ahead."""

    def verdict(self, id: str) -> Verdict | None:
        """What became of an entry; None where nothing is to come of it."""

    def count(self, clock: Clock | None = None) -> int:
        """How many things a clock has, or all clocks; each thing once."""

    def next(self, clock: Clock, most: int) -> list[Entry]:
        """The first things of a clock: what an entry can decide, then the next or latest day, then most origins."""

    def due(self, most: int) -> list[Entry]:
        """The first things of all clocks, clock by clock and each by its days."""

    def latest_overdue(self) -> Entry | None:
        """What is overdue and was promised or arranged, else a forecast; of several as `next` has them."""

    def people(self, most: int) -> tuple[list[Person], int]:
        """Who foresaw or promised things, those with most decided ones first, and how many people there are."""


class Setting(Protocol):
    """Entries of one day, ready to be written about."""

    @property
    def view(self) -> View:
        """Whose brief of which day."""

    @property
    def year(self) -> int | None:
        """The year that days are written without."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The sides that the brief is about."""

    @property
    def files(self) -> Files:
        """The entries."""

    @property
    def ahead(self) -> Ahead:
        """What became of those that look ahead."""

    def verdict(self, entry: Entry) -> Verdict | None:
        """What became of an entry; None where nothing is to come of it."""

    def article(self, id: str) -> Article | None:
        """The article of that id."""

    def census(self) -> Census:
        """The articles in numbers."""

    @property
    def name(self) -> str:
        """What the dossier is called."""

    @property
    def head(self) -> str:
        """The last link of the ledger's chain, empty for a folder that was read in memory."""


def each(setting: Setting, kind: type[R], under: str = ALL) -> Iterator[tuple[Entry, R]]:
    """The entries of one kind under a heading with their records, in the order of `rank`."""
    for entry in setting.files.filed(str(kind.__struct_config__.tag), under):
        if isinstance(entry.record, kind):
            yield entry, entry.record


def acting(setting: Setting, kind: type[R], side: str) -> Iterator[tuple[Entry, R]]:
    """The entries of a kind in which a side acts; what its former minister demands or accepts is not its own."""
    for entry, record in each(setting, kind, f"{SIDE}{side}"):
        roles = [a.role or "" for field in ACTOR_FIELDS for a in getattr(record, field, None) or () if a.side == side]
        if not roles or not all(role.startswith(FORMER) for role in roles):
            yield entry, record


FORMER = ("former ", "ex-")
"""How the role begins of somebody who no longer speaks for the side that he is of."""


def parties_among(files: Files) -> tuple[str, ...]:
    """The sides that meet, offer, answer, demand and act most often, at most `MOST_PARTIES`.

    Statements don't count: a foreign minister who comments on a conflict is no party to it.
    """
    counts: Counter[str] = Counter()
    for kind in ACTING:
        counts.update(files.counts(kind, SIDE))
    return parties(counts)


def parties(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The sides that act most often, of how often each does."""
    floor = max(counts.values(), default=0) / SMALL_SHARE
    ranked = sorted(counts, key=lambda side: (-counts[side], side))
    return tuple(side for side in ranked if counts[side] and counts[side] >= floor)[:MOST_PARTIES]

"""Entries that are all at hand, by their headings, kept while they come and go."""

from __future__ import annotations

import sys
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from dragoman.merge.filing import ALL, Face, Rank, face_of, headings, rank
from dragoman.types import Entry

Ranked = tuple[Rank, Entry]
MOST = -sys.maxsize
"""Below all numbers of origins as `rank` has them."""
Place = tuple[str, str]
"""A kind and a heading."""


class Held(Struct, frozen=True, dict=True):
    """Files (see `setting.Files`) of which every list is made."""

    lists: Mapping[Place, tuple[Entry, ...]]

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        kinds = [kind for kind, heading in self.lists if heading == ALL]
        return tuple(sorted(kinds, key=lambda kind: rank(self.lists[kind, ALL][0])))

    def kinds(self) -> Sequence[str]:
        """The kinds that there are, in the order of their first entries."""
        return self._kinds

    def count(self, kind: str, under: str = ALL) -> int:
        """How many entries stand under a heading."""
        return len(self.all(kind, under))

    def counts(self, kind: str, beginning: str) -> Mapping[str, int]:
        """How many entries stand under each heading that begins so, by the rest of the heading."""
        return {
            heading.removeprefix(beginning): len(several)
            for (own, heading), several in self.lists.items()
            if own == kind and heading.startswith(beginning)
        }

    def filed(self, kind: str, under: str = ALL) -> Iterator[Entry]:
        """The entries under a heading."""
        return iter(self.all(kind, under))

    def all(self, kind: str, under: str = ALL) -> tuple[Entry, ...]:
        """The same at once."""
        return self.lists.get((kind, under), ())

    def faces(self, kind: str) -> Iterator[Face]:
        """What a brief weighs of the entries of a kind, in their order."""
        return map(face_of, self.all(kind))

    def at(self, kind: str, place: Rank) -> Entry:
        """The entry of a kind at a place in the order; there is one."""
        several = self.all(kind)
        return several[bisect_left(several, place, key=rank)]

    def named(self, id: str) -> Entry | None:
        """The entry of that id."""
        return next((entry for entry in self.all(id.partition("-")[0]) if entry.id == id), None)


class Lists:
    """The same while entries come and go: of a moment, `held` has them as they are."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._ranked: list[Ranked] = sorted(((rank(entry), entry) for entry in entries), key=itemgetter(0))
        self._lists: dict[Place, list[Ranked]] = {}
        self._shown: dict[Place, tuple[Entry, ...]] = {}
        self._day: date | None = None
        for one in self._ranked:
            for heading in headings(one[1]):
                self._lists.setdefault((one[1].kind, heading), []).append(one)

    def change(self, gone: Iterable[Entry], come: Iterable[Entry]) -> None:
        """Takes entries away and adds others; one that became another is gone and has come."""
        for entry in gone:
            place = rank(entry)
            del self._ranked[bisect_left(self._ranked, place, key=itemgetter(0))]
            for heading in headings(entry):
                ranked = self._touched(entry.kind, heading)
                del ranked[bisect_left(ranked, place, key=itemgetter(0))]
        for entry in come:
            one = (rank(entry), entry)
            insort(self._ranked, one, key=itemgetter(0))
            for heading in headings(entry):
                insort(self._touched(entry.kind, heading), one, key=itemgetter(0))

    def _touched(self, kind: str, heading: str) -> list[Ranked]:
        self._shown.pop((kind, heading), None)
        return self._lists.setdefault((kind, heading), [])

    def held(self, as_of: date | None) -> Held:
        """The entries as of a day, which later changes here leave as they are."""
        if as_of != self._day:
            self._shown.clear()
            self._day = as_of
        for place, ranked in self._lists.items():
            if ranked and place not in self._shown:
                self._shown[place] = seen_on(ranked, as_of)
        return Held(dict(self._shown))

    def all(self, as_of: date | None) -> tuple[Entry, ...]:
        """All entries in their order, of all kinds."""
        return seen_on(self._ranked, as_of)


def as_seen(entries: Iterable[Entry], as_of: date | None) -> tuple[Entry, ...]:
    """Some entries in the order in which they are written about, as of a day."""
    return seen_on(sorted(((rank(entry), entry) for entry in entries), key=itemgetter(0)), as_of)


def seen_on(ranked: Sequence[Ranked], as_of: date | None) -> tuple[Entry, ...]:
    """The entries in their order, without days after that of the brief."""
    entries = tuple(entry for _, entry in ranked)
    later = bisect_left(ranked, (-as_of.toordinal(), MOST), key=lambda one: one[0][:2]) if as_of else 0
    if not later:
        return entries
    return tuple(sorted((*(seen_by(entry, as_of) for entry in entries[:later]), *entries[later:]), key=rank))


def seen_by(entry: Entry, as_of: date | None) -> Entry:
    """The entry without days after that of the brief: an undated article bears the day on which it was fetched."""
    if as_of is None or entry.last_seen is None or entry.last_seen <= as_of:
        return entry
    days = sorted(support.seen for support in entry.supports if support.seen and support.seen <= as_of)
    return replace(entry, first_seen=days[0] if days else None, last_seen=days[-1] if days else None)

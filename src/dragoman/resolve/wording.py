"""Entries by their words and days, so that those which share enough of some words are found among very many."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import chain
from math import ceil

from msgspec import Struct

from dragoman.types import Entry

DAY = 40
"""Bits of a place below those of its day."""


class Said(Struct, frozen=True):
    """An entry, the words by which it is found, and the day by which it is: found from that day on."""

    entry: Entry
    words: frozenset[str]
    day: date


class Wording:
    """Some entries, filed by their words.

    Whoever shares `needed` of n words has at least two of the n - needed + 2 rarest ones. So only their lists are
    counted, as places in the order of the days, and only what stands in two of them is compared in full:
    the first brief of 20,000 articles takes 29 s of work, 112 s where all is that stands in one (benchmarks/desk.py).
    """

    def __init__(self, said: Iterable[Said] = ()) -> None:
        self._said: dict[int, Said] = {}
        self._place: dict[str, int] = {}
        self._places: dict[str, list[int]] = {}
        self._next = 0
        for one in sorted(said, key=lambda one: (one.day, one.entry.id)):
            self.add(one)

    def add(self, said: Said) -> None:
        """Files an entry that isn't here."""
        place = (said.day.toordinal() << DAY) + self._next
        self._next += 1
        self._said[place] = said
        self._place[said.entry.id] = place
        for word in said.words:
            insort(self._places.setdefault(word, []), place)

    def drop(self, id: str) -> None:
        """Takes an entry away, where it is here."""
        place = self._place.pop(id, None)
        if place is not None:
            for word in self._said.pop(place).words:
                places = self._places[word]
                del places[bisect_left(places, place)]

    def having(self, words: frozenset[str], share: float, since: date) -> list[Entry]:
        """The entries of that day and later that have at least this share of the words, by day."""
        needed = ceil(share * len(words))
        first = since.toordinal() << DAY
        shared = min(needed, 2)
        rarest = sorted(words, key=lambda word: (len(self._places.get(word, ())), word))
        lists = (self._places.get(word, ()) for word in rarest[: len(words) - needed + shared])
        times = Counter(chain.from_iterable(places[bisect_left(places, first) :] for places in lists))
        near = (self._said[place] for place in sorted(place for place, count in times.items() if count >= shared))
        return [said.entry for said in near if len(said.words & words) >= needed]


class Sought:
    """The words that are looked for, filed the other way round: by whom each is sought that may find an entry."""

    def __init__(self) -> None:
        self._by_word: dict[str, set[str]] = {}
        self._sought: dict[str, tuple[list[str], int]] = {}

    def add(self, id: str, words: frozenset[str], share: float) -> None:
        """Files who seeks that share of some words; under the rarest alone, of which every other of them suffices."""
        needed = ceil(share * len(words))
        shared = min(needed, 2)
        rarest = sorted(words, key=lambda word: (len(self._by_word.get(word, ())), word))
        kept = rarest[: len(words) - needed + shared]
        self._sought[id] = (kept, shared)
        for word in kept:
            self._by_word.setdefault(word, set()).add(id)

    def drop(self, id: str) -> None:
        """Takes one away, where it is here."""
        for word in self._sought.pop(id, ((), 0))[0]:
            self._by_word[word].discard(id)

    def near(self, words: frozenset[str]) -> list[str]:
        """Who may seek these words: all who do, and some who don't."""
        times = Counter(chain.from_iterable(self._by_word.get(word, ()) for word in words))
        return [id for id, count in times.items() if count >= self._sought[id][1]]

"""Entries by their words and days, so that those which share enough of some words are found among very many."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import chain
from math import ceil

from msgspec import Struct

from dragoman.types import Entry


class Said(Struct, frozen=True):
    """An entry, the words by which it is found, and the day by which it is: found from that day on."""

    entry: Entry
    words: frozenset[str]
    day: date


class Wording:
    """Some entries, filed by their words when they are first asked for.

    Whoever shares `needed` of n words has at least two of the n - needed + 2 rarest ones. So only their lists are
    counted, as places in the order of the days, and only what stands in two of them is compared in full:
    the first brief of 20,000 articles takes 29 s of work, 112 s where all is that stands in one (benchmarks/desk.py).
    """

    def __init__(self, said: Iterable[Said]) -> None:
        self._said = sorted(said, key=lambda one: (one.day, one.entry.id))

    def having(self, words: frozenset[str], share: float, since: date) -> list[Entry]:
        """The entries of that day and later that have at least this share of the words, by day and id."""
        needed = ceil(share * len(words))
        rarest = sorted(words, key=lambda word: (len(self._places.get(word, ())), word))
        shared = min(needed, 2)
        first = bisect_left(self._days, since)
        lists = (self._places.get(word, []) for word in rarest[: len(words) - needed + shared])
        times = Counter(chain.from_iterable(places[bisect_left(places, first) :] for places in lists))
        near = (self._said[place] for place in sorted(place for place, count in times.items() if count >= shared))
        return [said.entry for said in near if len(said.words & words) >= needed]

    @cached_property
    def _days(self) -> list[date]:
        return [one.day for one in self._said]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The places at which each word stands, in their order."""
        places: dict[str, list[int]] = {}
        for place, one in enumerate(self._said):
            for word in one.words:
                places.setdefault(word, []).append(place)
        return places

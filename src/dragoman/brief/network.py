"""Who met whom how often: the pairs of every contact that took place, ready to be counted for any window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dragoman.brief.calendar import Unit, day_of, starts_of
from dragoman.brief.phrases import party
from dragoman.brief.setting import Setting, each
from dragoman.kinds.compare import same_actor, speaker_key
from dragoman.kinds.contact import Contact
from dragoman.kinds.meeting import DONE
from dragoman.types import Actor

MOST_PRESENT = 40
"""Participants of one contact who are paired: of a conference of hundreds each pair says nothing."""


class Node(Struct, frozen=True):
    """Who takes part: the fullest name that is used, and the side."""

    name: str
    side: str | None


class Network(Struct, frozen=True, kw_only=True, eq=False):
    """The contacts that took place and have a day, by their ids and in its order, and the pairs that met in them.

    `days`: (contact,) as datetime64[D]. `present`: the nodes of each contact. `pairs`: (pair, 3): the place of the
    contact and two places of nodes, the smaller first; in the order of the contacts. Two of one side are a pair only
    where nobody else took part.
    """

    nodes: tuple[Node, ...]
    contacts: tuple[str, ...]
    present: tuple[tuple[int, ...], ...]
    days: NDArray[np.datetime64]
    pairs: NDArray[np.int64]


class Tie(Struct, frozen=True):
    """Two nodes, in how many contacts of a window they met, and the first and the last day."""

    a: int
    b: int
    n: int
    first: date
    last: date


def persons_network(scene: Setting) -> Network:
    """The network of those who are named, all names of one actor being one node."""
    people = _People()
    return _network(scene, people.place, people.nodes)


def parties_network(scene: Setting) -> Network:
    """The network of the sides; who acts for none that is known is left out."""
    known: dict[str, int] = {}

    def place(actor: Actor) -> int | None:
        side = party(actor)
        return known.setdefault(side, len(known)) if side else None

    return _network(scene, place, lambda: tuple(Node(side, side) for side in known))


class _People:
    """Actors as they come, each with the place of the one that it is."""

    def __init__(self) -> None:
        self._first: list[Actor] = []
        self._names: list[dict[str, int]] = []
        self._by_key: dict[str, list[int]] = {}
        self._placed: dict[Actor, int] = {}

    def place(self, actor: Actor) -> int:
        """The place of an actor, a new one where it is none that was seen before."""
        place = self._placed.get(actor)
        if place is None:
            place = self._placed[actor] = self._find(actor)
        names = self._names[place]
        names[actor.name] = names.get(actor.name, 0) + 1
        return place

    def _find(self, actor: Actor) -> int:
        near = self._by_key.setdefault(speaker_key(actor), [])
        home = next((place for place in near if same_actor(self._first[place], actor)), None)
        if home is None:
            home = len(self._first)
            near.append(home)
            self._first.append(actor)
            self._names.append({})
        return home

    def nodes(self) -> tuple[Node, ...]:
        """The nodes, each by the name in more than one word that is used most, else by the one used most."""
        sides: list[str | None] = [party(actor) for actor in self._first]
        for actor, place in self._placed.items():
            sides[place] = sides[place] or party(actor)
        names = ([name for name in names if " " in name] or list(names) for names in self._names)
        best = (max(sorted(some), key=lambda name: self._names[n][name]) for n, some in enumerate(names))
        return tuple(Node(name, side) for name, side in zip(best, sides, strict=True))


def _network(scene: Setting, place: Callable[[Actor], int | None], nodes: Callable[[], tuple[Node, ...]]) -> Network:
    held = []
    for entry, record in each(scene, Contact):
        day, _ = day_of(entry)
        if day is not None and record.status in DONE:
            placed = ((place(actor), party(actor)) for actor in record.participants[:MOST_PRESENT])
            present = {at: side for at, side in placed if at is not None}
            if len(present) > 1:
                held.append((day, entry.id, present))
    held.sort(key=lambda item: item[:2])
    pairs = [(n, *pair) for n, (_, _, present) in enumerate(held) for pair in _pairs(present)]
    return Network(
        nodes=nodes(),
        contacts=tuple(id for _, id, _ in held),
        present=tuple(tuple(present) for *_, present in held),
        days=np.array([day for day, *_ in held], dtype="datetime64[D]"),
        pairs=np.array(pairs, dtype=np.int64).reshape(-1, 3),
    )


def _pairs(present: Mapping[int, str | None]) -> Iterable[tuple[int, int]]:
    """Those who met each other: colleagues who met somebody else together did not."""
    sides = set(present.values())
    for a, b in combinations(sorted(present), 2):
        if len(sides) == 1 or present[a] is None or present[a] != present[b]:
            yield a, b


def ties(network: Network, first: date, last: date, among: Sequence[int] = ()) -> tuple[Tie, ...]:
    """The pairs of a window, those that met most often first; with `among` in contacts where all of these took part."""
    low, high = bounds(network, first, last)
    rows = network.pairs[np.searchsorted(network.pairs[:, 0], low) : np.searchsorted(network.pairs[:, 0], high)]
    if among:
        rows = rows[np.isin(rows[:, 0], [n for n in range(low, high) if set(among) <= set(network.present[n])])]
    if not len(rows):
        return ()
    keys = rows[:, 1] * len(network.nodes) + rows[:, 2]
    found, at, n = np.unique(keys, return_index=True, return_counts=True)
    last_at = len(keys) - 1 - np.unique(keys[::-1], return_index=True)[1]
    made = (
        Tie(
            int(key) // len(network.nodes),
            int(key) % len(network.nodes),
            int(count),
            network.days[rows[begun, 0]].astype(object),
            network.days[rows[ended, 0]].astype(object),
        )
        for key, begun, ended, count in zip(found, at, last_at, n, strict=True)
    )
    names = network.nodes
    return tuple(sorted(made, key=lambda tie: (-tie.n, names[tie.a].name, names[tie.b].name)))


def contacts_in(network: Network, first: date, last: date, among: Sequence[int] = ()) -> tuple[int, ...]:
    """The places of the contacts of a window in which all of some nodes took part, in the order of their days."""
    low, high = bounds(network, first, last)
    return tuple(n for n in range(low, high) if set(among) <= set(network.present[n]))


def by_period(network: Network, among: Sequence[int], unit: Unit) -> tuple[tuple[date, int], ...]:
    """How many of some contacts each period has, those without any left out."""
    if not among:
        return ()
    starts, n = np.unique(starts_of(network.days[np.array(among)], unit), return_counts=True)
    return tuple((start, int(count)) for start, count in zip(starts.astype(object), n, strict=True))


def bounds(network: Network, first: date, last: date) -> tuple[int, int]:
    """The places of the contacts between two days, both inclusive, as a half-open range."""
    low = int(np.searchsorted(network.days, np.datetime64(first, "D"), side="left"))
    high = int(np.searchsorted(network.days, np.datetime64(last, "D"), side="right"))
    return low, max(low, high)

"""Who met whom: a network of those who took part in contacts within a window, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

import numpy as np
from msgspec import Meta, Struct

from dragoman.app.desk.sheet import Seen, Sheet, Table
from dragoman.app.desk.sheets.lines import DatedLine, dated_line
from dragoman.app.desk.sheets.marked import OPEN, marks_of
from dragoman.app.desk.sheets.window import AskedWindow, Window, window_of
from dragoman.brief.calendar import Unit, days_of, end_of, unit_of
from dragoman.brief.network import Network, by_period, contacts_in, parties_network, persons_network, ties
from dragoman.corrections.markings import highest
from dragoman.errors import UsageError
from dragoman.kinds.compare import fold
from dragoman.types import Marking

By = Literal["person", "party"]
DRAWN = 60
"""Pairs that are drawn, those that met most often."""
NETWORKS = {"person": persons_network, "party": parties_network}


class AskedContacts(AskedWindow, frozen=True, kw_only=True, rename="kebab"):
    """A window; whether persons or parties are paired; who must have taken part, and who with them; pairs and lines."""

    by: By = "person"
    who: str = ""
    other: str = ""
    limit: Annotated[int, Meta(ge=1, le=500)] = 40


class Person(Struct, frozen=True):
    """Who is drawn: the name, the side, the number of contacts in pairs that are drawn."""

    name: str
    side: str | None
    n: int


class Pair(Struct, frozen=True):
    """Two who met, how often in the window, and when first and last."""

    a: str
    b: str
    n: int
    first: date
    last: date


class Period(Struct, frozen=True):
    """How many contacts a period had, from its first day to its last."""

    first: date
    last: date
    n: int


class ContactsShown(Struct, frozen=True, kw_only=True):
    """The pairs of a window, those that met most often first, and its contacts, the newest first.

    `people` are those of the first `DRAWN` pairs; `periods` count contacts by `unit`; `more_pairs` and `more` are
    left out.
    """

    as_of: date | None
    window: Window | None
    by: By
    who: str
    other: str
    unit: Unit
    people: tuple[Person, ...]
    pairs: tuple[Pair, ...]
    periods: tuple[Period, ...]
    lines: tuple[DatedLine, ...]
    total: int
    more_pairs: int
    more: int
    marking: Marking


class Found(Struct, frozen=True):
    """What an address asks for: the network, the window, and the places in it of those who must have taken part."""

    network: Network
    window: Window | None
    among: tuple[int, ...]


def find(seen: Seen, asked: AskedContacts) -> Found:
    """The part of the network that is asked for. UsageError for somebody who took part in no contact."""
    network = seen.once(NETWORKS[asked.by])
    asked_for = (("who", asked.who), ("other", asked.other))
    among = tuple(place_of(network, field, name) for field, name in asked_for if name)
    with_all = [n for n, present in enumerate(network.present) if set(among) <= set(present)] if among else slice(None)
    return Found(network, window_of(asked, seen.scene.view.as_of, days_of(network.days[with_all])), among)


def place_of(network: Network, field: str, name: str) -> int:
    """The node of a name, else the first one whose name has all its words: what an actor is called most can change."""
    wanted = frozenset(fold(name).split())
    near = [n for n, node in enumerate(network.nodes) if wanted and wanted <= frozenset(fold(node.name).split())]
    place = next((n for n in near if network.nodes[n].name == name), near[0] if near else None)
    if place is None:
        raise UsageError(f"{field}: nobody of that name took part in a contact that you may see")
    return place


def make(seen: Seen, asked: AskedContacts) -> ContactsShown:
    """The network of a window, as pairs and as contacts."""
    found = find(seen, asked)
    pairs = pairs_of(found)
    drawn = pairs[: max(DRAWN, asked.limit)]
    window, network = found.window, found.network
    held = contacts_in(network, window.first, window.last, found.among) if window else ()
    unit = unit_of(window.first, window.last) if window else "day"
    newest = held[::-1][: asked.limit]
    return ContactsShown(
        as_of=seen.scene.view.as_of,
        window=window,
        by=asked.by,
        who=asked.who,
        other=asked.other,
        unit=unit,
        people=people(drawn[:DRAWN], network),
        pairs=drawn,
        periods=periods(found, held, unit),
        lines=tuple(dated_line(seen.entries[network.contacts[n]], seen) for n in newest),
        total=len(held),
        more_pairs=len(pairs) - len(drawn),
        more=len(held) - len(newest),
        marking=marks_of(seen).of_all(seen.entries[network.contacts[n]] for n in held),
    )


def pairs_of(found: Found) -> tuple[Pair, ...]:
    """All pairs that are asked for."""
    if found.window is None:
        return ()
    names = found.network.nodes
    several = ties(found.network, found.window.first, found.window.last, found.among)
    return tuple(Pair(names[tie.a].name, names[tie.b].name, tie.n, tie.first, tie.last) for tie in several)


def people(pairs: tuple[Pair, ...], network: Network) -> tuple[Person, ...]:
    """Those of some pairs, who met most often first."""
    times: dict[str, int] = {}
    for pair in pairs:
        for name in (pair.a, pair.b):
            times[name] = times.get(name, 0) + pair.n
    sides = {node.name: node.side for node in network.nodes}
    return tuple(Person(name, sides[name], n) for name, n in sorted(times.items(), key=lambda one: (-one[1], one[0])))


def periods(found: Found, held: tuple[int, ...], unit: Unit) -> tuple[Period, ...]:
    """The contacts of the window by period."""
    if found.window is None:
        return ()
    first, last = found.window.first, found.window.last
    several = by_period(found.network, held, unit)
    return tuple(Period(max(start, first), min(end_of(start, unit), last), n) for start, n in several)


def table(seen: Seen, asked: AskedContacts) -> Table:
    """Every pair of the window."""
    found = find(seen, asked)
    known = pair_markings(found, seen)
    sides = {node.name: node.side for node in found.network.nodes}

    def row(pair: Pair) -> Mapping[str, object]:
        return {
            "marking": known.get((pair.a, pair.b), OPEN),
            "a": pair.a,
            "a_side": sides[pair.a],
            "b": pair.b,
            "b_side": sides[pair.b],
            "contacts": pair.n,
            "first": pair.first,
            "last": pair.last,
        }

    columns = ("marking", "a", "a_side", "b", "b_side", "contacts", "first", "last")
    return Table(columns, map(row, pairs_of(found)), highest(known.values()))


def pair_markings(found: Found, seen: Seen) -> Mapping[tuple[str, str], Marking]:
    """The highest marking of the contacts of each pair, of those that have one above CLEAR."""
    network, window, marks = found.network, found.window, marks_of(seen)
    known: dict[tuple[str, str], Marking] = {}
    if window is None or not (marks.articles or marks.corrections):
        return known
    held = contacts_in(network, window.first, window.last, found.among)
    above = {n: marking for n in held if (marking := marks.of(seen.entries[network.contacts[n]])) != OPEN}
    for n, a, b in network.pairs[np.isin(network.pairs[:, 0], list(above))].tolist() if above else ():
        pair = (network.nodes[a].name, network.nodes[b].name)
        known[pair] = highest([known.get(pair, OPEN), above[n]])
    return known


SHEET = Sheet(
    name="contacts",
    path="/contacts",
    title="Contacts",
    what="Who met whom and how often, as a network of persons or parties and as pairs, between two days.",
    make=make,
    shown=ContactsShown,
    asked=AskedContacts,
    is_in_menu=True,
    table=table,
    asks=True,
)

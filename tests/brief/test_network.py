"""Who met whom: pairs of persons and of parties, counted for a window."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.network import by_period, contacts_in, parties_network, persons_network, ties
from dragoman.brief.scene import Dossier, Scene, View, set_scene
from dragoman.merge import merge_block
from dragoman.types import Actor
from tests.records import ALAND, KRAL, LUND, MOSS, article, contact, march, on, witnesses

SHORT = Actor("Kral", (), "Borland", None, "person")
STRAY = Actor("Ina Bell", (), None, None, "person")
MARCH = (march(1), march(31))


def scene(*contacts: tuple[int, tuple[Actor, ...], str]) -> Scene:
    """A contact a row: its day, who took part, its status."""
    entries = []
    for n, (day, present, status) in enumerate(contacts):
        made = contact(f"a{n}", on(day), participants=present, status=status)
        (entry,) = merge_block([made], witnesses(article(f"a{n}", day)))
        entries.append(replace(entry, id=f"contact-{n}"))
    return set_scene(Dossier(name="d", entries=tuple(entries), verdicts={}, articles={}), View(as_of=march(31)))


def pairs(network, *window) -> list[tuple[str, str, int]]:
    return [(network.nodes[t.a].name, network.nodes[t.b].name, t.n) for t in ties(network, *(window or MARCH))]


def test_two_are_a_pair_as_often_as_they_met_under_whatever_name():
    network = persons_network(
        scene((3, (LUND, KRAL), "held"), (9, (LUND, SHORT), "ongoing"), (9, (LUND, MOSS), "held"))
    )
    assert pairs(network) == [("Anna Lund", "Boris Kral", 2), ("Anna Lund", "Carla Moss", 1)]
    (tie, _) = ties(network, *MARCH)
    assert (tie.first, tie.last) == (march(3), march(9))


@pytest.mark.parametrize("status", ["planned", "expected", "proposed", "cancelled", "denied"])
def test_what_did_not_take_place_is_no_meeting(status):
    assert pairs(persons_network(scene((3, (LUND, KRAL), status)))) == []


@pytest.mark.parametrize(
    ("present", "found"),
    [
        ((LUND, KRAL, MOSS), {("Anna Lund", "Boris Kral"), ("Anna Lund", "Carla Moss")}),  # two of one side are no pair
        ((KRAL, MOSS), {("Boris Kral", "Carla Moss")}),  # unless nobody else was there
        ((LUND, KRAL, STRAY), {("Anna Lund", "Boris Kral"), ("Anna Lund", "Ina Bell"), ("Boris Kral", "Ina Bell")}),
        ((LUND,), set()),
        ((KRAL, SHORT), set()),  # one person
    ],
)
def test_who_met_whom_within_one_contact(present, found):
    network = persons_network(scene((3, present, "held")))
    assert {(a, b) for a, b, _ in pairs(network)} == found


def test_parties_met_where_anybody_of_theirs_did():
    network = parties_network(
        scene((3, (LUND, KRAL, MOSS), "held"), (4, (ALAND, MOSS), "held"), (5, (LUND, STRAY), "held"))
    )
    assert pairs(network) == [("Aland", "Borland", 2)]


def test_a_window_has_its_own_contacts_pairs_and_periods():
    network = persons_network(scene((3, (LUND, KRAL), "held"), (9, (LUND, KRAL), "held"), (10, (LUND, MOSS), "held")))
    assert pairs(network, march(9), march(10)) == [("Anna Lund", "Boris Kral", 1), ("Anna Lund", "Carla Moss", 1)]
    moss = next(n for n, node in enumerate(network.nodes) if node.name == "Carla Moss")
    assert [network.contacts[n] for n in contacts_in(network, *MARCH, [moss])] == ["contact-2"]
    assert [tie.n for tie in ties(network, *MARCH, [moss])] == [1]
    assert by_period(network, contacts_in(network, *MARCH), "week") == ((march(3), 2), (march(10), 1))
    assert ties(network, march(20), march(21)) == ()

"""Everybody in a ledger, once."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.corrections import making
from dragoman.ledger import open_ledger
from dragoman.ledger.registry import Held, Telling, registry
from dragoman.types import Actor
from tests.corrections.signs import by_ana
from tests.records import BORLAND, KRAL, LUND, article, contact, march, on, quote

SHORT = Actor("Lund", (), "Aland", None, "person")
ENVOY = replace(LUND, role="envoy")


def test_an_actor_has_all_its_names_with_their_places_and_its_roles_with_their_days() -> None:
    lund, kral = registry([
        Telling(contact("b", on(7), participants=(ENVOY, KRAL)), march(8)),
        Telling(contact("a", on(4), participants=(SHORT, KRAL), evidence=quote("Lund met Kral.", 30)), march(4)),
        Telling(contact("c", on(7), participants=(ENVOY, BORLAND)), march(9)),
    ])[:2]  # fmt: skip
    assert (lund.name, lund.side, lund.kind, lund.records) == ("Anna Lund", "Aland", "person", 3)
    assert [(name.name, name.records, name.article) for name in lund.names] == [("Anna Lund", 2, "b"), ("Lund", 1, "a")]
    assert lund.names[1].evidence == quote("Lund met Kral.", 30)[0]
    assert lund.roles == (Held("envoy", march(8), march(9)),)
    assert (lund.first, lund.last, lund.by_hand) == (march(4), march(9), False)
    assert (kral.name, kral.records, kral.aliases) == ("Boris Kral", 2, ("Kral",))


def test_the_order_of_the_records_is_no_matter() -> None:
    several = [Telling(contact(id, on(4), participants=(SHORT, KRAL)), march(4)) for id in "abc"]
    assert registry(several) == registry(several[::-1])


def test_one_surname_of_two_sides_is_two_actors() -> None:
    other = Actor("Lund", (), "Borland", None, "person")
    several = registry([Telling(contact("a", on(4), participants=(SHORT, other)), march(4))])
    assert sorted((one.name, one.side) for one in several) == [("Lund", "Aland"), ("Lund", "Borland")]


def test_what_a_person_said_of_names_is_in_the_registry_from_its_day_on() -> None:
    with open_ledger() as ledger:
        minister = Actor("the minister", (), "Borland", None, "person")
        moss = Actor("Carla Moss", (), "Borland", None, "person")
        ledger.put(article("a", 4), [contact("a", on(4), participants=(LUND, minister))])
        ledger.put(article("b", 5), [contact("b", on(5), participants=(LUND, moss))])
        ledger.correct(by_ana(making.rename("the minister", "Carla Moss"), 9))
        assert [one.name for one in ledger.actors(march(8))] == ["Anna Lund", "Carla Moss", "the minister"]
        assert [(one.name, one.records, one.by_hand) for one in ledger.actors()] == [
            ("Anna Lund", 2, False),
            ("Carla Moss", 2, True),
        ]
        ledger.correct(by_ana(making.tell_apart("Anna Lund", "Lund"), 10))
        assert [one.name for one in ledger.actors(march(4))] == ["Anna Lund", "the minister"]

"""Who is called what after a person decided it."""

from __future__ import annotations

import pytest

from dragoman.corrections import making
from dragoman.corrections.naming import naming, with_actors
from dragoman.kinds.compare import same_actor
from dragoman.kinds.forecast import Expected
from dragoman.types import Actor
from tests.corrections.signs import by_ana
from tests.records import ALAND, BORLAND, KRAL, LUND, contact, forecast

MINISTER = Actor("the minister", (), "Borland", None, "person")


@pytest.mark.parametrize(
    ("actor", "deed", "name", "aliases", "side"),
    [
        (MINISTER, making.rename("The Minister", "Carla Moss"), "Carla Moss", ("the minister",), "Borland"),
        (MINISTER, making.rename("the minister", "Carla Moss", "Borland"), "Carla Moss", ("the minister",), "Borland"),
        (MINISTER, making.rename("the minister", "Carla Moss", "Aland"), "the minister", (), "Borland"),
        (LUND, making.rename("Lund", "Moss"), "Anna Lund", ("Lund",), "Aland"),  # an alias is no name
        (LUND, making.rename("Aland", "Norland"), "Anna Lund", ("Lund",), "Norland"),
        (ALAND, making.rename("Aland", "Norland"), "Norland", ("Aland",), "Norland"),
    ],
)
def test_an_actor_is_renamed_by_its_name_and_acts_for_a_renamed_side(actor, deed, name, aliases, side) -> None:
    now = naming([by_ana(deed)])(actor).actor
    assert (now.name, now.aliases, now.side) == (name, aliases, side)


def test_a_name_is_looked_for_under_what_it_was_renamed_to_before() -> None:
    first, second = by_ana(making.rename("the minister", "Moss")), by_ana(making.rename("Moss", "Carla Moss"))
    found = naming([first, second])(MINISTER)
    assert (found.actor.name, found.notes) == ("Carla Moss", (first.id, second.id))
    assert naming([second, first])(MINISTER).actor.name == "Moss"


def test_two_names_that_look_like_one_are_two_once_a_person_said_so() -> None:
    one, other = Actor("Sten Lund", ("Lund",), "Aland", None, "person"), Actor("Sara Lund", (), "Aland", None, "person")
    assert same_actor(one, other)
    named = naming([by_ana(making.tell_apart("Sten Lund", "Sara Lund"))])
    assert not same_actor(named(one).actor, named(other).actor)
    assert same_actor(named(one).actor, named(one).actor)


def test_two_unlike_names_are_one_once_a_person_said_so() -> None:
    named = naming([by_ana(making.rename("the minister", "Carla Moss")), by_ana(making.rename("C.M.", "Carla Moss"))])
    assert same_actor(named(MINISTER).actor, named(Actor("C.M.", (), "Aland", None, "group")).actor)


def test_every_actor_of_a_record_is_renamed_in_whatever_field() -> None:
    rename = by_ana(making.rename("Borland", "Norland"))
    named = naming([rename])
    call, notes = with_actors(contact("a", participants=(LUND, BORLAND)), named)
    assert ([a.name for a in call.participants], notes) == (["Anna Lund", "Norland"], (rename.id,))
    told, _ = with_actors(forecast("a", "a call", expects=Expected("contact", "call", (ALAND, BORLAND))), named)
    assert [a.name for a in told.expects.actors] == ["Aland", "Norland"]
    untouched = contact("a", participants=(LUND, ALAND))
    assert with_actors(untouched, named) == (untouched, ())
    assert with_actors(contact("a"), named)[0].participants[1].side == "Norland"
    assert KRAL.side == "Borland"

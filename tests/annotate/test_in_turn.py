"""Persons in a list have the sides that the words before it give them in turn."""

import pytest
from tests.annotate.reading import annotated


def sides(text):
    return {actor.name: actor.side for actor in annotated(text).actors if actor.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "President Bea Lind met the Kenyan and Ugandan envoys, Ana Torv and Omar Haddad, on Monday.",
        "President Bea Lind met the foreign ministers of Kenya and Uganda, Ana Torv and Omar Haddad, on Monday.",
        "President Bea Lind hosted her Kenyan and Ugandan counterparts, Ana Torv and Omar Haddad, for talks.",
    ],
)
def test_names_in_the_order_of_their_states(text):
    found = sides(text)
    assert (found["Ana Torv"], found["Omar Haddad"]) == ("Kenya", "Uganda")


def test_where_they_are_not_as_many_nobody_is_guessed_at():
    found = sides("Bea Lind met the Kenyan and Ugandan envoys, Ana Torv, Omar Haddad and Bo Falk, on Monday.")
    assert found["Ana Torv"] is None
    assert found["Omar Haddad"] is None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("President Bea Lind met Kenyan Foreign Minister Ana Torv and army chief Omar Haddad in Oslo.", "Kenya"),
        ("President Bea Lind met Kenya's Minister of Trade Ana Torv and army chief Omar Haddad in Oslo.", "Kenya"),
        ("President Bea Lind met Kenyan Foreign Minister Ana Torv and special envoy Omar Haddad in Oslo.", None),
        ("President Bea Lind met Foreign Minister Ana Torv and army chief Omar Haddad in Oslo.", None),
        ("President Bea Lind met Kenyan Foreign Minister Ana Torv and Omar Haddad in Oslo.", None),
    ],
)
def test_an_office_in_small_letters_is_of_the_state_of_who_is_named_before(text, side):
    assert sides(text)["Omar Haddad"] == side

"""An official text's own officials are of its state, whether it names that or not."""

import pytest
from tests.annotate.reading import annotated


@pytest.mark.parametrize(
    ("title", "outlet", "side"),
    [
        ("Assistant Secretary Ana Torv", "U.S. Department of State", "United States"),
        ("Secretary-General Ana Torv", "U.S. Department of State", None),
        ("Special Representative Ana Torv", "U.S. Department of State", "United States"),
        ("High Representative Ana Torv", "U.S. Department of State", None),
        ("Prime Minister Ana Torv", "U.S. Department of State", None),
        ("Assistant Secretary Ana Torv", "Harbour Gazette", None),
    ],
)
def test_only_those_in_an_offices_own_posts_are_of_its_side(title, outlet, side):
    layers = annotated(f"{title} will travel to Baku on Monday.", outlet=outlet)
    (person,) = (actor for actor in layers.actors if actor.kind == "person")
    assert person.side == side


def test_a_director_of_a_field_is_whoever_bears_the_name_behind_it():
    layers = annotated("Director of National Intelligence Ana Torv met with President Abiy Ahmed of Ethiopia.")
    assert [(a.name, a.side) for a in layers.actors if a.kind == "person"] == [
        ("Ana Torv", None), ("Abiy Ahmed", "Ethiopia"),
    ]  # fmt: skip


def test_each_state_has_one_national_adviser():
    text = "National Security Advisor Ana Torv met National Security Advisor Omar Haddad in Baku."
    layers = annotated(text, outlet="The White House")
    assert [(a.name, a.side) for a in layers.actors if a.kind == "person"] == [
        ("Ana Torv", "United States"), ("Omar Haddad", None),
    ]  # fmt: skip

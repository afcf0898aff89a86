"""Who leads a delegation was there with it, or in its place where nobody says whose it is."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.kinds.leaders import leaders, with_leaders
from dragoman.lexicon import load_lexicon


def met(text):
    return [[p.name for p in c.participants] for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Delegations headed by Minister Ana Torv and Envoy Omar Haddad met in Oslo on Monday.",
            ["Ana Torv", "Omar Haddad"],
        ),
        (
            "A delegation led by Minister Ana Torv of Kenya met President Omar Haddad in Oslo on Monday.",
            ["Ana Torv", "Omar Haddad"],
        ),
        (
            "President Omar Haddad met the Kenyan delegation led by Minister Ana Torv in Oslo on Monday.",
            ["Omar Haddad", "Kenyan delegation", "Ana Torv"],
        ),
    ],
)
def test_leaders_take_part(text, parties):
    assert met(text) == [parties]


def test_without_a_name_the_group_stays():
    layers = annotated("A delegation led by the army met President Omar Haddad in Oslo on Monday.")
    group = next(t for t in layers.doc if t.lower_ == "delegation")
    assert leaders(layers, group) == []
    assert with_leaders(layers, [group]) == [group]


def test_a_text_that_breaks_off_behind_who_is_led_is_read():
    assert met("President Omar Haddad met a delegation led") == [["Omar Haddad", "delegation"]]

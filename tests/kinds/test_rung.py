"""Calls and meetings that are told only as where something was said."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.kinds.rung import is_no_call
from dragoman.lexicon import load_lexicon

BOTH = ["Ana Torv", "Paul Okello"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "President Ana Torv told her Ugandan counterpart Paul Okello by phone on Saturday that it was open.",
            "call",
        ),
        ("Ana Torv warned Paul Okello by telephone on Monday against a raid.", "call"),
        ("President Ana Torv told Paul Okello in a phone call on Monday that the bridge was open.", "call"),
        ("President Ana Torv told Paul Okello at a meeting in Oslo on Monday that the bridge was open.", "meeting"),
        ("President Ana Torv spent an hour on the phone with Paul Okello on Monday.", "call"),
        ("President Ana Torv was on the phone with Paul Okello for an hour on Monday.", "call"),
    ],
)
def test_who_says_something_over_the_phone_to_somebody_called_them(text, mode):
    (found,) = contact.find(annotated(text), load_lexicon())
    assert (found.mode, [actor.name for actor in found.participants], found.status) == (mode, BOTH, "held")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torv told Reuters by phone that the bridge was open.",
        "Ana Torv told reporters at a meeting in Oslo that the bridge was open.",
        "Ana Torv lost her phone on Monday.",
        "Ana Torv saw the film on her phone on Monday.",
        "Ana Torv said by phone that the bridge was open.",
    ],
)
def test_what_is_said_to_the_press_or_to_nobody_is_no_contact(text):
    assert not list(contact.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("During talks in Oslo on Monday, Kenya and Uganda managed to agree on corridors.", ["Kenya", "Uganda"]),
        ("Kenya and Uganda agreed on corridors at a meeting in Oslo on Monday.", ["Kenya", "Uganda"]),
        ("Kenya agreed to open corridors at a meeting in Oslo on Monday.", []),
    ],
)
def test_those_who_agree_during_talks_held_them(text, parties):
    found = list(contact.find(annotated(text), load_lexicon()))
    assert [actor.name for one in found for actor in one.participants] == parties


def test_a_telephone_is_a_thing_where_nobody_is_told_anything():
    doc = annotated("Ana Torv lost her phone on Monday.").doc
    assert is_no_call(next(token for token in doc if token.text == "phone"))

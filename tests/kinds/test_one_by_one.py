"""Where a text says so, each of several was met apart: a contact of its own."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def met(text):
    return [[p.name for p in c.participants] for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    "told",
    [
        "had a phone call with Kenyan President Omar Haddad and with Ugandan President Ruth Nur on Monday",
        "met Omar Haddad of Kenya on Monday and Ruth Nur of Uganda on Tuesday",
        "held talks on Monday with Kenyan President Omar Haddad and on Tuesday with Ugandan President Ruth Nur",
        "held separate calls with Omar Haddad of Kenya and Ruth Nur of Uganda on Monday",
        "met with Kenyan President Omar Haddad and later with Ugandan President Ruth Nur in Oslo on Monday",
        "held talks with Kenyan President Omar Haddad and Ugandan President Ruth Nur in Oslo, separately",
        "received Kenyan President Omar Haddad and Ugandan President Ruth Nur one by one in Oslo",
    ],
)
def test_two_met_apart_are_two_contacts(told):
    assert met(f"Norwegian Foreign Minister Ana Torv {told}.") == [
        ["Ana Torv", "Omar Haddad"],
        ["Ana Torv", "Ruth Nur"],
    ]


@pytest.mark.parametrize(
    "told",
    [
        "met Kenyan President Omar Haddad and Ugandan President Ruth Nur in Oslo on Monday",
        "met jointly with Kenyan President Omar Haddad and with Ugandan President Ruth Nur in Oslo on Monday",
    ],
)
def test_several_told_at_once_are_one_contact(told):
    assert met(f"Norwegian Foreign Minister Ana Torv {told}.") == [["Ana Torv", "Omar Haddad", "Ruth Nur"]]


def test_what_another_does_later_is_no_meeting_with_it():
    text = "Foreign Minister Ana Torv met President Omar Haddad, and later President Ruth Nur said that she was glad."
    assert met(text) == [["Ana Torv", "Omar Haddad"]]

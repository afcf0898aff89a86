"""Who came is told where the contact is the subject: attended by somebody, bringing somebody together."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.kinds.guests import guests
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text


def met(text):
    return [[p.name for p in c.participants] for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 5+2 talks on the Delta, which bring together Kenya and Uganda, have been on hold since May.",
            ["Kenya", "Uganda"],
        ),
        (
            "The meeting in Oslo was attended by Kenyan Foreign Minister Ana Torv and Ugandan envoy Omar Haddad.",
            ["Ana Torv", "Omar Haddad"],
        ),
        (
            "Monday's meeting in Oslo brings together Kenyan Foreign Minister Ana Torv and Ugandan envoy Omar Haddad.",
            ["Ana Torv", "Omar Haddad"],
        ),
        (
            "There are plans for a ministerial meeting in Oslo on Friday, which will bring together Kenya and Uganda.",
            ["Kenya", "Uganda"],
        ),
        ("The talks in Oslo on Monday included Kenya and Uganda.", ["Kenya", "Uganda"]),
    ],
)
def test_a_contact_is_of_those_who_are_told_to_have_come(text, expected):
    assert met(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The talks in Oslo on Monday included a quarrel over Kenyan and Ugandan debts.",
        "The meeting in Oslo on Monday brought Kenyan and Ugandan shares down.",
    ],
)
def test_what_a_contact_was_about_is_nobody_who_came(text):
    assert met(text) == []


def test_in_the_passive_only_those_who_come_are_guests():
    doc = parse_text("The meeting was attended by envoys. The meeting was condemned by envoys.")
    first, second = (t for t in doc if t.lemma_ == "meeting")
    assert [t.text for t in guests(first, {"include"})] == ["envoys"]
    assert guests(second, {"include"}) == []


def test_a_clause_that_the_parser_hangs_on_the_day_is_of_the_meeting():
    text = (
        "This means plans for a big meeting of ministers in Oslo on Friday, which will bring together Kenya and Uganda."
    )
    doc = parse_text(text)
    told = guests(next(t for t in doc if t.lemma_ == "meeting"), {"bring"})
    assert [t.text for t in told] == ["Kenya", "Uganda"]

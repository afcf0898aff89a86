"""Who is due in a town, or is there for a purpose, pays a visit."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.kinds.stays import is_due, is_there_for, status_of_stay, staying
from dragoman.lexicon import load_lexicon


def told(text):
    return [
        (c.mode, [p.name for p in c.participants], c.place, c.status)
        for c in contact.find(annotated(text), load_lexicon())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoy Ana Torv is due in Kampala on Friday.", [("visit", ["Ana Torv", "Uganda"], "Kampala", "planned")]),
        ("Kenyan envoy Ana Torv came on Monday. She is due back in Kampala on Friday.",
         [("visit", ["Ana Torv", "Uganda"], "Kampala", "planned")]),
        ("A Kenyan delegation is expected in Kampala this week.",
         [("visit", ["Kenyan delegation", "Uganda"], "Kampala", "expected")]),
        ("Kenyan envoy Ana Torv was in Kampala to support the plan, a minister said.",
         [("visit", ["Ana Torv", "Uganda"], "Kampala", "held")]),
        ("Kenyan envoy Ana Torv is in Kampala to meet President Omar Haddad.",
         [("meeting", ["Ana Torv", "Omar Haddad"], "Kampala", "expected")]),
        ("Kenyan envoy Ana Torv will be in Kampala on Friday for talks with President Omar Haddad.",
         [("talks", ["Ana Torv", "Omar Haddad"], "Kampala", "planned")]),
        ("A minister said Kenyan envoy Ana Torv was in the Gulf to support the plan.",
         [("visit", ["Ana Torv", "Gulf"], "the Gulf", "held")]),
        ("Elections are due in Kampala on Friday.", []),
        ("Rain is expected in Kampala on Friday.", []),
        ("Kenyan envoy Ana Torv is expected to rest in Kampala.", []),
        ("Two Kenyan soldiers were in Kampala to guard the port.", []),
        ("Kenyan envoy Ana Torv is in Nairobi to vote.", []),
    ],
)  # fmt: skip
def test_a_stay_is_a_visit_of_those_who_can_pay_one(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "stays", "status"),
    [
        ("Torv is due back in Oslo.", "due", ["Torv"], "planned"),
        ("Torv was in Oslo to help.", "was", ["Torv"], "held"),
        ("Torv is in Oslo to help.", "is", ["Torv"], "ongoing"),
    ],
)
def test_the_status_of_a_stay_is_that_of_its_words(text, word, stays, status):
    token = next(t for t in annotated(text).doc if t.text == word)
    assert ([t.text for t in staying(token)], status_of_stay(token)) == (stays, status)


def test_to_be_due_is_not_yet_to_be_there():
    doc = annotated("Torv is due in Oslo. Haddad was in Oslo for talks. Lund was late.").doc
    found = [(is_due(t), is_there_for(t)) for t in doc if t.lemma_ == "be"]
    assert found == [(True, True), (False, True), (False, False)]

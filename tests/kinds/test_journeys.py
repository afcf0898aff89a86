"""Journeys of which no host is told."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.contact import line as contact_line
from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def told(text, **around):
    found = contact.find(annotated(text, **around), load_lexicon())
    return [(c.mode, c.status, [a.name for a in c.participants]) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan envoy Ana Torv will return to the region next week.", [("visit", "planned", ["Ana Torv"])]),
        ("Kenyan envoy Ana Torv toured Uganda on Monday.", [("visit", "held", ["Ana Torv", "Uganda"])]),
        ("Kenyan envoy Ana Torv heads the bank.", []),
        ("Northland and Eastland will return to Kenya.", []),
        ("Kenya wanted to return Uganda to its sphere.", []),
        ("Kenyan troops flew to Oslo on Monday.", []),
        ("Kenyan envoy Ana Torv returned to work on Monday.", []),
    ],
)
def test_who_pays_visits_is_told_to_travel_and_troops_pay_none(text, expected):
    assert told(text) == expected


def test_a_line_tells_of_somebody_alone_that_he_travelled():
    (visit,) = contact.find(annotated("Kenyan envoy Ana Torv will return to the region next week."), load_lexicon())
    assert contact_line(visit).endswith("Ana Torv is to travel to the region")

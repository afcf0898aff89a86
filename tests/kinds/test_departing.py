"""What somebody left for, or was given the chance of, is still to come."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.departing import is_still_to_come
from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "status", "is_dated"),
    [
        ("Norwegian envoy Ana Mora departed on Monday for a visit to Kenya.", "planned", False),
        ("Norwegian envoy Ana Mora left on Monday for talks with President Omar Haddad in Cairo.", "planned", False),
        ("Norwegian envoy Ana Mora left Oslo on Monday to meet President Omar Haddad.", "planned", False),
        ("Norwegian envoy Ana Mora flew to Cairo on Monday for talks with President Omar Haddad.", "held", True),
        ("Norwegian envoy Ana Mora leaves on Monday for talks with President Omar Haddad.", "planned", True),
        ("Norwegian envoy Ana Mora had a chance on Monday to meet President Omar Haddad.", "held", True),
        (
            "It is a great trip for Norwegian envoy Ana Mora to meet with Kenyan leaders and Malian leaders.",
            "planned",
            False,
        ),
        (
            "It was a great trip for Norwegian envoy Ana Mora to meet with Kenyan leaders and Malian leaders.",
            "held",
            False,
        ),
        ("Norwegian envoy Ana Mora has a chance to meet President Omar Haddad.", "planned", False),
        ("Reporters welcomed the announcement of Norwegian envoy Ana Mora's visit to Kenya.", "planned", False),
    ],
)
def test_what_one_left_for_has_no_day_and_is_planned(text, status, is_dated):
    (found,) = contact.find(annotated(text), load_lexicon())
    assert (found.status, found.when is not None) == (status, is_dated)


def test_each_place_of_the_journey_is_still_to_be_visited():
    found = list(
        contact.find(annotated("Envoy Ana Mora departed on Monday for visits to Kenya and Chad."), load_lexicon())
    )
    assert [(one.place, one.status) for one in found] == [("Kenya", "planned"), ("Chad", "planned")]


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("She left the hall for a call.", "call", False),
        ("She left Oslo for a meeting.", "meeting", True),
        ("She came for a meeting.", "meeting", False),
    ],
)
def test_leaving_a_room_is_no_journey(text, lemma, expected):
    event = next(token for token in annotated(text).doc if token.lemma_ == lemma)
    assert is_still_to_come(event) is expected

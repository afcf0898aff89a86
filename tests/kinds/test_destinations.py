"""A journey to several places is a visit to each of their states."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def visits(text):
    found = contact.find(annotated(text), load_lexicon())
    return [(c.participants[-1].name, c.place) for c in found if c.mode == "visit"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian mediator Ana Torv visited Nairobi and Kampala.", [("Kenya", "Nairobi"), ("Uganda", "Kampala")]),
        (
            "The UN envoy visited Kenya's capital and Uganda's capital last week.",
            [("Kenya", "Kenya's capital"), ("Uganda", "Uganda's capital")],
        ),
        (
            "Norwegian mediator Ana Torv travelled to South Sudan and Kenya last week.",
            [("South Sudan", "South Sudan"), ("Kenya", "Kenya")],
        ),
        (
            "Norwegian mediator Ana Torv came home on March 3 from travel to South Sudan, Oman, the UAE, and Kenya.",
            [("South Sudan", "South Sudan"), ("Oman", "Oman"), ("United Arab Emirates", "UAE"), ("Kenya", "Kenya")],
        ),
        ("Norwegian mediator Ana Torv visited Nairobi last week.", [("Kenya", "Nairobi")]),
        ("Norwegian mediator Ana Torv travelled to Brussels, Belgium, last week.", [("Belgium", "Brussels")]),
        ("Norwegian mediator Ana Torv travelled to Kenya and Norway last week.", [("Kenya", "Kenya")]),
    ],
)
def test_each_state_that_is_gone_to_is_visited(text, expected):
    assert visits(text) == expected

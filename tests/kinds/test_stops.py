"""Two who meet in two places on two days met twice."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def met(text):
    found = contact.find(annotated(text), load_lexicon())
    return [(one.place, one.when.start.isoformat() if one.when and one.when.start else None) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian and Chadian envoys held talks in Lima on February 3 and in Quito on February 9.",
            [("Lima", "2031-02-03"), ("Quito", "2031-02-09")],
        ),
        (
            "The presidents of Norway and Chad met in Lima on Monday and then in Quito on Tuesday.",
            [("Lima", "2031-03-03"), ("Quito", "2031-03-04")],
        ),
        # One day, one place, or a day that belongs to something else is no second contact.
        ("The presidents of Norway and Chad met in Lima on Monday.", [("Lima", "2031-03-03")]),
        (
            "The presidents of Norway and Chad met in Lima on Monday, and the port in Quito opened on Tuesday.",
            [("Lima", "2031-03-03")],
        ),
    ],
)
def test_each_place_with_its_own_day_is_a_contact(text, expected):
    assert met(text) == expected

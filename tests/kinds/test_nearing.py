"""A deal or a truce that is said to be near is likely, one that isn't is doubtful."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce is within reach.", [("A truce is within reach", "likely")]),
        ("Minister Ana Torv said a deal was close.", [("a deal was close", "likely")]),
        ("An offensive is imminent, Minister Ana Torv said.", [("An offensive is imminent", "likely")]),
        ("The two armies are close to a truce.", [("The two armies are close to a truce", "likely")]),
        ("No deal is in sight.", [("No deal is in sight", "doubtful")]),
        ("A deal is not close.", [("A deal is not close", "doubtful")]),
        ("The mill is close to the river.", []),
        ("Reporters asked if a deal is close.", []),
        ("A deal was close.", []),  # as the article tells it, that is over
        ("Minister Ana Torv said that they had been close to a deal for months.", []),
        ("Minister Ana Torv said that an attack was imminent.", []),  # it has come, or not
    ],
)
def test_what_is_near_is_likely_and_what_is_not_is_doubtful(text, expected):
    found = forecast.find(annotated(text), load_lexicon())
    assert [(one.outcome, one.confidence) for one in found] == expected

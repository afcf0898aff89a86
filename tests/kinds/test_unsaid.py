"""Words around a clause that report nothing said make no statement."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import statement
from dragoman.lexicon import load_lexicon


def statements(text, **article):
    return list(statement.find(annotated(text, **article), load_lexicon()))


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Ana Torv decided to appoint a general as the head of the administration.",
        "All parties, the rebels too, should commit to the political process.",
        "The Kenyan ministry gave no details of the meaning of the term.",
        "I would like to say a few words to those who do not understand us.",
        "I want to express my sincere gratitude to each defender of the town.",
    ],
)
def test_a_decision_a_duty_and_a_courtesy_are_no_statements(text):
    assert statements(text, outlet="Office of the President of Kenya") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Ana Torv said that she had decided to appoint a general.",
        "The rebels have committed to the political process, their leader said.",
        "I want everyone in the capital to hear that we will not leave.",
    ],
)
def test_what_is_said_of_them_is(text):
    assert statements(text, outlet="Office of the President of Kenya")

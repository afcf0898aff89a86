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
        "We planned to provide each soldier with a home.",
        "The Kenyan ministry gave no details of the meaning of the term.",
        "I would like to say a few words to those who do not understand us.",
        "I want to express my sincere gratitude to each defender of the town.",
        "Thank God, the sailors of Kenya have already repaired every boat.",
    ],
)
def test_a_decision_a_duty_and_a_courtesy_are_no_statements(text):
    found = statements(text, outlet="Office of the President of Kenya")
    assert [one for one in found if one.rule != statement.ISSUED] == []


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


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Kenyan President Ana Torv is aiming to close the port by May.", []),
        ("Kenyan President Ana Torv intends to go on with the reform.", []),
        ("Kenya has long sought a treaty with Chad.", []),
        ("Kenya is seeking a share of the harbour.", []),
        ("Kenyan President Ana Torv sought an explanation from Chad.", [("an explanation from Chad",)]),
        ("Kenyan President Ana Torv wants to close the port by May.", [("to close the port by May",)]),
        ("“We are seeking a treaty,” Ana Torv said.", [("“We are seeking a treaty,”",)]),
        ("Kenya is demanding a share of the harbour.", [("a share of the harbour",)]),
    ],
)
def test_a_course_that_the_writer_reports_is_nobodys_words(text, contents):
    assert [one.content for one in statements(text)] == contents

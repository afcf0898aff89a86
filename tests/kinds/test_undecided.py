"""What is left open or doubted, and who doubts it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


def foreseen(text):
    return [
        (f.speaker and f.speaker.name, f.outcome, f.confidence) for f in forecast.find(annotated(text), load_lexicon())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It remains unclear whether Chad will attend the talks.", [(None, "Chad will attend the talks", "possible")]),
        ("It is not clear if Chad will attend the talks.", [(None, "Chad will attend the talks", "possible")]),
        ("It remains to be seen whether the truce will hold.", [(None, "the truce will hold", "possible")]),
        ("Ana Torv cast doubt on whether the talks would resume in Oslo.",
         [("Ana Torv", "the talks would resume in Oslo", "doubtful")]),
        ("It is clear who will attend the talks.", []),
        ("Ana Torv asked whether Chad will attend the talks.", []),
    ],
)  # fmt: skip
def test_what_is_left_open_is_possible_and_what_is_doubted_is_doubtful(text, expected):
    assert foreseen(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Kenyan rebels hope to sign the accord on 4 May 2031.", ["Kenyan rebels"]),
        ("The raid threatens to end the Kenyan truce.", [None]),
        ("Chad threatened to leave the Kenyan talks.", ["Chad"]),
    ],
)
def test_whoever_hopes_or_threatens_foresees_it_and_no_thing_does(text, speakers):
    assert [who for who, *_ in foreseen(text)] == speakers

"""What a demand is of: told behind "which include", up to its object, and nothing that nobody could do."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def asked(text):
    return [d.content for d in demand.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad has repeated its demands, which include neutral status for Kenya and the ceding of territory.",
            ["neutral status for Kenya", "the ceding of territory"],
        ),
        (
            "Kenya urged the rebels to allow, without any delay, the delivery of aid.",
            ["allow, without any delay, the delivery of aid"],
        ),
    ],
)
def test_the_words_of_a_demand_hold_what_is_demanded(text, expected):
    assert asked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“Everyone should be glad that Kenya seeks an end to the raids,” President Torv said.",
        "“We urge the lake states to do the same,” Kenyan President Ana Torv said.",
        "Kenyan President Ana Torv named her own conditions.",
        "Kenya's insistence that it doesn't dictate to Chad what it must do has not helped.",
        "Kenya has requested $20 million for its patrols next year.",
    ],
)
def test_what_no_party_could_do_is_no_demand(text):
    assert asked(text) == []


def test_what_everybody_shall_do_stays_a_demand():
    assert asked("“Everybody must leave the town,” President Torv said.") == ["Everybody must leave the town"]

"""Things that somebody fears, hopes for or doubts."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


def foreseen(text):
    return [(f.outcome, f.confidence) for f in forecast.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid fuelled fears of a wider war.", []),  # nobody's
        ("Fears are growing of a wider war.", []),
        ("The raid fuelled fears of a wider war, Ana Torv said.", [("a wider war", "possible")]),
        ("Fears are growing of a wider war in May.", [("a wider war in May", "possible")]),
        ("Fears of a wider war kept the ferries in port, Ana Torv said.", []),
        ("Kenyan Foreign Minister Ana Torv warned of a famine.", [("a famine", "possible")]),
        ("Ministers voiced hopes for a truce with Chad.", [("a truce with Chad", "hopeful")]),
        ("Hopes for a truce with Chad have dimmed.", [("a truce with Chad", "doubtful")]),
        ("Kenya looks forward to the return of the crews.", [("the return of the crews", "hopeful")]),
        ("The Kenyan minister is sceptical about a deal.", [("a deal", "doubtful")]),
        ("The Kenyan minister is sceptical about the talks.", []),
        ("The accord is there to reduce the risk of war.", []),
        ("Hopes for a truce with Chad have died.", []),
        ("The Kenyan minister warned of a thief.", []),
        ("The Kenyan minister was confident of reaching a deal.", [("reaching a deal", "likely")]),
        ("The Kenyan minister was confident of catching a fish.", []),
        ("The Kenyan raid risks a wider war.", [("a wider war", "possible")]),
        ("The Kenyan minister raised the possibility of a truce.", [("a truce", "possible")]),
    ],
)
def test_things_of_a_conflict_or_a_negotiation_are_foreseen(text, expected):
    assert foreseen(text) == expected

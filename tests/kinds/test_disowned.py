"""What "must" says that whoever is heard doesn't ask, beside like words that it asks."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“There is a shared conviction among them that Uganda must leave,” Kenyan President Ana Torv said.", 0),
        ("“It is our conviction that Uganda must leave the town,” Kenyan President Ana Torv said.", 1),
        ("“I heard a common view from all that Uganda must leave the town,” Kenyan President Ana Torv said.", 0),
        ("Kenyan President Ana Torv said Uganda was told the troops must leave the town.", 0),
        ("Kenyan President Ana Torv said the troops must leave the town.", 1),
        ("“We both agree that Uganda must leave the town,” Kenyan President Ana Torv said.", 0),
        ("“We agree that Uganda must leave the town,” Kenyan President Ana Torv said.", 1),
    ],
)  # fmt: skip
def test_what_others_hold_or_were_told_is_not_asked_by_who_tells_it(text, count):
    assert len(list(demand.find(annotated(text), load_lexicon()))) == count

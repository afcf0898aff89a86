"""A name that the text tells to be a place's is no person."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.towns import told_places
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left the town of Lillehavn at dawn.", {"lillehavn"}),
        ("They left the Drammen region at dawn.", {"drammen"}),
        ("They saw Lillehavn, a village on the lake.", {"lillehavn"}),
        ("They met Torv of the harbour office in the town.", set()),
    ],
)
def test_the_words_beside_a_name_tell_that_it_is_a_places(text, expected):
    nouns = load_lexicon().words("actors/places", "noun")
    assert told_places(annotated(text).doc, nouns) == expected

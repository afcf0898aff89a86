"""Where words stand: by lemma and by form, in the order of the text."""

from __future__ import annotations

import pytest

from dragoman.annotate.standing import standing
from dragoman.models import parse_text

TEXT = "Talks were held. The envoys talked, and Meeting the mediator they meet again."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"talk"}, ["Talks", "talked"]),
        ({"were", "hold"}, ["were", "held"]),
        ({"meet", "again", "envoy"}, ["envoys", "Meeting", "meet", "again"]),
        ({"talked", "talk"}, ["Talks", "talked"]),
        ({"quarrel"}, []),
        ((), []),
    ],
)
def test_a_word_stands_where_its_lemma_or_its_form_does_each_place_once(words, found):
    doc = parse_text(TEXT)
    assert [token.text for token in standing(doc, words)] == found
    assert [token.text for token in standing(doc, words)] == found

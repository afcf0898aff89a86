"""Assent to an idea alone."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.answers import IN_FRAMES
from dragoman.kinds.frames import phrase_table, rows_met
from dragoman.kinds.principle import is_in_principle
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya welcomed the initiative.", [True]),
        ("Kenya agreed in principle to the truce.", [True]),
        ("Kenya agreed in May to the truce.", [False]),
        ("Kenya rejected the plan.", [False]),
    ],
)
def test_words_of_support_and_in_principle_take_on_no_terms(text, expected):
    table = phrase_table(load_lexicon(), "kinds/response", IN_FRAMES)
    assert [is_in_principle(met, met.head) for met in rows_met(annotated(text).doc, table)] == expected

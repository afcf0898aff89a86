"""Assent to an idea alone."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.answers import IN_FRAMES
from dragoman.kinds.finders import response
from dragoman.kinds.frames import phrase_table, rows_met
from dragoman.kinds.principle import is_in_principle, is_no_answer
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


def test_backing_that_goes_on_is_no_answer_unless_it_is_told_of_a_plan():
    table = phrase_table(load_lexicon(), "kinds/response", IN_FRAMES)
    plans = frozenset({"plan"})
    cases = {
        "Kenya intends to continue to support the truce.": ("truce", True),
        "Kenya will continue to support the plan.": ("plan", True),
        "Kenya continues to support the plan.": ("plan", False),
        "Kenya supports the truce.": ("truce", False),
    }
    for text, (noun, expected) in cases.items():
        doc = annotated(text).doc
        answered = next(token for token in doc if token.text == noun)
        assert [is_no_answer(met, answered, plans) for met in rows_met(doc, table)] == [expected], text


@pytest.mark.parametrize(
    ("text", "abouts"),
    [
        ("Kenya said it intended to continue to support the truce in Chad.", []),
        ("Kenya said it supported the truce in Chad.", ["the truce"]),
    ],
)
def test_only_backing_that_is_new_answers(text, abouts):
    assert [one.about for one in response.find(annotated(text), load_lexicon())] == abouts

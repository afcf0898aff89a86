"""A truce that one side declares or prolongs by itself is its pledge; one between two is none of one's own."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import pledge
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya extended its truce by two weeks.", [("Kenya", "its truce by two weeks")]),
        ("The rebels declared a unilateral ceasefire.", [("rebels", "a unilateral ceasefire")]),
        ("The rebels announced a unilateral ceasefire.", [("rebels", "a unilateral ceasefire")]),
        ("The Kenyan president ordered a 36-hour truce.", [("Kenyan president", "a 36-hour truce")]),
        ("Kenya announced a ceasefire.", []),  # mediators announce those of others
        ("Kenya announced a ceasefire between Chad and Mali.", []),
        ("Kenya and Uganda extended the truce by a week.", []),  # an agreement
        ("Kenya declared the ceasefire over.", []),
        ("Kenya extended the deadline by a week.", []),
    ],
)
def test_a_truce_of_one_side_alone_binds_it(text, expected):
    found = pledge.find(annotated(text), load_lexicon())
    assert [(one.by.name, one.content) for one in found] == expected

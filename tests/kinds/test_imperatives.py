"""Orders in a party's own words."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def asked(text):
    found = demand.find(annotated(text), load_lexicon())
    return [([a.name for a in d.by], [a.name for a in d.of], d.content) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Free the captives now," the Kenyan president said.', [(["Kenyan president"], [], "Free the captives now")]),
        ('"Let our people go," the Kenyan president said.', [(["Kenyan president"], [], "Let our people go")]),
        ('"Let us end the siege," the Kenyan president said.', []),
        ('"We end the siege today," the Kenyan president said.', []),
        ("To end the siege is hard, the Kenyan president said.", []),
    ],
)
def test_an_order_in_a_partys_own_words_is_a_demand(text, expected):
    assert expected == asked(text)

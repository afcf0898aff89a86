"""Talks told without their parties are certain ones where they have a place, a day or a number of their own."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.encounters import find_encounters
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("words", "is_open"),
    [
        ("Talks will begin in Oslo.", True),
        ("Talks will begin on Friday.", True),
        ("The first round will end soon, then a second round follows.", True),
        ("Talks are useful.", False),
        ("A round of golf followed.", False),
        ("Everybody wants a new round.", False),
    ],
)
def test_talks_of_nobody_are_open_only_where_they_are_certain_ones(words, is_open):
    told = find_encounters(annotated(f"Kenya and Uganda quarrel. {words}"), load_lexicon())
    assert any(one.is_open for one in told) == is_open

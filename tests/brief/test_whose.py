"""Whose thing some words say that it is."""

import pytest

from dragoman.brief.whose import named_in


@pytest.mark.parametrize(
    ("words", "parties", "owners"),
    [
        ("the Kenyan plan", {"Kenya"}, set()),
        ("Uganda's offer to Kenya", {"Uganda", "Kenya"}, {"Uganda"}),
        ("Uganda’s offer", {"Uganda"}, {"Uganda"}),
        ("a truce in Norway", {"Norway"}, set()),
        ("the plan", set(), set()),
    ],
)
def test_the_parties_that_words_name_and_whose_thing_it_is(words, parties, owners):
    found = named_in(words)
    assert (set(found.parties), set(found.owners)) == (parties, owners)

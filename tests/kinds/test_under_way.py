"""Contacts that still go on when the article comes out, though they are told in the past."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon

PUBLISHED = date(2031, 3, 5)
"""A Wednesday."""


def statuses(text):
    return [c.status for c in contact.find(annotated(text, published=PUBLISHED), load_lexicon())]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Torv started talks on Tuesday in Oslo with more than two dozen Kenyan ministers.",
        "Discussions between Kenya and Chad had begun on Monday.",
        "A first round of talks between Kenya and Chad was under way in Oslo.",
        "Kenya and Chad were discussing the plan, the minister said.",
    ],
)
def test_what_was_begun_a_day_ago_or_is_under_way_goes_on(text):
    assert statuses(text) == ["ongoing"]


@pytest.mark.parametrize(
    "text",
    [
        "Discussions between Kenya and Chad began on February 3 in Oslo.",
        "Kenya and Chad held talks in Oslo on Tuesday.",
        "Kenya and Chad ended their talks in Oslo on Tuesday.",
        "Kenya and Chad were discussing the plan when the shelling began.",
    ],
)
def test_what_was_begun_weeks_ago_or_ended_is_over(text):
    assert statuses(text) == ["held"]

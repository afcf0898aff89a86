"""When an act was done, where its own words tell no day."""

from datetime import date

import pytest
from tests.annotate.reading import PUBLISHED, annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon


def days(text):
    return [(a.when.start, a.when.end) if a.when else None for a in action.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce broke on Monday, when Ugandan troops shelled a Kenyan port.",
         [(date(2031, 3, 3), date(2031, 3, 3))]),
        ("Uganda has been alone since 2024, when it annexed two Kenyan islands.",
         [(date(2024, 1, 1), date(2024, 12, 31))]),
        ("Uganda has been alone since May 2030, when it annexed two Kenyan islands.",
         [(date(2030, 5, 1), date(2030, 5, 31))]),
        ("Ugandan troops opened the road on Monday and captured two Kenyan towns.",
         [(date(2031, 3, 3), date(2031, 3, 3))]),
        ("Ugandan troops tried to storm a Kenyan port on Monday.", [(date(2031, 3, 3), date(2031, 3, 3))]),
        ("Ugandan troops have captured ten Kenyan towns since they left the lake in 2029.",
         [(date(2029, 1, 1), PUBLISHED)]),
    ],
)  # fmt: skip
def test_an_act_has_the_time_of_the_clause_it_goes_on_with(text, expected):
    assert days(text) == expected


def test_what_was_done_was_done_by_the_day_of_publication():
    assert days("Uganda invaded Kenya this week.") == [(date(2031, 3, 3), PUBLISHED)]

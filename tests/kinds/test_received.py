"""Who holds an office and is met where somebody travelled to is of the state that was travelled to."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def sides(text):
    return [[p.side for p in c.participants] for c in contact.find(annotated(text), load_lexicon())]


def test_a_president_met_on_a_journey_is_of_the_state_that_the_journey_goes_to():
    text = (
        "Norwegian envoy Ana Torv will visit Baku, Azerbaijan, in March, where she will meet with President Omar "
        "Haddad and other government officials."
    )
    assert sides(text) == [["Norway", "Azerbaijan", "Azerbaijan"]]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian envoy Ana Torv met President Omar Haddad in Baku on Monday.",
        "Counselor Torv will then travel to Norway to meet with NATO and Kenyan officials.",
        "Norwegian envoy Ana Torv will visit Baku, Azerbaijan, in March, where she will meet activist Omar Haddad.",
    ],
)
def test_without_a_journey_or_an_office_nobody_is_given_a_side(text):
    assert [None in told for told in sides(text)] == [True]

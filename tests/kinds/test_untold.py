"""Offers of which the words tell nothing, and what stands behind a plan or a step."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import proposal
from dragoman.lexicon import load_lexicon


def proposals(text, published=date(2031, 3, 18)):
    return list(proposal.find(annotated(text, published=published), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Kenya put forward a very detailed proposal.", []),
        ("The mediators read the ideas set out by Kenya.", []),
        ("Kenya submitted its proposals to the mediators.", []),
        ("The ministers spoke about Kenya's new peace plan.", []),
        ("The ministers praised Kenya's diplomatic initiatives.", []),
        ("Kenya put forward a peace plan.", ["a peace plan"]),
        ("Kenya put forward a plan to free the sailors.", ["a plan to free the sailors"]),
        ("Kenya proposed a truce. Kenya submitted a detailed proposal.", ["a truce"]),
    ],
)
def test_a_proposal_says_what_is_in_it(text, terms):
    assert [term.text for one in proposals(text) for term in one.terms] == terms


def test_a_telling_that_says_nothing_is_one_more_of_the_proposal_told():
    (found,) = proposals("Kenya proposed a truce. Later Kenya submitted a very detailed proposal.")
    assert [cite.quote for cite in found.evidence][1:] == ["Kenya submitted a very detailed proposal"]


def test_an_offer_that_is_only_spoken_of_is_no_telling_of_another():
    (found,) = proposals("Kenya proposed a truce. Uganda spoke about Kenya's peace plan.")
    assert [cite.quote for cite in found.evidence] == ["Kenya proposed a truce"]


def test_who_sends_a_letter_proposing_something_proposes_it_and_not_who_gets_it():
    (found,) = proposals("Kenya sent a letter to Ugandan Foreign Minister Ana Torv proposing a truce on the lake.")
    assert [actor.name for actor in found.by] == ["Kenya"]


def test_one_of_several_proposes_and_not_all_of_them():
    assert proposals("They met Kenya and Chad, one of the states that has put forward a plan for a truce.") == []


def test_months_to_come_are_not_when_something_was_proposed():
    (found,) = proposals("Kenya proposed a truce in the coming months.")
    assert found.when is None
    (found,) = proposals("Kenya proposed a truce on Monday.")
    assert found.when is not None


def test_the_age_of_a_war_is_not_the_length_of_a_truce():
    (found,) = proposals("They discussed Kenya's proposal to end the three-year-old war with a truce.")
    assert [term.duration for term in found.terms] == [None]

"""What is agreed, by its words; what is thought of others, understood or left unsigned is no agreement."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import agreement
from dragoman.lexicon import load_lexicon


def agreements(text, outlet="Wire"):
    return list(agreement.find(annotated(text, outlet=outlet), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kenya and Uganda agreed that the talks should go on in Oslo.", ["the talks should go on in Oslo"]),
        ("Kenya and Uganda agreed that Chad must free the sailors.", []),
        ("Kenya and Uganda agreed that all captives must be freed.", []),
        ("Kenya and Uganda agreed that all sides should show restraint.", []),
        ("Kenya and Uganda got a clear understanding of the plan.", []),
        ("Kenya and Uganda reached an understanding.", ["an understanding"]),
        ("Some states, among them Kenya and Uganda, did not sign the declaration.", []),
        ("Kenya agreed with Uganda on further steps to arm the patrol.", ["further steps to arm the patrol"]),
        ("Kenya and Uganda signed the accord on Thursday.", ["the accord"]),
        ("The port is named in a border accord that Kenya and Uganda reached in June.", ["a border accord"]),
        ("The border deal Kenya and Uganda signed in May has failed.", ["The border deal"]),
        ("Norway welcomed the extension of the truce.", []),
        ("The agreement was endorsed by Norway and Chad.", []),
        ("Kenya and Uganda signed the agreement.", ["the agreement"]),
        ("Norway welcomed the announcement by the mediators on the extension of the truce in Kenya.", []),
        ("Norway welcomed the announcement of a truce in Kenya.", ["a truce in Kenya"]),
    ],
)
def test_an_agreement_is_of_those_who_bind_themselves(text, content):
    assert [found.content for found in agreements(text)] == content


def test_who_secures_a_truce_between_others_is_no_party_of_it():
    (found,) = agreements("Norway secured the truce between Kenya and Uganda.")
    assert [actor.name for actor in found.parties] == ["Kenya", "Uganda"]


@pytest.mark.parametrize(
    ("asked", "parties"),
    [("", ["United States", "Kenya"]), (" They urged the parties to end the war.", [])],
)
def test_the_parties_of_whom_a_readout_tells_what_was_asked_are_not_those_who_spoke(asked, parties):
    text = f"The United States held talks with Kenya in Oslo on Monday.{asked} The parties had agreed to a truce."
    found = agreements(text, "U.S. Department of State")
    assert [actor.name for one in found for actor in one.parties] == parties


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Building on the summit in March, Kenya and Uganda agreed to open the border.", None),
        ("In March, Kenya and Uganda agreed to open the border.", 3),
    ],
)
def test_a_day_of_what_an_agreement_builds_on_is_not_its_own(text, days):
    (found,) = agreements(text)
    assert (found.when and found.when.start.month) == days


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("President Ana Torv of Kenya, Kenyan minister Omar Nur and the president’s aides reached a deal.", 0),
        ("President Ana Torv of Kenya, Ugandan minister Omar Nur and the president’s aides reached a deal.", 1),
    ],
)
def test_a_deal_that_only_one_side_is_told_to_have_made_is_none(text, count):
    assert len(agreements(text)) == count


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya and Uganda held talks in Oslo on Monday. They agreed to open the pier.", "2024-05-13"),
        ("Kenya and Uganda held talks in Oslo on Monday. Kenya and Chad agreed to open the pier.", None),
        ("Kenya and Uganda will hold talks in Oslo on Friday. They have agreed to open the pier.", None),
        ("Kenya and Uganda will sign the accord on Friday.", "2024-05-17"),
        ("Kenya said on Monday that Uganda and Chad would sign the accord.", None),
    ],
)
def test_what_is_agreed_at_talks_is_of_their_day_and_what_is_due_of_its_own(text, day):
    (found,) = agreement.find(annotated(text, published=date(2024, 5, 15)), load_lexicon())
    assert (found.when and found.when.start.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kenya and Uganda agreed to each hand over 157 prisoners of war.", "each hand over 157 prisoners of war"),
        ("Kenya and Uganda agreed to each demand of the union.", "each demand of the union"),
    ],
)
def test_what_each_is_to_do_is_told_whole(text, content):
    assert [one.content for one in agreements(text)] == [content]

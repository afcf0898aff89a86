"""Whose "the sides" are that agree after talks."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.finders import agreement, contact, pledge
from dragoman.kinds.negotiators import those_at_talks
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()
TALKS = (
    "Kenyan envoy Ana Torv held talks with Chad's foreign minister Omar Nur, which were hosted by Ugandan Foreign "
    "Minister Paul Okello. Kenya thanks the Republic of Uganda. "
)


@pytest.mark.parametrize(
    ("end", "sides"),
    [
        ("The sides agreed to open the pier.", ["Kenya", "Chad"]),
        ("Both delegations agreed to open the pier.", ["Kenya", "Chad"]),
        ("The sides of the lake agreed to open the pier.", []),
        ("Some negotiators agreed to open the pier.", []),
    ],
)
def test_the_sides_are_those_who_talked(end, sides):
    layers = annotated(TALKS + end)
    noun = next(t for t in layers.doc if t.dep_ == "nsubj" and t.idx >= len(TALKS))
    assert [a.name for a in those_at_talks(layers, noun, find_encounters(layers, LEXICON))] == sides


def test_they_agree_and_meet_again_and_the_host_does_not():
    layers = annotated(TALKS + "The sides agreed to meet again on Saturday.")
    (agreed,) = agreement.find(layers, LEXICON)
    again = [one for one in contact.find(layers, LEXICON) if one.status == "planned"]
    assert [[a.name for a in parties] for parties in (agreed.parties, again[0].participants)] == [["Kenya", "Chad"]] * 2


def test_the_sides_that_promise_are_those_who_talked():
    text = TALKS + "They spoke of fish. The two sides committed to keep the pier open in May."
    (found,) = pledge.find(annotated(text), LEXICON)
    assert found.by.name == "Kenya and Chad"


def test_his_counterparts_are_those_he_was_told_to_have_met():
    met = "Kenyan minister Ana Torv met Ugandan minister Omar Nur, Chad's minister Lin Bao and Norway's Jon Berg."
    (found,) = contact.find(annotated(f"{met} She and her counterparts discussed the pier."), LEXICON)
    assert [a.side for a in found.participants] == ["Kenya", "Uganda", "Chad", "Norway"]


def test_these_two_countries_are_those_between_whom_the_deal_is():
    text = "The sea deal between Kenya and Chad is done. Berg thanked Norway and Uganda. "
    (found,) = agreement.find(annotated(text + "It is the first deal reached between these two countries."), LEXICON)
    assert [a.name for a in found.parties] == ["Kenya", "Chad"]


def test_of_talks_of_three_both_are_none():
    layers = annotated("Torv met the ministers of Kenya, Uganda and Chad. Both sides agreed to open the pier.")
    noun = next(t for t in layers.doc if t.text == "sides")
    assert not those_at_talks(layers, noun, find_encounters(layers, LEXICON))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Kenyan envoy Ana Torv met Ugandan envoy Omar Nur. The two agreed to open the pier.",
            ["Ana Torv", "Omar Nur"],
        ),
        ("Kenya and Chad held talks in Oslo. The three agreed to open the pier.", []),
        (
            "Kenya and Chad held talks in Oslo. The two sides met again. They agreed to open the pier.",
            ["Kenya", "Chad"],
        ),
        (
            "Kenya's foreign minister will meet his Chadian counterpart in Oslo. Both foreign ministers saw Ana Torv "
            "there in May and agreed on a pier.",
            ["Kenya", "Chad"],
        ),
    ],
)
def test_a_number_a_pronoun_and_two_officers_are_those_who_talked(text, parties):
    found = agreement.find(annotated(text), LEXICON)
    assert [actor.name for one in found for actor in one.parties] == parties

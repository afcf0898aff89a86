"""Whose "the sides" are that agree after talks."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.finders import agreement, contact
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


def test_of_talks_of_three_both_are_none():
    layers = annotated("Torv met the ministers of Kenya, Uganda and Chad. Both sides agreed to open the pier.")
    noun = next(t for t in layers.doc if t.text == "sides")
    assert not those_at_talks(layers, noun, find_encounters(layers, LEXICON))

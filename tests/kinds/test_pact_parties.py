"""Who a truce or deal is between by the words around its noun."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.pact_parties import is_of_truce, is_pact, lent_parties, own_parties
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def nouns(text):
    layers = annotated(text)
    return layers, [token for token in layers.doc if is_pact(token, LEXICON)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The truce between Kenya and Uganda holds.", ["Kenya", "Uganda"]),
        ("Kenya's accord with Uganda holds.", ["Kenya", "Uganda"]),
        ("The Kenya-Uganda truce holds.", ["Kenya", "Uganda"]),
        ("The Kenyan-Ugandan peace agreement holds.", ["Kenya", "Uganda"]),
        ("The truce between Kenya and the rebels holds.", ["Kenya", "rebels"]),
        ("The Norway-brokered truce holds.", []),
        ("The Kenya truce holds.", []),
        ("The truce between both sides holds.", []),
        ("The accord the rebels have with Kenya covers patrols.", ["rebels", "Kenya"]),
        ("Kenya has a trade deal with Uganda.", ["Kenya", "Uganda"]),
        ("The rebels left the port under a peace deal with Kenya.", ["rebels", "Kenya"]),
        ("Kenya and Uganda freed their captives under a deal made in Oslo.", ["Kenya", "Uganda"]),
        ("The rebels left the port under a peace deal.", []),
    ],
)
def test_a_pact_is_between_two_that_its_words_name(text, parties):
    layers, (noun,) = nouns(text)
    assert [actor.name for actor in own_parties(layers, noun)] == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Kenya-Uganda truce holds. A ceasefire was announced.", ["Kenya", "Uganda"]),
        ("The accord between Kenya and Uganda holds. The accord was signed.", ["Kenya", "Uganda"]),
        ("The accord between Kenya and Uganda holds. An accord was signed.", []),
        ("The accord between Kenya and Uganda holds. The treaty was signed.", []),
    ],
)
def test_a_pact_without_parties_borrows_them_from_one_of_its_kind(text, parties):
    layers, (_, noun) = nouns(text)
    assert [actor.name for actor in lent_parties(layers, noun, LEXICON)] == parties


@pytest.mark.parametrize(
    ("text", "is_truce"),
    [("The ceasefire deal holds.", True), ("The peace accord holds.", True), ("The trade accord holds.", False)],
)
def test_a_deal_is_one_of_truce_by_the_words_beside_it(text, is_truce):
    _, found = nouns(text)
    assert is_of_truce(found[-1], LEXICON) is is_truce

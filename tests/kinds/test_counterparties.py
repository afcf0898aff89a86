"""Who agreed where the words name one side or none: those who met, or whoever says so."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.counterparties import besides_speaker, sides_meeting, with_speaker, with_the_met
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def names(actors):
    return [actor.name for actor in actors]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A swap was agreed at the summit of Kenya and Uganda.", ["Kenya", "Uganda"]),
        ("A swap was agreed at the Kenya-Uganda talks.", ["Kenya", "Uganda"]),
        ("A swap was agreed at the summit in Oslo.", []),
    ],
)
def test_what_is_agreed_at_a_meeting_is_agreed_by_those_who_met(text, who):
    layers = annotated(text)
    verb = next(token for token in layers.doc if token.lower_ == "agreed")
    assert names(sides_meeting(layers, verb, LEXICON)) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A truce was agreed with Uganda, the Kenyan foreign ministry said.", ["Kenya", "Uganda"]),
        ("A truce was agreed with Uganda, the Ugandan foreign ministry said.", ["Uganda"]),
        ("Norway agreed a truce with Uganda, the Kenyan foreign ministry said.", ["Uganda"]),
    ],
)
def test_who_tells_of_what_was_agreed_with_another_agreed_to_it(text, who):
    layers = annotated(text)
    verb = next(token for token in layers.doc if token.lower_ == "agreed")
    uganda = tuple(actor for actor in layers.actors if actor.name == "Uganda")
    assert names(with_speaker(layers, verb, uganda)) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya agreed in talks with Uganda to open the port.", ["Kenya", "Uganda"]),
        ("Kenya agreed in talks in Oslo to open the port.", ["Kenya"]),
        ("Kenya agreed to a deal allowing Uganda to fish in the lake.", ["Kenya", "Uganda"]),
        ("Kenya agreed to a deal praising Uganda.", ["Kenya"]),
    ],
)
def test_who_agrees_in_talks_with_another_or_grants_it_something_agrees_with_it(text, who):
    layers = annotated(text)
    verb = next(token for token in layers.doc if token.lower_ == "agreed")
    deal = next((token for token in layers.doc if token.lower_ == "deal"), verb)
    kenya = tuple(actor for actor in layers.actors if actor.name == "Kenya")
    assert names(with_the_met(layers, deal, verb, kenya)) == who


def test_who_says_that_there_is_no_deal_with_another_has_none():
    layers = annotated("The Kenyan foreign ministry said there was no deal with Uganda.")
    noun = next(token for token in layers.doc if token.lower_ == "deal")
    assert names(besides_speaker(layers, noun)) == ["Kenya", "Uganda"]

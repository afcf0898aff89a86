"""The offer that "it" stands for, and dealing with somebody."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.clauses import objects
from dragoman.kinds.pointing import answered_as_it, deals_with_somebody
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def verb_of(text, lemma):
    return next(token for token in annotated(text).doc if token.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Uganda has a plan. Kenya rejected it.", "plan"),
        ("Uganda has a draft of the treaty. It asks for a truce. Kenya rejected it.", "draft"),
        ("Uganda has a plan. The port is closed. Kenya rejected it.", None),  # another matter lies between
        ("Uganda has a port. Kenya rejected it.", None),
        ("Uganda has a plan. Kenya rejected the port.", None),
    ],
)
def test_it_is_the_offer_spoken_of_before(text, offer):
    verb = verb_of(text, "reject")
    found = answered_as_it(objects(verb), verb, LEXICON)
    assert (found and found[0].text) == offer


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Kenya refused to negotiate with the rebels.", "negotiate", True),
        ("Kenya refused to meet the Ugandan envoy.", "meet", True),
        ("Kenya refused to meet the deadline.", "meet", False),
        ("Kenya refused to negotiate a price.", "negotiate", False),
        ("Kenya refused to dance with the rebels.", "dance", False),
    ],
)
def test_dealing_is_with_somebody(text, lemma, expected):
    assert deals_with_somebody(verb_of(text, lemma), LEXICON) is expected

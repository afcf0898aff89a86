"""Who is ready to meet has not met, and is the party that the noun is of."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.kinds.readiness import readiness
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "lemma", "noun"),
    [
        ("Minister Lea Nur stressed Kenya's readiness to meet Chad.", "meet", "readiness"),
        ("Minister Lea Nur stressed Kenya's readiness to come and meet Chad.", "meet", "readiness"),
        ("Minister Lea Nur left the room to meet Chad.", "meet", None),
        ("Minister Lea Nur wants to meet Chad.", "meet", None),
    ],
)
def test_the_noun_right_before_an_infinitive(text, lemma, noun):
    verb = next(t for t in annotated(text).doc if t.lemma_ == lemma)
    found = readiness(verb)
    assert (found.text if found is not None else None) == noun


def test_the_party_is_whose_readiness_it_is():
    text = "The Deputy Minister Lea Nur praised the United States’ steady willingness to engage in diplomacy with Chad."
    (told,) = contact.find(annotated(text), load_lexicon())
    assert ([p.name for p in told.participants], told.status) == (["United States", "Chad"], "proposed")

"""Talks that are under way or fixed by words beside them."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.kinds.under_way import as_told_beside
from dragoman.lexicon import load_lexicon


def told(text, **around):
    found = contact.find(annotated(text, **around), load_lexicon())
    return [(c.mode, c.status, [a.name for a in c.participants]) for c in found]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Kenya and Uganda had begun in Oslo on Monday, the envoy said.", "ongoing"),
        ("Kenya and Uganda started talks in Oslo on Monday.", "ongoing"),
        ("Kenya and Uganda held talks in Oslo on Monday.", "held"),
    ],
)
def test_talks_that_began_go_on(text, status):
    assert [one[1] for one in told(text)][:1] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [("They may attend the upcoming talks.", "planned"), ("They may attend the Kenyan talks.", "proposed")],
)
def test_upcoming_talks_are_planned_whoever_comes(text, status):
    noun = next(token for token in annotated(text).doc if token.lemma_ == "talk")
    assert as_told_beside(noun, "proposed") == status

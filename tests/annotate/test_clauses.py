"""The time of an event: its own, not that of another noun or clause beside it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.clauses import prepositional, subjects, when_of


def day_of(text, word):
    layers = annotated(text)
    when = when_of(layers, next(token for token in layers.doc if token.text == word))
    return when and str(when.start)[5:]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Torv met Haddad in Oslo on Monday.", "met", "03-03"),
        ("On Monday, Torv met Haddad in Oslo.", "met", "03-03"),
        ("Monday's agreement is the fruit of talks in Oslo.", "agreement", "03-03"),
        ("Monday's agreement is the fruit of talks in Oslo.", "talks", None),
        ("The talks took two years.", "talks", None),
        ("Torv has talked to Haddad since he became president on March 1.", "talked", None),
        ("Torv met Haddad, who arrived in Oslo on March 1.", "met", None),
        ("Torv met Haddad before he left on Monday.", "met", "03-03"),
        ("The talks, which began on Monday, stalled.", "talks", "03-03"),
    ],
)
def test_a_time_of_another_noun_or_clause_is_not_the_events(text, word, expected):
    assert day_of(text, word) == expected


def test_whom_one_spoke_with_is_found_before_the_purpose_too():
    text = (
        "Envoy Omar Haddad spoke today with Prime Minister Edi Torv of Albania to express the States’ strong support."
    )
    layers = annotated(text)
    spoke = next(token for token in layers.doc if token.text == "spoke")
    assert [token.text for token in prepositional(spoke, ("with",))] == ["Torv"]


def test_a_past_verb_behind_what_was_asked_for_is_of_who_asked():
    layers = annotated("The EU urged Kenya to de-escalate the row and highlighted the risks.")
    verb = next(token for token in layers.doc if token.text == "highlighted")
    assert [token.text for token in subjects(verb)] == ["EU"]

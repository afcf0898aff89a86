"""Words that go together though the parser hangs them elsewhere."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.clauses import objects, subjects


def parts(find, text, word):
    verb = next(token for token in annotated(text).doc if token.text == word)
    return {token.text for token in find(verb)}


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Kenya's vice premier Ana Torv and Ugandan Finance Secretary Omar Haddad met in Oslo.", "met", {"Haddad"}),
        ("President Ana Torv and President Omar Haddad met in Oslo.", "met", {"Torv", "Haddad"}),
        ("Kenya and Uganda met in Oslo.", "met", {"Kenya", "Uganda"}),
    ],
)
def test_what_is_joined_to_a_name_behind_its_title_is_a_subject_too(text, word, names):
    assert names <= parts(subjects, text, word)


def test_a_noun_that_is_taken_for_a_clause_is_an_object():
    text = "Kenya's government and the rebels signed a ceasefire deal in Havana on Saturday."
    assert "deal" in parts(objects, text, "signed")
    assert parts(objects, "Kenya said Uganda left.", "said") == set()

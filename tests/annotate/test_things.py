"""A document that is looked up is what "it" says; no party of the sentences before is."""

import pytest
from tests.annotate.reading import referents


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Kenya hopes for peace. If you go back to the resolution, it lays out three phases.", "it"),
        ("Kenya hopes for peace. Look at the letter: it lays out three phases.", "it"),
        ("The resolution was read out. It lays out three phases.", "It"),
    ],
)
def test_it_is_the_document_and_no_party(text, pronoun):
    assert referents(text)[pronoun] == ()


def test_it_of_a_partys_own_document_is_the_party():
    assert referents("The Kenyan letter is long. It lays out three phases.")["It"] == ("Kenya",)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Kenya signed the resolution. It hopes for peace.", "It"),
        ("Kenya went back to the lake, and it hopes for peace.", "it"),
    ],
)
def test_it_is_the_party_where_no_document_is_looked_up(text, pronoun):
    assert referents(text)[pronoun] == ("Kenya",)

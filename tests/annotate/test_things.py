"""A document that is looked up is what "it" says; no party of the sentences before is."""

import pytest
from tests.annotate.reading import referents


@pytest.mark.parametrize(
    "text",
    [
        "Kenya hopes for peace. If you go back to the resolution, it lays out three phases.",
        "Kenya hopes for peace. Look at the letter: it lays out three phases.",
        "The Kenyan letter is long. It lays out three phases.",
        "The resolution was read out. It lays out three phases.",
    ],
)
def test_it_is_the_document(text):
    pronoun = "It" if "It " in text else "it"
    assert referents(text)[pronoun] in ((), ("Kenya",) if "Kenyan" in text else ())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya signed the resolution. It hopes for peace.", ("Kenya",)),
        ("Kenya went back to the lake, and it hopes for peace.", ("Kenya",)),
    ],
)
def test_it_is_the_party_where_no_document_is_looked_up(text, who):
    assert referents(text)["It" if "It " in text else "it"] == who

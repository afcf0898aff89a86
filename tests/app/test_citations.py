from __future__ import annotations

import pytest

from dragoman.app.citations import Cite, cited_article, read_cite
from dragoman.brief.passage import place_words
from dragoman.errors import UsageError
from dragoman.ledger import open_ledger
from tests.records import article

ID = "3f2a9c0d1e4b5566"


@pytest.mark.parametrize(
    ("words", "cite"),
    [
        ("3f2a9c0d1e4b:120-188", Cite("3f2a9c0d1e4b", 120, 188)),
        ("4", None),
        ("3f2a:1-2", None),  # too short to tell articles apart
        ("3f2a9c0d1e4b:120", None),
        ("contact-1a2b3c4d5e6f", None),
    ],
)
def test_a_place_is_an_article_and_code_points(words, cite):
    assert read_cite(words) == cite


def test_what_is_written_is_read_back():
    assert read_cite(place_words(ID, 3, 9)) == Cite(ID[:12], 3, 9)


@pytest.mark.parametrize(
    "cite", [Cite("abcdef", 0, 3), Cite(ID[:12], 0, 999), Cite(ID[:12], 3, 3), Cite("3f2a9c", 0, 3)]
)
def test_a_place_that_is_not_there_or_not_one_is_a_wrong_call(cite):
    with open_ledger() as ledger:
        ledger.put(article(ID, text="A truce holds."), [])
        ledger.put(article("3f2a9c9999999999", text="A truce is over."), [])
        with pytest.raises(UsageError):
            cited_article(cite, ledger)
        assert cited_article(Cite(ID[:12], 2, 7), ledger)[1].quote == "truce"

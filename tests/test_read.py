"""One page in, its article and records out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dragoman.errors import ParseError
from dragoman.lexicon import load_lexicon
from dragoman.read import read, read_times
from dragoman.types import Page, Reading
from tests.app.conftest import MEETING, SPANISH


def reading(text: str) -> Reading:
    page = Page(
        name="a.txt", id="a", body=text.encode(), media_type="text/markdown", fetched=datetime(2031, 3, 5, tzinfo=UTC)
    )
    return read(page, load_lexicon())


def test_every_record_is_of_the_article_and_every_quote_stands_in_its_text():
    found = reading(MEETING)
    assert {type(record).__name__ for record in found.records} >= {"Contact", "Statement", "NonAnswer"}
    for record in found.records:
        assert record.article == found.article.id
        assert record.evidence
        assert all(found.article.text[e.start : e.end] == e.quote for e in record.evidence)
    assert [found.article.text[t.span.start : t.span.end] for t in found.times] == [t.text for t in found.times]
    assert found.times


def test_the_same_bytes_give_the_same_reading():
    assert reading(MEETING) == reading(MEETING)


@pytest.mark.parametrize("text", [MEETING, SPANISH])
def test_the_times_alone_are_those_of_the_whole_reading(text):
    found = reading(text)
    assert read_times(found.article) == Reading(found.article, (), found.times)


def test_an_article_in_another_language_comes_back_without_records():
    found = reading(SPANISH)
    assert (found.article.lang, found.records, found.times) == ("es", (), ())


def test_a_page_without_an_article_is_an_error_that_names_it():
    with pytest.raises(ParseError, match=r"^a\.txt: "):
        reading(" \n")

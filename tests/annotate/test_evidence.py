"""Evidence is cut at the article's own offsets."""

import pytest

from dragoman.annotate.evidence import cite
from dragoman.types import Article, Evidence, Span

ARTICLE = Article(id="a", name="a", text="  They met. ")


def test_blanks_at_the_ends_are_left_off():
    assert cite(ARTICLE, Span(0, 12)) == Evidence(2, 11, "They met.")


@pytest.mark.parametrize("span", [Span(0, 2), Span(5, 99)])
def test_nothing_to_cite_is_an_error(span):
    with pytest.raises(ValueError, match="no words"):
        cite(ARTICLE, span)


def test_a_dateline_is_no_part_of_what_is_said():
    article = Article(id="a", name="a", text="OSLO, March 3 (Harbour Wire) - They met on Monday.")
    assert cite(article, Span(0, 50)).quote == "They met on Monday."
    article = Article(id="a", name="a", text="NAIROBI/KAMPALA They met on Monday.")
    assert cite(article, Span(0, 35)).quote == "They met on Monday."

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


def test_a_hyphened_word_is_cited_whole_unless_it_is_endless():
    article = Article(id="a", name="a", text="They expect a de-escalation today.")
    assert cite(article, Span(article.text.index("escalation"), 27)).quote == "de-escalation"
    article = Article(id="a", name="a", text="x" * 40 + "-escalation")
    assert cite(article, Span(41, 51)).quote == "escalation"

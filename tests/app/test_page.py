from __future__ import annotations

from dragoman.app.page import article_head, marked_text
from dragoman.kinds.demand import Demand
from dragoman.types import Article, Evidence, Reading
from tests.brief.made import day

TEXT = "Open the port and the road."


def demand(start: int, end: int) -> Demand:
    return Demand(article="1", evidence=(Evidence(start, end, TEXT[start:end]),), by=(), content=TEXT[start:end])


def test_records_that_share_words_are_numbered_where_each_ends():
    reading = Reading(Article(id="1", name="a", text=TEXT), (demand(0, 26), demand(5, 13), demand(18, 26)))
    assert marked_text(reading).plain == "Open the port[2] and the road[1][3]."


def test_a_page_has_its_title_its_outlet_and_its_day_or_says_that_it_has_none():
    assert article_head(Article(id="1", name="a", text=TEXT)).plain == (
        "a\nno outlet, no date known: times stay unresolved (--published)\n"
    )
    dated = Article(id="1", name="a", text=TEXT, title="Roads", outlet="Post", published=day("11"))
    assert article_head(dated).plain == "Roads\nPost, Tue 11 Mar 2031\n"

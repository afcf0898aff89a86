"""How news is told: articles on stdout, what was skipped or failed on stderr, all of it as JSON."""

from __future__ import annotations

import time
from datetime import date

from dragoman.app.batch import Skipped
from dragoman.app.news import News, news_line, news_shape, news_text
from dragoman.app.shapes import json_line
from dragoman.app.shelf import Shelf
from dragoman.types import Failure, Page
from tests.app.conftest import MEETING
from tests.sources.conftest import FETCHED

SOURCE = "https://harbour-post.example/feed.xml"
PAGE = Page(
    name="1", id="1", body=MEETING.encode(), media_type="text/markdown", fetched=FETCHED, url="https://x.example/1"
)


def added(path):
    shelf = Shelf(path)
    taken = shelf.take(PAGE)
    shelf.close()
    return News(source=SOURCE, what=taken)


def test_an_article_is_told_with_what_it_changed_and_statements_are_counted(tmp_path):
    news = added(tmp_path / "talks.db")
    head, *lines = news_text(news, with_statements=False).splitlines()
    place = news.what.article.id[:12]
    assert head == f"+ Harbour Post, Wed 10 Mar 2021: Envoy sees president [{place}] (1 statement)"
    assert lines[0].startswith("  + Wed 10 Mar 2021  Sera Quill and Bran Okell met in Kampala (contact-")
    assert lines[0].endswith(f")  {place}:0-96")
    assert len(news_text(news, with_statements=True).splitlines()) == len(lines) + 2
    assert news_line(news) == ""


def test_the_json_of_an_article_holds_all_changes_with_their_words(tmp_path):
    shape = news_shape(added(tmp_path / "talks.db"))
    assert (shape["event"], shape["source"], shape["published"]) == ("added", SOURCE, date(2021, 3, 10))
    assert shape["records"] == len(shape["changes"])
    (contact,) = [change for change in shape["changes"] if change["kind"] == "contact"]
    assert (contact["sort"], contact["cites"][0]["start"]) == ("new", 0)
    assert json_line(shape).count("\n") == 0


def test_what_failed_is_one_line_that_says_when_it_is_asked_again():
    soon = time.mktime((2031, 3, 5, 14, 7, 9, 0, 0, -1))
    failed = News(source=SOURCE, what=Failure(SOURCE, f"{SOURCE}: no answer; try again later"), again=soon)
    assert news_line(failed) == f"{SOURCE}: no answer; try again later; asked again at 14:07:09"
    assert news_text(failed, with_statements=True) == ""
    shape = news_shape(failed)
    assert (shape["event"], shape["message"], shape["again"].timestamp()) == ("failed", failed.what.message, soon)
    gone = News(source=SOURCE, what=failed.what)
    assert (news_line(gone), news_shape(gone)["again"]) == (failed.what.message, None)


def test_what_is_in_another_language_is_skipped_by_name():
    news = News(source=SOURCE, what=Skipped("https://x.example/1", "Spanish"))
    assert news_line(news) == "https://x.example/1: skipped, it is in Spanish; only English is read"
    assert news_shape(news) == {
        "event": "skipped",
        "source": SOURCE,
        "name": "https://x.example/1",
        "language": "Spanish",
    }

"""What a source sent, as items: each has a mark that stays while it stays as it is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from dragoman.app.entries import linked_pages, mark_of, sent_items
from dragoman.sources.watchlist import Watch
from dragoman.sources.web import Answer
from dragoman.types import Defaults, Failure, Page

DEFAULTS = Defaults(fetched=datetime(2031, 3, 5, tzinfo=UTC), marking="GREEN")
LONG = "The envoys met in the old town hall. " * 20
WATCH = Watch(url="https://ledger.example/feed")
ITEMS = [
    {"id": "b", "url": "/b", "title": "Talks end", "content_text": LONG},
    {"id": "a", "url": "https://other.example/a", "content_html": "<p>Short.</p>", "date_modified": "2031-03-05"},
    {"id": "c", "title": "Nothing"},
]


def answer(body, kind="", url=WATCH.url):
    return Answer(url, 200, "OK", httpx.Headers({"content-type": kind} if kind else {}), body.encode())


def json_feed(items):
    return answer(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Ledger", "items": items}))


def test_the_items_of_a_feed_come_oldest_first_with_whole_addresses():
    sent = sent_items(json_feed(ITEMS), WATCH, DEFAULTS)
    assert [(item.name, item.url, item.page is None) for item in sent.items] == [
        ("https://ledger.example/feed#3", "", True),
        ("https://other.example/a", "https://other.example/a", False),
        ("https://ledger.example/b", "", False),
    ]
    assert (sent.is_feed, sent.fault) == (True, "")
    page = sent.items[2].page
    assert (page.url, page.outlet, page.marking) == ("https://ledger.example/b", "The Ledger", "GREEN")


@pytest.mark.parametrize("field", ["title", "content_html", "date_modified", "date_published", "url"])
def test_an_item_that_changed_has_another_mark(field):
    marks = []
    for value in (ITEMS[1].get(field, ""), "other"):
        sent = sent_items(json_feed([{**ITEMS[1], field: value}]), WATCH, DEFAULTS)
        marks.append(sent.items[0].mark)
    assert marks[0] != marks[1]
    assert mark_of("a", "b") != mark_of("ab", "") != mark_of("a\x00b")


@pytest.mark.parametrize(
    ("body", "kind", "items", "fault"),
    [
        ("<p>The envoys met.", "text/html", 1, ""),
        ('{"text": "One."}\n{"text": "Two."}\n', "application/json", 2, ""),
        ('{"text": "One."}\n{"txt": "Two."}\n', "application/json", 1, "https://ledger.example/feed:2: not a row"),
    ],
)
def test_what_is_no_feed_is_its_pages(body, kind, items, fault):
    sent = sent_items(answer(body, kind), WATCH, DEFAULTS)
    assert (len(sent.items), sent.is_feed) == (items, False)
    assert sent.fault.startswith(fault)
    assert bool(sent.fault) is bool(fault)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "", "application/pdf"])
def test_the_page_that_an_item_leads_to_takes_from_the_feed_what_it_does_not_say(kind):
    (item,) = sent_items(
        json_feed([{**ITEMS[1], "title": "Talks", "date_published": "2031-03-04"}]), WATCH, DEFAULTS
    ).items
    (page,) = linked_pages(item, answer("<!doctype html><p>Long.", kind, "https://other.example/a2"), DEFAULTS)
    if kind == "application/pdf":
        assert page == Failure(
            "https://other.example/a",
            "https://other.example/a: it is application/pdf, which isn't read; save it as HTML or text",
        )
        return
    assert isinstance(page, Page)
    assert (page.url, page.title, page.outlet, page.published) == (
        "https://other.example/a2", "Talks", "The Ledger", "2031-03-04",
    )  # fmt: skip


HISTORY = Path(__file__).parents[3] / "shared" / "corpus" / "feeds" / "history"


@pytest.mark.skipif(not HISTORY.is_dir(), reason="needs the feeds of ../shared, which are not in this repository")
def test_of_six_fetches_of_one_office_s_feed_each_has_only_what_is_new_to_it():
    new, done = [], set()
    for number in (6, 5, 4, 3, 2, 1):  # the last fetch is the first file
        body = (HISTORY / f"state_consecutive_{number}.rss").read_bytes()
        sent = sent_items(Answer(WATCH.url, 200, "OK", httpx.Headers(), body), WATCH, DEFAULTS)
        marks = {item.mark for item in sent.items}
        new.append(len(marks - done))
        done |= marks
    assert new == [10, 1, 1, 0, 0, 1]

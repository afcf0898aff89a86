from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.annotate.times import find_times
from dragoman.export.timex import timeml, timex_rows
from dragoman.types import Article, Span, Timex

PUBLISHED = date(2031, 3, 5)
TEXT = "They met yesterday & will meet next week.\nTalks lasted <more than three hours>."


def article(text: str = TEXT, published: date | None = PUBLISHED, title: str = "Talks & more") -> Article:
    return Article(id="a1", name="talks", text=text, title=title, published=published)


def document(told: Article) -> ElementTree.Element:
    return ElementTree.fromstring(timeml(told, find_times(told.text, told.published)))


def test_the_times_of_a_text_are_numbered_in_their_order_from_one():
    rows = timex_rows(find_times(TEXT, PUBLISHED))
    assert [(row["tid"], row["type"], row["value"], row["mod"], row["text"]) for row in rows] == [
        ("t1", "DATE", "2031-03-04", None, "yesterday"),
        ("t2", "DATE", "2031-W11", None, "next week"),
        ("t3", "DURATION", "PT3H", "MORE_THAN", "more than three hours"),
    ]
    assert [row["edtf"] for row in rows] == ["2031-03-04", "2031-03-10/2031-03-16", None]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]


def test_of_times_that_overlap_the_first_and_longest_stands():
    def time(start: int, end: int) -> Timex:
        return Timex(span=Span(start, end), text=TEXT[start:end], type="DATE", value="2031")

    rows = timex_rows([time(5, 9), time(0, 3), time(0, 6), time(6, 9)])
    assert [(row["tid"], row["start"], row["end"]) for row in rows] == [("t1", 0, 6), ("t2", 6, 9)]


def test_a_document_has_the_day_of_publication_and_the_times_in_the_text():
    root = document(article())
    (published,) = root.findall("DCT/TIMEX3")
    assert (root.tag, root.findtext("DOCID"), root.findtext("TITLE")) == ("TimeML", "talks", "Talks & more")
    assert (published.attrib["tid"], published.attrib["value"], published.text) == ("t0", "2031-03-05", "2031-03-05")
    assert published.attrib["functionInDocument"] == "CREATION_TIME"
    assert [time.attrib for time in root.findall("TEXT/TIMEX3")] == [
        {"tid": "t1", "type": "DATE", "value": "2031-03-04"},
        {"tid": "t2", "type": "DATE", "value": "2031-W11"},
        {"tid": "t3", "type": "DURATION", "value": "PT3H", "mod": "MORE_THAN"},
    ]


def test_a_text_without_a_date_has_no_day_of_publication():
    root = document(article(published=None))
    assert root.find("DCT") is None
    assert [time.text for time in root.findall("TEXT/TIMEX3")][0] == "yesterday"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a < b & c > d on Friday", "a < b & c > d on Friday"),
        ("]]> on Friday", "]]> on Friday"),
        ("“on Friday” 😀", "“on Friday” 😀"),
        ("a\x0bb\x00 on\u2028Friday\ufffe", "a\ufffdb\ufffd on\u2028Friday\ufffd"),
        ("a\rb\ud800", "a\ufffdb\ufffd"),
        ("", ""),
    ],
)
def test_without_its_tags_the_document_is_the_text(text, kept):
    body = document(article(text)).find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == kept


@given(st.lists(st.sampled_from(["yesterday", "<", "&amp;", "'\"", "next week", "\x1f", "é", "\n", "in May", " "])))
def test_every_text_comes_back_with_its_code_points_in_place(words):
    told = article(" ".join(words))
    body = document(told).find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == told.text.replace("\x1f", "\ufffd")


def test_attributes_hold_what_is_written_in_them():
    (time,) = find_times("today", PUBLISHED)
    odd = replace(time, value='a"b<c&d')
    root = ElementTree.fromstring(timeml(article("today"), [odd]))
    assert [found.attrib["value"] for found in root.findall("TEXT/TIMEX3")] == ['a"b<c&d']

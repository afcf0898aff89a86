from __future__ import annotations

from dragoman.app.shapes import json_line, reading_json, times_json
from dragoman.types import Article, Reading, Span, Timex
from tests.brief.made import day, when
from tests.records import contact

ARTICLE = Article(id="hash", name="a", text="x", title="Roads", published=day("11"))


def test_an_article_is_an_object_with_its_records():
    assert json_line(reading_json(Reading(ARTICLE, ()))) == (
        '{"id":"a","article":"hash","title":"Roads","outlet":"","published":"2031-03-11","is_opinion":false,'
        '"records":[],"attributions":[]}'
    )


def test_a_record_has_its_codes_beside_its_own_fields():
    (printed,) = reading_json(Reading(ARTICLE, (contact("a"),)))["records"]
    assert (printed["kind"], printed["mode"], printed["coded"]["plover"]) == ("contact", "call", "CONSULT")


def test_a_time_has_its_window_or_null():
    known = Timex(span=Span(0, 1), text="x", type="DATE", value="2031-W11", window=when("10", "16"), role="at")
    unknown = Timex(span=Span(0, 1), text="x", type="DURATION", value="P30D", mod="APPROX", length=("P30D", "P30D"))
    rows = times_json(Reading(ARTICLE, (), (known, unknown)))["timexes"]
    assert [(row["value"], row["mod"], row["role"], row["length"], row["window"]) for row in rows] == [
        ("2031-W11", None, "at", None, {"start": "2031-03-10", "end": "2031-03-16"}),
        ("P30D", "APPROX", None, ["P30D", "P30D"], None),
    ]

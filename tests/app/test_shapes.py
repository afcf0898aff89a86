from __future__ import annotations

from dragoman.app.shapes import json_line, reading_json, times_json
from dragoman.types import Article, Reading, Span, Timex
from tests.brief.made import day, when

ARTICLE = Article(id="hash", name="a", text="x", title="Roads", published=day("11"))


def test_an_article_is_an_object_with_its_records():
    assert json_line(reading_json(Reading(ARTICLE, ()))) == (
        '{"id":"a","article":"hash","title":"Roads","outlet":"","published":"2031-03-11","records":[],"attributions":[]}'
    )


def test_a_time_has_its_window_or_null():
    known = Timex(span=Span(0, 1), text="x", type="DATE", value="2031-W11", window=when("10", "16"))
    unknown = Timex(span=Span(0, 1), text="x", type="DURATION", value="P30D", mod="APPROX")
    assert times_json(Reading(ARTICLE, (), (known, unknown)))["timexes"] == [
        {
            "start": 0,
            "end": 1,
            "type": "DATE",
            "value": "2031-W11",
            "mod": None,
            "window": {"start": "2031-03-10", "end": "2031-03-16"},
        },
        {"start": 0, "end": 1, "type": "DURATION", "value": "P30D", "mod": "APPROX", "window": None},
    ]

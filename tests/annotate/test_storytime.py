"""What is told without a day, after an old date, is of the time of its passage and no news."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.storytime import is_day_beside, retold, told_lately, when_said
from dragoman.types import Span

CHRONICLE = """Talks went on in Oslo on Tuesday.

In June 2027 Kenya and Uganda signed a truce.

Kenya rejected a second plan.

In May 2028 the truce broke down.

In July 2029 envoys met in Lima.

In August 2030 the leaders met in Cairo.

Uganda is now waiting."""


def days(text, verb, nth=0):
    layers = annotated(text)
    head = [token for token in layers.doc if token.text == verb][nth]
    found = retold(layers, head)
    return (found.start, found.end, found.basis, found.approx) if found else None


def test_in_a_chronicle_it_lies_between_the_date_before_and_the_next():
    assert days(CHRONICLE, "rejected") == (date(2027, 6, 1), date(2028, 5, 31), "earlier", True)


def test_a_day_before_the_talks_is_none_of_theirs():
    layers = annotated("On 3 May, the day before the talks, Kenya left. After the talks on 4 May Uganda left.")
    first, then = (token for token in layers.doc if token.text == "talks")
    assert (is_day_beside(first), is_day_beside(then)) == (True, False)


def test_what_has_been_done_is_of_late():
    layers = annotated("Kenya has held talks with Uganda. Kenya held talks with Chad.")
    first, then = (token for token in layers.doc if token.text == "talks")
    assert (told_lately(layers, first), told_lately(layers, then)) == (layers.article.published, None)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("In 2027 Kenya drew up a plan. Uganda rejected it.", "rejected", (date(2027, 1, 1), date(2027, 12, 31))),
        ("In 2027 Kenya drew up a plan.\n\nUganda rejected it.", "rejected", None),
        ("In 2027 Kenya drew up a plan. Uganda rejects it.", "rejects", None),
        ("In 2027 Kenya drew up a plan. On Tuesday Uganda rejected it. Norway praised it.", "praised", None),
        ("Since 2027 Kenya has had a plan. Uganda rejected it.", "rejected", None),
        ("The 2027 plan of Kenya failed. Uganda rejected it.", "rejected", None),
        ("On Monday Kenya drew up a plan. Uganda rejected it.", "rejected", None),
    ],
)
def test_a_paragraph_that_goes_on_after_an_old_date_is_of_then(text, verb, expected):
    found = days(text, verb)
    assert (found[:2] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In 2027 Kenya drew up a plan. Uganda demanded the port.", "Uganda demanded the port", date(2027, 1, 1)),
        ("Uganda demanded the port on Monday.", "Uganda demanded the port", date(2031, 3, 3)),
        ("Uganda demanded the port.", "Uganda demanded the port", None),
    ],
)
def test_a_demand_is_of_the_day_it_was_put_on(text, words, expected):
    at = text.index(words)
    found = when_said(annotated(text), Span(at, at + len(words)))
    assert (found.start if found else None) == expected


def test_what_is_told_of_today_stays_so_in_a_chronicle():
    assert days(CHRONICLE, "waiting") is None

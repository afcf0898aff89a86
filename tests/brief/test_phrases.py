from __future__ import annotations

from datetime import date

import pytest

from dragoman.brief.phrases import clip, day_words, duration_words, names_words, possessive, quoted, when_words
from dragoman.types import When


def d(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


@pytest.mark.parametrize(
    ("start", "end", "approx", "words"),
    [
        ("2031-03-18", "2031-03-18", False, "Tue 18 Mar"),
        ("2031-03-17", "2031-03-23", False, "17-23 Mar"),
        ("2031-03-16", "2031-04-27", True, "about 16 Mar - 27 Apr"),
        ("2030-12-29", "2031-01-04", False, "29 Dec 2030 - 4 Jan"),
        ("2030-12-02", "2030-12-02", False, "Mon 2 Dec 2030"),
        ("2031-03-01", "2031-03-31", False, "Mar"),
        ("2030-03-01", "2030-03-31", False, "Mar 2030"),
        (None, "2031-03-23", False, "by 23 Mar"),
        ("2031-03-17", None, False, "from 17 Mar"),
        (None, None, False, "no date"),
    ],
)
def test_a_window_is_written_in_days_and_its_year_only_where_it_differs(start, end, approx, words):
    assert when_words(When("x", d(start), d(end), approx), 2031) == words


@pytest.mark.parametrize(
    ("name", "words"), [("Russia", "Russia's"), ("United States", "United States'"), ("ECOWAS", "ECOWAS'")]
)
def test_names_in_s_take_the_apostrophe_alone(name, words):
    assert possessive(name) == words


def test_a_missing_day_is_named_as_missing():
    assert (day_words(None), when_words(None)) == ("no date", "no date")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("PT90M", "90 minutes"),
        ("PT1M", "1 minute"),
        ("PT5M/PT10M", "5 to 10 minutes"),
        ("PT90M/PT3H", "90 minutes to 3 hours"),
        ("PT2H30M", "2 hours 30 minutes"),
        ("P30D", "30 days"),
        ("P1W", "1 week"),
        ("a while", "a while"),
    ],
)
def test_durations_are_written_out(iso, words):
    assert duration_words(iso) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B", "A"], "A and B"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["A", "B", "C", "D", "E"], "A, B, C, D and E"),
        (["A", "B", "C", "D", "E", "F"], "A, B, C and 3 others"),
    ],
)
def test_names_are_listed_once_and_long_lists_are_counted(names, words):
    assert names_words(names) == words


@pytest.mark.parametrize(
    ("words", "width", "clipped"),
    [
        ("one two", 7, "one two"),
        ("one two three", 9, "one two…"),
        ("onetwothree", 6, "onetw…"),
        ("one\n two", 20, "one two"),
    ],
)
def test_words_are_cut_between_words(words, width, clipped):
    assert clip(words, width) == clipped


def test_a_quote_has_one_pair_of_marks():
    assert quoted("“We are ready,”", 40) == "“We are ready”"
    assert quoted('"We are ready."', 40) == "“We are ready”"


def test_a_mark_that_closes_one_within_the_quote_stays():
    assert quoted('to end it on "day one"', 40) == '“to end it on "day one"”'
    assert quoted('to end it on "day', 40) == '“to end it on "day”'

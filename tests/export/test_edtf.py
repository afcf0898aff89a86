from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.times import find_times
from dragoman.export.edtf import edtf
from dragoman.types import When

PUBLISHED = date(2031, 3, 5)
DATE = r"-?\d{4}(?:-\d\d(?:-\d\d)?)?~?"
LEVEL_1 = re.compile(rf"{DATE}|\d\d(?:\dX|XX)|(?:{DATE}|\.\.)/(?:{DATE}|\.\.)")
"""What of level 1 is written here."""


def when(start: str | None, end: str | None, *, approx: bool = False) -> When:
    return When("then", start and date.fromisoformat(start), end and date.fromisoformat(end), approx)


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (when("2031-03-05", "2031-03-05"), "2031-03-05"),
        (when("2031-03-01", "2031-03-31"), "2031-03"),
        (when("2028-02-01", "2028-02-29"), "2028-02"),
        (when("2031-01-01", "2031-12-31"), "2031"),
        (when("2031-03-03", "2031-03-09"), "2031-03-03/2031-03-09"),
        (when("2030-12-01", "2031-02-28"), "2030-12-01/2031-02-28"),
        (when("2031-03-05", None), "2031-03-05/.."),
        (when(None, "2031-03-05"), "../2031-03-05"),
        (when(None, None), None),
        (when("2031-03-05", "2031-03-05", approx=True), "2031-03-05~"),
        (when("2031-03-01", "2031-03-31", approx=True), "2031-03~"),
        (when("2031-03-05", "2031-04-16", approx=True), "2031-03-05~/2031-04-16~"),
        (when(None, "2031-04-16", approx=True), "../2031-04-16~"),
        (when("0044-03-15", "0044-03-15"), "0044-03-15"),
    ],
)
def test_days_are_a_day_a_month_a_year_or_an_interval_open_where_an_end_is(window, expected):
    assert edtf(window) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 3 March 2031.", "2031-03-03"),
        ("They will meet at 11pm on Friday.", "2031-03-07"),  # no seconds are made up
        ("They met last week.", "2031-02-24/2031-03-02"),
        ("They will sign by Friday.", "2031-03-05/2031-03-07"),
        ("They met in March 2030.", "2030-03"),
        ("They met in 2029.", "2029"),
        ("They met in spring 2030.", "2030-21"),
        ("They met in the summer of 2030.", "2030-22"),
        ("They met in autumn 2030.", "2030-23"),
        ("They met in winter 2029.", "2029-24"),
        ("They met in the third quarter of 2030.", "2030-07-01/2030-09-30"),
        ("They met in the 1980s.", "198X"),
        ("They met in the 17th century.", "16XX"),
        ("They met in 44 BC.", "-0043"),
        ("They met in 1 BC.", "0000"),
        ("They met in early 2029.", "2029-01-01~/2029-05-02~"),
        ("They will meet in the coming weeks.", "2031-03-05~/2031-04-16~"),
    ],
)
def test_a_time_in_words_has_its_shortest_form(text, expected):
    (found,) = find_times(text, PUBLISHED)
    assert edtf(found) == expected


@pytest.mark.parametrize("text", ["They meet every Friday.", "They talked for two hours.", "They met daily."])
def test_what_comes_back_and_what_only_lasts_has_no_day(text):
    (found,) = find_times(text, PUBLISHED)
    assert edtf(found) is None


@pytest.mark.parametrize("text", ["They met yesterday.", "They will meet next week.", "They will meet on Friday."])
def test_without_a_day_of_publication_nothing_relative_has_one(text):
    assert [edtf(found) for found in find_times(text, None)] == [None]


DAYS = st.none() | st.dates()


@given(DAYS, DAYS, st.booleans())
def test_every_window_is_level_1_of_edtf_or_nothing(start, end, approx):
    written = edtf(When("then", start, end, approx))
    assert (written is None) == (start is None and end is None)
    assert written is None or LEVEL_1.fullmatch(written)

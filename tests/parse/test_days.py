"""Dates of publication as publishers write them: the day as it is written, in their own zone."""

from datetime import date

import pytest

from dragoman.parse.days import read_day

MARCH_16 = date(2031, 3, 16)


@pytest.mark.parametrize(
    "words",
    [
        "2031-03-16",
        " 2031-03-16 ",
        "20310316",
        "2031-03-16T23:30:00-04:00",
        "2031-03-16T23:30:00Z",
        "2031-03-16 23:30",
        "Sun, 16 Mar 2031 23:30:00 -0400",
        "16 Mar 2031 23:30 GMT",
        "Sunday, 16-Mar-31 23:30:00 GMT",
        "March 16, 2031",
        "Mar. 16, 2031",
        "March 16th, 2031, 11:30 p.m. EDT",
        "Sunday, March 16, 2031",
        "16 March 2031",
        "16th March 2031",
        "16.03.2031",
        "16.3.2031",
    ],
)
def test_a_day_is_read_as_it_is_written(words):
    assert read_day(words) == MARCH_16


@pytest.mark.parametrize(("words", "month"), [("Sept. 4, 2031", 9), ("4 Sep 2031", 9), ("May 4, 2031", 5)])
def test_months_may_be_short(words, month):
    assert read_day(words) == date(2031, month, 4)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "2031",
        "2031-03",
        "March 2031",
        "03/04/2031",
        "2031-02-30",
        "0000-00-00",
        "Marz 16, 2031",
        "Smarch 16, 2031",
        "31.02.2031",
    ],
)
def test_what_names_no_single_day_is_unknown(words):
    assert read_day(words) is None

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from dragoman.export.calendar import write_calendar
from tests.export.made import due, holdings


def events(*verdicts):
    calendar = Calendar.from_ical(write_calendar(holdings(verdicts=verdicts)).body)
    return list(calendar.walk("VEVENT"))


def test_what_is_due_is_an_event_of_that_whole_day_the_earliest_first():
    found = events(due("a1-f", 9), due("a1-v", 7))
    assert [event.decoded("dtstart") for event in found] == [date(2031, 3, 7), date(2031, 3, 9)]
    assert [str(event["uid"]) for event in found] == ["a1-v@dragoman", "a1-f@dragoman"]


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        (due("a1-f", 9), "CONFIRMED"),
        (due("a1-f", 9, soft=True), "TENTATIVE"),
        (due("a1-f", 9, "withdrawn"), "CANCELLED"),
    ],
)
def test_a_day_that_is_only_about_is_tentative_and_one_called_off_is_cancelled(verdict, status):
    assert [str(event["status"]) for event in events(verdict)] == [status]


def test_an_event_carries_its_words_and_where_they_stand():
    (event,) = events(due("a1-f", 9))
    assert "“a call this week”" in str(event["description"])
    assert str(event["url"]) == "https://harbourpost.example/call"


def test_the_stamp_is_the_day_of_what_is_known():
    (event,) = events(due("a1-f", 9))
    assert event.decoded("dtstamp").date() == date(2031, 3, 6)


def test_what_has_no_day_is_counted():
    made = write_calendar(holdings(verdicts=[due("a1-f", 9), due("a1-v", None)]))
    assert made.notes == ("1 of 2 things that are or were to come have a day",)


def test_single_records_have_no_verdicts_and_the_calendar_says_so():
    assert "leave out --records" in write_calendar(replace(holdings(), of_records=True)).notes[1]

"""Times that hang on an event count from its day where the text tells it, and stay relative where it doesn't."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times
from dragoman.annotate.times.anchors import beside_events, find_events

WEDNESDAY = date(2031, 3, 5)


def hung(text):
    return [
        (t.text, str(t.window.start)[5:] if t.window else None, str(t.window.end)[5:] if t.window else None, t.role)
        for t in find_times(text, WEDNESDAY)
        if t.basis == "event"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce began on March 1. Shells fell on the third day of the truce.",
         [("the third day", "03-03", "03-03", "at")]),
        ("The truce began on 20 February. Two weeks into the truce they complained.",
         [("Two weeks", "03-06", "03-06", "after")]),
        ("The war began on February 24, 2030. On day 300 of the war they met.", [("day 300", "12-20", "12-20", "at")]),
        ("The two met on Tuesday. Two days after the meeting shells fell.", [("Two days", "03-06", "03-06", "after")]),
        ("A day after the summit in Oslo on 3 March the envoy flew home.", [("A day", "03-04", "03-04", "after")]),
        ("The vote comes three days before the March 9 summit.", [("three days", "03-06", "03-06", "before")]),
        ("Hours after the truce took effect on Sunday shells fell.", [("Hours", "03-02", "03-03", "after")]),
        ("The deal was signed on March 1. They have to leave within 30 days of the signing.",
         [("30 days", "03-01", "03-31", "within")]),
        ("The raid killed ten on March 1. The day after the raid they met.",
         [("The day", "03-02", "03-02", "at")]),
        ("On March 2, the day after the raid, they met.", [("the day", "03-02", "03-02", "at")]),
        ("Torv took office on January 10, 2031. On day one of her term she called.",
         [("day one of her term", "01-10", "01-10", "at")]),
        ("They invaded the island on 1 March. Three days after the invasion they met.",
         [("Three days", "03-04", "03-04", "after")]),
    ],
)  # fmt: skip
def test_what_is_counted_from_an_event_has_its_days_where_the_text_dates_the_event(text, expected):
    assert hung(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two weeks into the truce they complained.", "after"),
        ("They met on Tuesday. Two days after the vote shells fell.", "after"),
        ("The talks began on Monday. Three weeks after the talks collapsed they met.", "after"),
        ("They must leave within 30 days of the signing.", "within"),
        ("It was the sixth day of the siege.", "at"),
        ("The truce was praised on March 1. Two days after the truce they met.", "after"),
    ],
)
def test_what_is_counted_from_an_event_of_unknown_day_stays_relative(text, role):
    assert [(first, last, told) for _, first, last, told in hung(text)] == [(None, None, role)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Monday's peace talks failed.", ["03-03"]),
        ("The summit, which took place on Monday, failed.", ["03-03"]),
        ("He said on Monday that the truce held.", [None]),
        ("The truce ended on Monday.", [None]),
        ("On Monday the truce collapsed.", [None]),
        ("The attack came before the talks of 3 March.", [None, "03-03"]),
    ],
)
def test_an_event_has_the_day_that_the_text_gives_it_and_no_other(text, days):
    found = find_events(text, find_times(text, WEDNESDAY))
    assert [str(event.day)[5:] if event.day else None for event in found] == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met on Monday. They spoke to the press after the meeting.",
            [("after the meeting", "03-03", "03-05", "after")],
        ),
        (
            "The truce began on March 1. Since the truce nobody has fired.",
            [("Since the truce", "03-01", "03-05", "from")],
        ),
        ("The vote is on March 9. They will speak before the vote.", [("before the vote", None, "03-09", "before")]),
        ("They spoke after the meeting.", []),
        ("They met on Monday. They spoke two days after the meeting.", []),
    ],
)
def test_an_event_of_known_day_times_what_is_told_beside_it(text, expected):
    found = beside_events(text, find_times(text, WEDNESDAY), WEDNESDAY)
    days = [(t.text, t.window.start, t.window.end, t.role) for t in found]
    assert [(words, str(a)[5:] if a else None, str(b)[5:], role) for words, a, b, role in days] == expected

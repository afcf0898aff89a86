"""The week begins with the day that it begins with where the outlet writes."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times
from dragoman.annotate.times.rules import time_table
from dragoman.annotate.times.weeks import MONDAY, SATURDAY, SUNDAY, week_begins

WEDNESDAY, A_SATURDAY, A_SUNDAY = date(2031, 3, 5), date(2031, 3, 8), date(2031, 3, 9)


@pytest.mark.parametrize("row", time_table("weeks"), ids=lambda row: row.id)
def test_a_row_knows_its_example_and_not_its_counter_example(row):
    known = {"sunday": SUNDAY, "saturday": SATURDAY}[row.means]
    assert (week_begins(row.example), week_begins(row.counter)) == (known, MONDAY)


def test_an_office_is_known_by_its_web_address():
    assert week_begins("Office of Information", "https://www.state.gov/releases") == SUNDAY


@pytest.mark.parametrize(
    ("text", "day", "first_weekday", "expected"),
    [
        ("They will meet next week.", WEDNESDAY, MONDAY, ["03-10", "03-16"]),
        ("They will meet next week.", WEDNESDAY, SUNDAY, ["03-09", "03-15"]),
        ("They will meet next week.", WEDNESDAY, SATURDAY, ["03-08", "03-14"]),
        ("They met last week.", WEDNESDAY, SUNDAY, ["02-23", "03-01"]),
        ("They will meet this week.", A_SUNDAY, MONDAY, ["03-10", "03-16", "03-03"]),
        ("They will meet this week.", A_SUNDAY, SUNDAY, ["03-09", "03-15", "03-03"]),
        ("They have met this week.", A_SUNDAY, MONDAY, ["03-03", "03-09", "03-10"]),
        ("They have met this week.", A_SUNDAY, SUNDAY, ["03-03", "03-09", "03-09"]),
        ("They will meet next week.", A_SATURDAY, SATURDAY, ["03-10", "03-16", "03-15"]),
        ("They met earlier this week.", A_SATURDAY, SATURDAY, ["03-03", "03-07", "03-08"]),
        ("They will meet this week.", A_SATURDAY, SATURDAY, ["03-08", "03-14", "03-03"]),
        ("They met last week.", A_SUNDAY, MONDAY, ["02-24", "03-02"]),
        ("They met last week.", A_SUNDAY, SUNDAY, ["03-02", "03-08", "02-24"]),
        ("They will meet next week.", A_SUNDAY, SUNDAY, ["03-10", "03-16", "03-16"]),
    ],
)
def test_a_week_has_the_days_of_the_outlets_week_and_on_a_sunday_two_readings(text, day, first_weekday, expected):
    (found,) = find_times(text, day, first_weekday)
    others = [str(other.start)[5:] for other in found.window.readings]
    assert [str(found.window.start)[5:], str(found.window.end)[5:], *others] == expected


def test_a_week_keeps_the_number_of_its_iso_week():
    assert {find_times("It was last week.", WEDNESDAY, day)[0].value for day in (MONDAY, SUNDAY)} == {"2031-W09"}

"""Days with a name."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times
from dragoman.annotate.times.feasts import easter, feast_day, feast_rules, orthodox_easter
from dragoman.annotate.times.rules import time_table


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(2016, (3, 27), (5, 1)), (2024, (3, 31), (5, 5)), (2025, (4, 20), (4, 20)), (2026, (4, 5), (4, 12))],
)
def test_easter_falls_where_the_churches_keep_it(year, western, eastern):
    assert (easter(year), orthodox_easter(year)) == (date(year, *western), date(year, *eastern))


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("12-25", 2031, date(2031, 12, 25)),
        ("11-4-3", 2025, date(2025, 11, 27)),
        ("election", 2024, date(2024, 11, 5)),
        ("easter-2", 2025, date(2025, 4, 18)),
        ("orthodox+0", 2026, date(2026, 4, 12)),
    ],
)
def test_a_rule_of_the_table_gives_a_day_of_each_year(rule, year, expected):
    assert feast_day(rule, year) == expected


def test_every_row_gives_a_day():
    assert all(feast_day(rule, 2031).year == 2031 for rule in feast_rules().values())


@pytest.mark.parametrize("row", time_table("feasts"), ids=lambda row: row.id)
def test_a_row_is_found_in_its_example_and_not_in_its_counter_example(row):
    day = feast_day(row.means, 2030).isoformat()
    found = [[t.value for t in find_times(text.replace(".", " 2030."), None)] for text in (row.example, row.counter)]
    assert (day in found[0], day in found[1]) == (True, False)


def test_a_feast_without_its_year_is_the_nearest_for_the_words_around_it():
    text = "They met at Christmas. They will meet again at Christmas."
    assert [t.value for t in find_times(text, date(2031, 6, 1))] == ["2030-12-25", "2031-12-25"]


def test_the_week_of_a_feast_is_the_week_that_holds_it():
    text = "They met in Christmas week. They will meet in Easter week and in Easter week 2033."
    assert [t.value for t in find_times(text, date(2031, 3, 5))] == ["2030-W52", "2031-W15", "2033-W15"]

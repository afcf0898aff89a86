"""Seasons, parts of histories and other expressions that rest on the dates told."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times

WEDNESDAY = date(2031, 3, 5)
CHRONICLE = "The war began in 1911. In 1911 the port fell; in 1911 the fort. A truce of 1911 broke in June 1912. "


def values(text):
    return [t.value for t in find_times(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The summer offensive failed.", "1912-SU"),
        ("They took the town in autumn.", "1912-FA"),
        ("That same summer they met.", "1912-SU"),
        ("Later in the year they met.", "1912"),
        ("They had lost it the previous April.", "1912-04"),
        ("They met four days later.", "1912-XX-XX"),
        ("They met two years later.", "1914"),
        ("The former king fled.", "PAST_REF"),
    ],
)
def test_a_history_tells_its_seasons_and_years_from_the_last_date(told, expected):
    assert values(CHRONICLE + told)[-1] == expected


def test_a_season_beside_a_noun_has_no_window_and_behind_a_preposition_one():
    bare, told = (find_times(text, WEDNESDAY)[0] for text in ("The winter crops failed.", "They met in winter."))
    assert bare.window is None
    assert told.window is not None


def test_in_news_a_former_president_is_no_time():
    assert values("The former president spoke of future wars.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fort is of the nineteenth century.", "18"),
        ("They fought in August 480 BC.", "BC0480-08"),
        ("It fell early in 1862.", "1862"),
        ("They march each July.", "XXXX-07"),
        ("They will meet the week of March 17.", "2031-W12"),
        ("They met last Thanksgiving.", "2030-11-28"),
        ("They fell out in January nineteen ninety-seven.", "1997-01"),
        ("For two bloody weeks they fought.", "P2W"),
        ("They met a week or so ago.", "2031-W09"),
    ],
)
def test_a_time_is_read_as_it_is_written(text, value):
    assert values(text) == [value]


def test_years_before_christ_make_a_range():
    assert values("The revolt (499-493 BC) failed.") == ["BC0499", "BC0493"]

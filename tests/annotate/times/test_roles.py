"""How an expression times what it stands beside, its unit, how vague it is, and what it is counted from."""

from datetime import date

import pytest

from dragoman.annotate.times import find_times
from dragoman.annotate.times.found import Found
from dragoman.annotate.times.roles import grain_of
from dragoman.annotate.times.rules import time_table

WEDNESDAY = date(2031, 3, 5)


def last(text):
    return find_times(text, WEDNESDAY)[-1]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They met on Tuesday.", "at"),
        ("They met Tuesday.", "at"),
        ("They must answer by no later than Friday.", "by"),
        ("They have talked since March 2.", "from"),
        ("They will rest until at least Friday.", "until"),
        ("They will meet from Friday to Sunday.", "until"),
        ("The talks were put off to Friday.", "at"),
        ("They must answer within three days.", "within"),
        ("They will meet in three weeks.", "within"),
        ("They talked for three days.", "for"),
        ("They fought throughout March 2030.", "at"),
        ("They meet every week.", "every"),
        ("They will leave after Friday.", "after"),
        ("They will leave ahead of Friday.", "before"),
        ("A 30-day truce was offered.", None),
    ],
)
def test_the_word_before_a_time_tells_how_it_times(text, role):
    found = last(text)
    assert found.role == role
    assert found.window is None or found.window.role == role


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in time_table("roles")])
def test_each_row_gives_its_role_to_its_example_and_not_to_its_counter_example(row):
    assert last(row.example).role == row.means
    assert last(row.counter).role != row.means


@pytest.mark.parametrize(
    ("value", "kind", "grain"),
    [
        ("PT90M", "DURATION", "minute"),
        ("P2Y6M", "DURATION", "month"),
        ("PXW", "DURATION", "week"),
        ("2031-03-05T17:30", "TIME", "minute"),
        ("2031-03-05TNI", "TIME", "part"),
        ("2031-03-05", "DATE", "day"),
        ("XXXX-WXX-2", "SET", "day"),
        ("2031-W10-WE", "DATE", "weekend"),
        ("2031-W10", "DATE", "week"),
        ("2031-SU", "DATE", "season"),
        ("2031-Q1", "DATE", "quarter"),
        ("BC0480", "DATE", "year"),
        ("198", "DATE", "decade"),
        ("11", "DATE", "century"),
        ("PRESENT_REF", "DATE", None),
        ("PXX", "DURATION", None),
    ],
)
def test_the_unit_of_a_value(value, kind, grain):
    assert grain_of(Found(type=kind, value=value)) == grain


@pytest.mark.parametrize(
    ("text", "vagueness", "basis"),
    [
        ("They met yesterday.", 0, "published"),
        ("They met this week.", 1, "published"),
        ("They met in early 2030.", 2, "explicit"),
        ("They waited for several weeks.", 3, None),
        ("They met recently.", 4, None),
        ("They waited for three weeks.", 0, None),
        ("It was the 16th day of the strike.", 4, "event"),
    ],
)
def test_what_has_no_days_has_its_vagueness_and_what_it_counts_from(text, vagueness, basis):
    found = last(text)
    assert (found.vagueness, found.basis) == (vagueness, basis)

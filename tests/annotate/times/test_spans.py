"""The days behind a TIMEX3 value."""

from datetime import date

import pytest

from dragoman.annotate.times.spans import narrowed, shift_months, value_span


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2031-03-05", date(2031, 3, 5), date(2031, 3, 5)),
        ("2031-03-05TNI", date(2031, 3, 5), date(2031, 3, 5)),
        ("2031-W10", date(2031, 3, 3), date(2031, 3, 9)),
        ("2031-W10-WE", date(2031, 3, 8), date(2031, 3, 9)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-Q3", date(2031, 7, 1), date(2031, 9, 30)),
        ("2031-H2", date(2031, 7, 1), date(2031, 12, 31)),
        ("2031-SU", date(2031, 6, 1), date(2031, 8, 31)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("203", date(2030, 1, 1), date(2039, 12, 31)),
    ],
)
def test_a_value_spans_its_days(value, start, end):
    assert value_span(value) == (start, end)


@pytest.mark.parametrize("value", ["PRESENT_REF", "P30D", "XXXX-03", "2031-02-30", "2031-W60"])
def test_what_names_no_days_spans_none(value):
    assert value_span(value) is None


def test_early_mid_and_late_take_a_third():
    march = (date(2031, 3, 1), date(2031, 3, 31))
    assert [narrowed(march, mod)[0].day for mod in ("START", "MID", "END", None)] == [1, 11, 21, 1]


def test_a_month_on_is_never_a_day_too_many():
    assert shift_months(date(2031, 1, 31), 1) == date(2031, 2, 28)

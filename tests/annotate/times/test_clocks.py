"""Times of the clock and the days that are told behind them."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import times

PUBLISHED = date(2025, 7, 3)
"""A Thursday."""


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The truce takes effect at midnight on July 5.", "2025-07-05T24:00"),
        ("The truce takes effect at midnight local time on July 5.", "2025-07-05T24:00"),
        ("The convoy left at noon local time (0900 GMT) on Tuesday.", "2025-07-01T12:00"),
        ("Shelling began at 6 p.m. Harbour Town time on Monday.", "2025-06-30T18:00"),
        ("The gates will open at 07:30 on July 9.", "2025-07-09T07:30"),
        ("The gates will open at noon Myanmar time on July 9.", "2025-07-09T12:00"),
    ],
)
def test_a_clock_is_of_the_day_behind_it(words: str, value: str) -> None:
    first, *_ = times(words, PUBLISHED)
    assert first.value == value
    assert first.window is not None
    assert first.window.start == first.window.end == date.fromisoformat(value[:10])


@pytest.mark.parametrize(
    "words",
    [
        "They left at noon, on Friday they came back.",
        "They left at noon. Friday was calm.",
        "They left at noon before Friday's talks.",
        "They left at noon on July's orders.",
    ],
)
def test_a_day_of_something_else_is_not_its_day(words: str) -> None:
    first, *_ = times(words, PUBLISHED)
    assert first.value == "2025-07-03T12:00"


def test_both_times_of_a_bracket_share_the_day() -> None:
    local, universal, _ = times("It took effect at midnight (2100 GMT) on Saturday.", PUBLISHED)
    assert (local.value, universal.value) == ("2025-06-28T24:00", "2025-06-28T21:00")

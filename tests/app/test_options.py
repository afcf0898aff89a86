from __future__ import annotations

from datetime import date

import click
import pytest

from dragoman.app.options import DAY


def test_a_day_is_read():
    assert DAY.convert("2021-03-09", None, None) == date(2021, 3, 9)
    assert DAY.convert(date(2021, 3, 9), None, None) == date(2021, 3, 9)


@pytest.mark.parametrize("words", ["2021-02-30", "Tuesday", "", "9.3.2021"])
def test_what_is_no_day_says_how_to_write_one(words):
    with pytest.raises(click.BadParameter, match="write it as 2025-03-16"):
        DAY.convert(words, None, None)

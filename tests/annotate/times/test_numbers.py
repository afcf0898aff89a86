"""Counts in words and digits."""

import pytest

from dragoman.annotate.times.numbers import number


@pytest.mark.parametrize(
    ("words", "expected"),
    [("three", 3), ("twenty-four", 24), ("2.5", 2.5), ("a couple of", 2), ("1,200", 1200), ("2 1/2", 2.5),
     ("several", None), ("", None)],
)  # fmt: skip
def test_a_count_is_read(words, expected):
    assert number(words) == expected

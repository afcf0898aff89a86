"""Lengths as ISO 8601, what a hedge leaves open, and how far vague words reach."""

import pytest

from dragoman.annotate.times.amounts import iso, reach_of
from dragoman.annotate.times.rules import time_table


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (90, "minute", "PT90M"),
        (2.5, "hour", "PT150M"),
        (2.5, "year", "P2Y6M"),
        (2, "fortnight", "P4W"),
        (3, "decade", "P30Y"),
    ],
)
def test_a_length_is_told_in_its_unit_and_a_half_in_the_next_smaller(count, unit, expected):
    assert iso(count, unit) == expected


@pytest.mark.parametrize(("word", "days"), [("day", 7), ("week", 42), ("soon", 28)])
def test_vague_words_reach_as_far_as_the_guidelines_say(word, days):
    assert reach_of(word) == days


@pytest.mark.parametrize("table", ["hedges", "windows"])
def test_a_row_of_lengths_finds_its_example_and_not_its_counter_example(table):
    for row in time_table(table):
        found = [
            any(word in text.lower().replace("weeks", "week") for word in row.words)
            for text in (row.example, row.counter)
        ]
        assert found[0], row.id
    assert {row.pos for row in time_table("hedges")} == {"", "above", "below"}

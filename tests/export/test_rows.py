from __future__ import annotations

import csv
import io

import pytest

from dragoman.export.rows import cell, csv_bytes, csv_parts


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("plain", "plain"),
        ("a, b", '"a, b"'),
        ('say "so"', '"say ""so"""'),
        ("two\nlines", '"two\nlines"'),
        (-2.0, "-2.0"),  # a number is no formula
        ("=1+1", "'=1+1"),
        ("- a list", "'- a list"),
    ],
)
def test_a_cell_is_quoted_where_it_must_be_and_never_a_formula(value, written):
    assert cell(value) == written


def test_what_is_written_is_read_back_by_any_reader_of_csv():
    body = csv_bytes(("a", "b"), [{"a": 'x, "y"\nz', "b": None}, {"b": "ü"}])
    assert b"".join(csv_parts(("a",), ({"a": n} for n in range(1_200)))) == csv_bytes(
        ("a",), [{"a": n} for n in range(1_200)]
    )
    assert list(csv.reader(io.StringIO(body.decode(), newline=""))) == [["a", "b"], ['x, "y"\nz', ""], ["", "ü"]]

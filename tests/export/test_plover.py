from __future__ import annotations

import csv
import io

import pytest

from dragoman.export.plover import OF_OURS, OF_POLECAT, write_plover
from tests.export.made import TEXT, holdings


def rows() -> dict[str, dict[str, str]]:
    body = write_plover(holdings()).body.decode()
    return {row["Event ID"]: row for row in csv.DictReader(io.StringIO(body, newline=""))}


def test_the_columns_are_polecats_and_then_our_own():
    assert list(next(iter(rows().values()))) == [*OF_POLECAT, *OF_OURS]


@pytest.mark.parametrize(
    ("id", "cells"),
    [
        ("a1-c", {"Event Type": "CONSULT", "Event Mode": "phone", "Intensity": "2.1", "CAMEO Code": "041",
                  "Actor Name": "Anna Lund; Boris Kral", "Recipient Name": "", "Event Date": "2031-03-04",
                  "Primary Actor Sector": "GOV", "Placename": "Tessaly"}),
        ("a1-x", {"Event Type": "ASSAULT", "Actor Name": "Borland", "Recipient Name": "Aland", "Goldstein": "-10.0",
                  "Quad Code": "MATERIAL CONFLICT"}),
        ("a1-d", {"Event Type": "REQUEST", "Event Mode": "yield", "CAMEO Code": "1053", "Contexts": "humanitarian"}),
        ("a1-r", {"Event Type": "REJECT", "Status": "reject"}),
        ("a1-s", {"Event Type": "", "Intensity": "", "CAMEO Code": "010", "Goldstein": "0.0"}),
    ],
)  # fmt: skip
def test_an_event_has_its_type_its_ends_and_its_scores(id, cells):
    row = rows()[id]
    assert {name: row[name] for name in cells} == cells


def test_the_span_of_a_row_is_that_of_its_words_in_the_article():
    for row in rows().values():
        assert TEXT[int(row["Text Start"]) : int(row["Text End"])] == row["Text"]


def test_what_has_no_type_is_counted():
    assert write_plover(holdings()).notes == ("3 of 10 entries have no PLOVER type",)

"""Credited agencies: every row finds its example and leaves its counter-example."""

from importlib.resources import files

import pytest

from dragoman.lexicon import read_table
from dragoman.parse.credit import credited_agency

ROWS = read_table("parse/agencies", (files("dragoman.data") / "parse" / "agencies.toml").read_bytes())


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_a_row_finds_its_example_and_not_its_counter(row):
    assert credited_agency(row.example, "The Oslo Ledger") == row.means
    assert credited_agency(row.counter, "The Oslo Ledger") is None


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        ("OSLO/RIGA, May 3 (Reuters) - They met.", "The Ledger", "Reuters"),
        ("OSLO (AP) _ They met.", "", "Associated Press"),
        ("OSLO (AFP/The Ledger) \u2013 They met.", "The Ledger", "Agence France-Presse"),
        ("By JANE ROE, Associated Press\n\nThey met.", "The Ledger", "Associated Press"),
        ("Associated Press\n\nThey met.", "The Ledger", "Associated Press"),
        ("They met.\n\n\u00a9 2031 AFP", "The Ledger", "Agence France-Presse"),
        ("They met.\n\nCopyright 2031 The Associated Press. All rights reserved.", "The Ledger", "Associated Press"),
        ("They met.\nReporting by Jane Roe and Jo Doe; Editing by Al Poe", "The Ledger", "Reuters"),
        ("They met.", "Reuters", "Reuters"),
        ("They met.", "The Ledger via AFP", "Agence France-Presse"),
        ("They met.", "Reuters via The Ledger", "Reuters"),
        ("They met.", "Bloomberg Tax Weekly", None),
        ("They met (Reuters said on Monday) - and parted.", "", None),
        ("A picture of the envoys. (AP)\nThey met.", "", None),
        ("OSLO - " + "They met. " * 60 + "(Reuters) - no dateline stands this deep.", "", None),
        ("They met. Additional reporting by Jane Roe in Riga.", "", None),
    ],
)
def test_an_agency_is_credited_by_dateline_byline_foot_or_outlet(text, outlet, agency):
    assert credited_agency(text, outlet) == agency

"""How closed a correction must be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.corrections import making
from dragoman.ledger import Ledger, open_ledger
from tests.corrections.signs import by_ana
from tests.ledger.test_cleared import TOLD, filled, record_id
from tests.records import article


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(filled(tmp_path / "talks.db", TOLD))


@pytest.mark.parametrize(("record", "least"), [("clear-c", "CLEAR"), ("amber-c", "AMBER"), ("red-c", "RED")])
def test_a_record_is_corrected_no_more_openly_than_its_article_is_marked(
    ledger: Ledger, record: str, least: str
) -> None:
    assert ledger.least_marking(ledger.subject(record_id(record)).targets) == least


def test_an_entry_is_as_closed_as_the_most_closed_of_its_articles(ledger: Ledger) -> None:
    entry = next(entry for entry in ledger.entries() if entry.kind == "contact" and len(entry.supports) > 3)
    assert ledger.least_marking(ledger.subject(entry).targets) == "RED"


def test_what_a_hidden_correction_made_of_a_record_is_as_closed_as_that(ledger: Ledger) -> None:
    """An amendment says what was there before, a confirmation confirms it."""
    subject = ledger.subject(record_id("clear-c"))
    ledger.correct(by_ana(making.amend(subject, "duration", "PT4H"), marking="AMBER"))
    assert ledger.least_marking(subject.targets) == "AMBER"


def test_a_hidden_name_counts_where_a_correction_says_whom_a_record_names(ledger: Ledger) -> None:
    subject = ledger.subject(record_id("clear-c"))
    ledger.correct(by_ana(making.rename("Anna Lund", "Anna the Elder"), marking="AMBER"))
    assert ledger.least_marking(subject.targets) == "CLEAR"
    assert ledger.least_marking(subject.targets, names=True) == "AMBER"


def test_a_name_is_known_from_texts_records_and_corrections_but_not_from_records_as_corrected(ledger: Ledger) -> None:
    ledger.put(article("note", 9, text="The man they call Count Orlo came late.", marking="RED"), [])
    assert ledger.markings_naming("Anna Lund") == {"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"}
    assert ledger.markings_naming("Count Orlo") == ledger.markings_naming("count orlo") == {"RED"}
    assert ledger.markings_naming("Nobody At All") == ledger.markings_naming('"') == frozenset()
    ledger.correct(by_ana(making.rename("Anna Lund", "Nobody At All"), marking="AMBER"))
    assert ledger.markings_naming("Nobody At All") == {"AMBER"}
    ledger.correct(by_ana(making.amend(ledger.subject(record_id("green-c")), "host", "Dora Vane"), 10))
    assert ledger.markings_naming("Dora Vane") == {"GREEN"}

"""Verdicts are kept for who asks next, and only for the entries that they are of."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.app.dossier import load_dossier
from dragoman.corrections import making
from dragoman.ledger import MARKINGS, open_cleared, open_ledger
from dragoman.resolve import resolve
from dragoman.types import Marking
from tests.corrections.signs import by_ana
from tests.records import article, contact, forecast, march, on


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a", 4), [contact("a", on(10), status="planned"), forecast("a", "a truce", on(12))])
        ledger.settle()
    return path


def test_what_was_kept_is_read_until_something_comes_in(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert ledger.verdicts(march(4)) is None
        dossier = load_dossier(ledger, str(path), None)
        assert ledger.verdicts(march(4)) == tuple(dossier.verdicts.values()) == resolve(ledger.entries(), march(4))
        assert ledger.verdicts(march(5)) is None
        ledger.mark_shown("ana", {}, None)
        assert ledger.verdicts(march(4)) is not None
        assert load_dossier(ledger, str(path), march(20)).verdicts != dossier.verdicts
        ledger.add(article("b", 4), [contact("b", on(10), status="cancelled")])
        assert ledger.verdicts(march(4)) is None
        load_dossier(ledger, str(path), None)
        ledger.correct(by_ana(making.confirm(ledger.subject(ledger.entries()[0]))))
        assert ledger.verdicts(march(4)) is None
        load_dossier(ledger, str(path), None)
        ledger.rebuild()
        assert ledger.verdicts(march(4)) is None


@pytest.mark.parametrize("clearance", MARKINGS[:-1])
def test_who_sees_less_neither_reads_nor_keeps_them(clearance: Marking, path: Path) -> None:
    with open_ledger(path) as ledger, open_cleared(path, clearance) as cleared:
        load_dossier(cleared, str(path), None)
        assert ledger.verdicts(march(4)) is None
        load_dossier(ledger, str(path), None)
        assert cleared.verdicts(march(4)) is None


def test_where_another_process_writes_nothing_is_kept_and_nobody_waits(path: Path) -> None:
    with open_ledger(path) as ledger, open_ledger(path) as writer:
        writer._connection.execute("BEGIN IMMEDIATE")
        assert len(load_dossier(ledger, str(path), None).verdicts) == 2
        writer._connection.execute("ROLLBACK")
        assert ledger.verdicts(march(4)) is None

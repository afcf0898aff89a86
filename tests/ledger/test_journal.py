"""Who saw what when, and who was told: kept in order, in the chain, and proved with it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Briefing, Viewed, open_ledger, verify
from tests.records import article

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)
SEEN = (
    Viewed("amy", NOON, "/", "s1"),
    Viewed("rex", NOON.replace(minute=1), "/article/a", "s1"),
    Viewed("amy", NOON.replace(minute=2), "/positions", "s2", 4),
)
TOLD = Briefing(article="a", to=("the minister",), told=NOON.replace(hour=14), met=NOON, by="amy", words="by phone")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a"), [])
        ledger.log_views(SEEN[:2])
        ledger.log_views(SEEN[2:])
        ledger.brief_of_meeting(TOLD)
        ledger.brief_of_meeting(TOLD)
    return path


def test_views_come_back_the_newest_first_of_one_reader_or_of_all(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert ledger.views() == SEEN[::-1]
        assert ledger.views("amy") == (SEEN[2], SEEN[0])
        assert ledger.views(limit=1) == SEEN[2:]
        assert ledger.views("nobody") == ()


def test_a_briefing_told_twice_is_kept_once_under_the_hash_of_what_it_says(path: Path) -> None:
    with open_ledger(path) as ledger:
        (kept,) = ledger.briefings()
    assert kept.id
    assert (kept.article, kept.to, kept.told, kept.met) == (TOLD.article, TOLD.to, TOLD.told, TOLD.met)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE views SET body = replace(body, 'rex', 'amy')",
        "DELETE FROM views WHERE reader = 'rex'",
        "UPDATE briefings SET body = replace(body, 'minister', 'president')",
        "INSERT INTO briefings VALUES ('x', 'a', '{}')",
    ],
)
def test_what_is_changed_afterwards_breaks_the_chain(path: Path, change: str) -> None:
    assert verify(path).links == 4
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    connection.close()
    with pytest.raises(LedgerError, match="chain"):
        verify(path)

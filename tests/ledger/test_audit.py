"""The chain shows every change that was made behind the ledger's back, and where."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Audit, open_ledger, verify
from dragoman.ledger.chain import digest_of, next_link
from dragoman.types import Failure
from tests.records import article, contact, march, on


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ledger.db"
    with open_ledger(made) as ledger:
        for id in ("a", "b", "c"):
            ledger.put(article(id, url=f"https://example.org/{id}"), [contact(id, on(4), duration="PT1H")])
        ledger.fail(Failure("d.txt", "d.txt: empty; remove it"))
        ledger.mark_shown("ministry", {"contact-1": "h1"}, march(5))
        ledger.settle()
    return made


def meddle(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_ledger_that_nobody_touched_is_proved(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert verify(path) == Audit(links=5, articles=3, records=3, head=ledger.head())


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE records SET body = replace(body, 'PT1H', 'PT3H') WHERE article = 'b'", r"link 2 \(article b\)"),
        ("UPDATE articles SET body = replace(body, 'tells', 'lies') WHERE id = 'c'", r"link 3 \(article c\)"),
        ("DELETE FROM records WHERE article = 'a'", r"link 1 \(article a\): what is stored is not what was put"),
        ("DELETE FROM links WHERE n = 2", r"link 3 \(article c\): link 2 is missing before it"),
        ("UPDATE links SET digest = 'x' WHERE n = 2", r"link 2 \(article b\): it does not follow"),
        ("DELETE FROM failures", r"link 4 \(failure "),
        ("UPDATE marks SET line = 'h2'", r"link 5 \(shown ministry\)"),
        ("INSERT INTO failures VALUES ('k', 'x', 'y')", "failures hold k, which no link of the chain vouches for"),
    ],
)
def test_verify_says_where_the_chain_breaks(path: Path, statement: str, said: str) -> None:
    meddle(path, statement)
    with pytest.raises(LedgerError, match=said):
        verify(path)


def test_entries_are_made_of_records_and_not_part_of_the_chain(path: Path) -> None:
    meddle(path, "DELETE FROM entries", "INSERT OR IGNORE INTO unmerged SELECT DISTINCT block, '' FROM records")
    assert verify(path).articles == 3


def test_a_page_that_was_overwritten_is_damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 8] = b"\xff" * 8
    path.write_bytes(bytes(content))
    with pytest.raises(LedgerError, match=r"ledger\.db: it is damaged"):
        verify(path)


def test_no_ledger_to_verify(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger here"):
        verify(tmp_path / "none.db")


def test_a_link_follows_from_the_one_before_it() -> None:
    first = next_link(None, "article", "a", digest_of(["x"]))
    second = next_link(first, "article", "b", digest_of(["y"]))
    assert (first.n, second.n) == (1, 2)
    assert second.head == digest_of((first.head, "2", "article", "b", digest_of(["y"])))

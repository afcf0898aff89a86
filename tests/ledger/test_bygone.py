"""Of an entry that is no more the ledger says what became of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.corrections import making
from dragoman.corrections.nouns import Undo
from dragoman.errors import UsageError
from dragoman.ledger import Ledger, open_ledger
from tests.corrections.signs import by_ana
from tests.records import article, contact, on

PAGE = "https://example.org/1"


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """Two calls of two days."""
    with open_ledger() as opened:
        opened.put(article("a", 4, url=PAGE), [contact("a", on(4), id="aaaaaa01")])
        opened.put(article("c", 8), [contact("c", on(7), id="cccccc01")])
        opened.settle()
        yield opened


def said_of(id: str, ledger: Ledger) -> str:
    with pytest.raises(UsageError) as refused:
        ledger.subject(id)
    return str(refused.value)


def test_who_withdrew_an_entry_and_how_it_comes_back_is_told(ledger: Ledger) -> None:
    first, _ = ledger.entries()
    made = by_ana(making.withdraw(ledger.subject(first.id)), 9)
    ledger.correct(made)
    said = said_of(first.id[:15], ledger)
    assert (
        f"it was withdrawn by {made.by} on 2031-03-09: {made.reason}; `dragoman undo {made.id}` brings it back" in said
    )
    ledger.correct(by_ana(Undo(made.id), 10))
    assert ledger.subject(first.id).whole


def test_an_entry_that_was_made_one_with_another_is_found_in_it(ledger: Ledger) -> None:
    ids = [entry.id for entry in ledger.entries()]
    ledger.correct(by_ana(making.unite(*map(ledger.subject, ids)), 9))
    (left,) = ledger.entries()
    (gone,) = {*ids} - {left.id}
    assert f"it is part of {left.id} now" in said_of(gone, ledger)


def test_an_entry_of_a_replaced_article_says_so(ledger: Ledger) -> None:
    first, _ = ledger.entries()
    ledger.put(article("b", 5, url=PAGE), [])
    assert "its article was replaced by a later version" in said_of(first.id, ledger)


@pytest.mark.parametrize("id", ["contact-ffffffff", "contact-abc", "contact-zz"])
def test_an_id_that_never_was_an_entrys_is_none(ledger: Ledger, id: str) -> None:
    assert "no entry of that id" in said_of(id, ledger)

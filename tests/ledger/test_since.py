"""Who takes in what came since has what who reads everything has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dragoman.ledger import MARKINGS, Ledger, News, Upto, open_cleared, open_ledger
from dragoman.ledger.chain import canonical_json
from dragoman.ledger.since import taken_in
from dragoman.types import Article, Entry, Marking
from tests.corrections.test_laws import ACTS, corrections_of
from tests.corrections.test_laws import RECORDS as READ
from tests.ledger.test_cleared import MARKED, TOLD, deciding
from tests.records import article, contact, on
from tests.test_laws import ARTICLES, fill


class Reader:
    """Keeps what it has read of a ledger, as the desk does."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.upto: Upto | None = None
        self.blocks: dict[str, dict[str, Entry]] = {}
        self.articles: dict[str, Article] = {}

    def catch_up(self) -> News:
        news = self.ledger.since(self.upto)
        if news.is_whole:
            self.blocks, self.articles = {}, {}
        self.blocks.update(taken_in(self.blocks, news))
        self.articles.update({one.id: one for one in news.articles})
        self.articles = {id: one for id, one in self.articles.items() if id not in news.gone}
        self.upto = news.upto
        return news

    def is_right(self) -> bool:
        news = self.catch_up()
        entries = {id: entry for several in self.blocks.values() for id, entry in several.items()}
        anew = sorted(self.ledger.entries(), key=lambda entry: entry.id)
        assert canonical_json([entries[id] for id in sorted(entries)]) == canonical_json(anew)
        assert self.articles == {one.id: one for one in self.ledger.articles()}
        assert (news.state, news.head, news.last_day) == (
            self.ledger.state(), self.ledger.head(), self.ledger.last_day()
        )  # fmt: skip
        return True


@pytest.mark.parametrize("clearance", MARKINGS)
@pytest.mark.parametrize("is_settled", [True, False])
def test_what_comes_in_is_told_to_each_clearance_as_far_as_it_may_see_it(
    clearance: Marking, is_settled: bool, tmp_path: Path
) -> None:
    with open_ledger(tmp_path / "talks.db") as ledger, open_cleared(tmp_path / "talks.db", clearance) as cleared:
        reader = Reader(cleared)
        for one, records in TOLD:
            ledger.put(one, records)
            assert reader.is_right()
            if is_settled:
                ledger.settle()
                assert reader.is_right()
        for _ in deciding(ledger, frozenset(MARKED)):
            assert reader.is_right()
            if is_settled:
                ledger.settle()
                assert reader.is_right()


@settings(max_examples=25, deadline=None)
@given(READ, ACTS, some.permutations(range(len(ARTICLES))), some.randoms())
def test_whatever_comes_in_between_two_looks(records: Any, acts: Any, order: list[int], chance: Any) -> None:
    deeds: list[Any] = [*order, *corrections_of(acts, records)]
    with open_ledger() as ledger:
        reader = Reader(ledger)
        for deed in deeds:
            if isinstance(deed, int):
                fill(ledger, records, [deed])
            else:
                ledger.correct(deed)
            if chance.random() < 0.5:
                ledger.settle()
            assert chance.random() < 0.3 or reader.is_right()
        assert reader.is_right()


def test_what_is_as_it_was_is_not_read_again(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "talks.db") as ledger:
        reader = Reader(ledger)
        ledger.put(article("a", 4), [contact("a", on(3))])
        ledger.put(article("b", 5), [contact("b", on(20))])
        ledger.settle()
        assert reader.catch_up().is_whole
        ledger.put(article("c", 6), [contact("c", on(3))])
        ledger.settle()
        news = reader.catch_up()
        assert not news.is_whole
        assert [one.id for one in news.articles] == ["c"]
        (several,) = news.blocks.values()
        assert sorted(entry is not None for entry in several.values()) == [False, True]
        news = reader.catch_up()
        assert (news.articles, news.blocks) == ((), {})

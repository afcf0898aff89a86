"""A moment of a ledger stays what it was while others write."""

from __future__ import annotations

from pathlib import Path

from dragoman.ledger import open_ledger
from dragoman.ledger.holding import hold, size_of
from tests.records import article, contact, march, on


def test_what_is_held_is_of_one_moment_until_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with open_ledger(path) as writer:
        writer.add(article("a", 4), [contact("a", on(3))])
        held = hold(path)
        assert held
        writer.add(article("b", 9), [contact("b", on(8))])
        assert (len(held.ledger.entries()), held.stocked.files.count("contact")) == (1, 1)
        assert (held.ledger.last_day(), held.stocked.articles.last_day) == (march(4), march(4))
        assert held.state == held.ledger.state() != writer.state()
        held.close()
        after = hold(path)
        assert after
        assert (size_of(after.ledger), after.state) == (2, writer.state())
        after.close()


def test_where_something_is_not_merged_there_is_no_moment_to_hold(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with open_ledger(path) as writer:
        writer.put(article("a", 4), [contact("a", on(3))])
        assert hold(path) is None
        writer.settle()
        held = hold(path)
        assert held
        held.close()

"""A moment of a ledger, asked for numbers."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.ledger import open_ledger
from dragoman.ledger.stocked import Articles
from tests.records import article, contact, forecast, march, on


def test_the_articles_that_stand_are_counted_without_those_they_replace():
    with open_ledger() as ledger:
        first = article("a", 4, url="https://example.org/a", outlet="Paper")
        ledger.put(first, [contact("a", on(3))])
        ledger.put(replace(first, id="a2", published=march(6)), [])
        ledger.put(article("b", None, outlet="Paper"), [])
        ledger.settle()
        with ledger.stocked() as stocked:
            assert stocked
            assert stocked.articles == Articles(2, 1, march(6), {"2031-03-06": 1, "2031-03-20": 1})
            assert stocked.article("a") == first
            assert stocked.head() == ledger._connection.execute("SELECT max(head) FROM links WHERE n = 3").fetchone()[0]
            assert not stocked.is_judged(march(6))


def test_the_entries_of_some_kinds_come_as_a_ledger_gives_them():
    with open_ledger() as ledger:
        ledger.put(article("a", 4), [contact("a", on(3)), forecast("a", "a truce", on(12))])
        ledger.put(article("b", 5), [contact("b", on(5), mode="meeting")])
        ledger.settle()
        whole = ledger.entries()
        with ledger.stocked() as stocked:
            assert stocked
            assert stocked.entries_of(("contact", "forecast")) == whole
            assert stocked.entries_of(("contact",)) == tuple(one for one in whole if one.kind == "contact")


def test_what_is_not_merged_yet_is_not_stocked():
    with open_ledger() as ledger:
        ledger.put(article("a", 4), [contact("a", on(3))])
        with ledger.stocked() as stocked:
            assert stocked is None
        ledger.settle()
        with ledger.stocked() as stocked:
            assert stocked is not None

"""Entries by their headings, as a ledger keeps them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some

from dragoman.brief.held import Lists, seen_by
from dragoman.brief.scene import seen_by as seen_on_day
from dragoman.ledger import Ledger, open_cleared, open_ledger
from dragoman.ledger.filed import Files
from dragoman.merge.filing import ALL, headings
from tests.records import article, contact, march, on
from tests.test_laws import ARTICLES, FEW, SEVERAL, fill


def rows(ledger: Ledger) -> list[tuple[object, ...]]:
    asked = (
        "SELECT f.kind, f.heading, f.age, f.fewer, f.id, f.seen, f.was_old, e.body FROM filed AS f JOIN entries AS e"
    )
    return ledger._connection.execute(f"{asked} ON e.n = f.n ORDER BY 1, 2, 3, 4, 5").fetchall()


@FEW
@given(SEVERAL, some.permutations(range(len(ARTICLES))), some.integers(1, len(ARTICLES)))
def test_they_are_those_of_the_entries_in_any_order_of_arrival_and_after_rebuilding(records, order, first):
    with open_ledger() as ledger:
        fill(ledger, records, order[:first])
        ledger.settle()
        fill(ledger, records, order[first:])
        ledger.settle()
        held = Lists(ledger.entries()).held(None)
        with ledger.stocked() as stocked:
            assert stocked
            assert list(stocked.files.kinds()) == list(held.kinds())
            for kind, heading in held.lists:
                assert list(stocked.files.filed(kind, heading)) == list(held.filed(kind, heading))
                assert stocked.files.count(kind, heading) == held.count(kind, heading)
            for kind in held.kinds():
                assert dict(stocked.files.counts(kind, "side ")) == dict(held.counts(kind, "side "))
                assert list(stocked.files.faces(kind)) == list(held.faces(kind))
        before = rows(ledger)
        assert len(before) == sum(len(headings(entry)) for entry in ledger.entries())
        ledger.rebuild()
        assert rows(ledger) == before


def test_as_of_a_day_others_stand_in_the_place_of_what_became_known_later():
    with open_ledger() as ledger:
        ledger.put(article("a", 4), [contact("a", on(3))])
        ledger.put(article("b", None), [contact("b", on(3), mode="meeting")])  # fetched on the 20th
        ledger.settle()
        with ledger.stocked() as stocked:
            assert stocked
            files = stocked.files
            (later,) = files.later_than(march(4))
            assert later.last_seen == march(20)
            files.alter(march(4), [seen_by(later, march(4))])
            assert [entry.last_seen for entry in files.filed("contact")] == [march(4), None]
            assert files.count("contact") == files.count("contact", "side Aland") == 2
            assert files.named(later.id) == seen_on_day(later, march(4))
            assert files.named("contact-000000000000") is None
            assert [files.at("contact", face.rank).id for face in files.faces("contact")][1] == later.id


def test_an_older_ledger_is_filed_when_it_is_opened(tmp_path: Path):
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a", 4), [contact("a", on(3))])
        ledger.settle()
        before, entries = rows(ledger), ledger.entries()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE filed")
        connection.execute("DROP TABLE foreseen")
        connection.execute("DROP TABLE judged")
        connection.execute("CREATE TABLE judged (state TEXT, day TEXT, body BLOB, PRIMARY KEY (state, day))")
        connection.execute("INSERT INTO judged VALUES ('x', '2031-03-04', '[]')")
        connection.execute("PRAGMA user_version = 4")
    connection.close()
    with open_ledger(path) as ledger:
        assert rows(ledger) == before
        assert ledger.entries() == entries
        assert ledger.verdicts(march(4)) is None


def test_who_sees_less_reads_none_of_them(tmp_path: Path):
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a", 4), [contact("a", on(3))])
        ledger.settle()
    with open_cleared(path, "CLEAR") as cleared, cleared.stocked() as stocked:
        assert stocked is None
        assert Files(cleared._connection).count("contact", ALL) == 0

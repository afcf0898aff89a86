"""Entries by day and record are what the entries say, whatever came in which order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from dragoman.brief.held import seen_by
from dragoman.kinds import BY_NAME
from dragoman.kinds.doers import doers_of
from dragoman.ledger import Ledger, open_cleared, open_ledger
from dragoman.ledger.dated import Dates, Lane
from dragoman.merge.filing import day_of, parties_of
from tests.records import article, contact, march, on
from tests.test_laws import ARTICLES, FEW, SEVERAL, fill

KINDS = tuple(BY_NAME)
LANES = (Lane(), Lane("Aland"), Lane(without=("Aland", "Borland")))
TABLES = {
    "dated": "SELECT day, id, kind, is_known, level, sides FROM dated ORDER BY 1, 2",
    "homes": "SELECT h.article, h.record, e.id FROM homes AS h JOIN entries AS e ON e.n = h.n ORDER BY 1, 2",
    "tally": "SELECT * FROM tally ORDER BY 1, 2",
    "marked": "SELECT * FROM marked ORDER BY 1",
}


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    return {name: ledger._connection.execute(asked).fetchall() for name, asked in TABLES.items()}


@FEW
@given(SEVERAL, some.permutations(range(len(ARTICLES))), some.integers(1, len(ARTICLES)))
def test_they_are_those_of_the_entries_in_any_order_of_arrival_and_after_rebuilding(records, order, first):
    records = [replace(record, id=f"r{n}") for n, record in enumerate(records)]  # an article has no two of one id
    with open_ledger() as ledger:
        fill(ledger, records, order[:first])
        ledger.settle()
        fill(ledger, records, order[first:])
        ledger.settle()
        entries = sorted(ledger.entries(), key=lambda one: one.id)
        days = [(day, one) for one in entries if (day := day_of(one)[0])]
        dates = Dates(ledger._connection)
        assert dates.count() == len(days)
        for lane in LANES:
            fits = [(day, one) for day, one in days if in_lane(lane, parties_of(doers_of(one.record)[0]))]
            found = list(dates.between(date.min, date.max, KINDS, lane))
            assert [(row.day, row.id) for row in found] == sorted((day.toordinal(), one.id) for day, one in fits)
            assert sum(count for _, count in dates.counts(KINDS, lane)) == len(fits)
        for id in {one.id for one in ARTICLES}:
            mine = {(s.record, one.id) for one in entries for s in one.supports if s.article == id}
            assert dates.homes(id).items() <= mine
            assert dates.homes(id).keys() == {record for record, _ in mine}
        before = rows(ledger)
        ledger.rebuild()
        assert rows(ledger) == before


def in_lane(lane: Lane, sides: tuple[str, ...]) -> bool:
    return (not lane.side or lane.side in sides) and not set(lane.without) & set(sides)


def test_others_stand_in_the_place_of_what_became_known_later():
    with open_ledger() as ledger:
        ledger.put(article("a", 4), [contact("a", on(3))])
        ledger.put(article("b", None), [contact("b", mode="meeting")])  # of no day, fetched on the 20th
        ledger.settle()
        with ledger.stocked() as stocked:
            assert stocked
            files = stocked.files
            assert [day for day, _ in files.dates.counts(KINDS)] == [march(3).toordinal(), march(20).toordinal()]
            files.alter(march(4), [seen_by(one, march(4)) for one in files.later_than(march(4))])
            assert files.dates.counts(KINDS) == [(march(3).toordinal(), 1)]
            assert files.dates.count() == 1
            assert list(files.dates.homes("b").values()) == [files.later_than(march(4))[0].id]


def test_how_closed_an_entry_is_is_told_by_its_articles(tmp_path: Path):
    with open_ledger(tmp_path / "talks.db") as ledger:
        ledger.put(article("a", 4), [contact("a", on(3))])
        ledger.put(replace(article("b", 5), marking="AMBER"), [contact("b", on(3))])
        ledger.settle()
        (row,) = Dates(ledger._connection).between(march(1), march(9), KINDS)
        assert row.level == 2
        assert Dates(ledger._connection).marked() == {"b": "AMBER"}
    with open_cleared(tmp_path / "talks.db", "CLEAR") as cleared:
        assert Dates(cleared._connection).marked() == {}
        assert Dates(cleared._connection).count() == 0


def test_an_older_ledger_has_them_when_it_is_opened(tmp_path: Path):
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger:
        ledger.put(replace(article("a", 4), marking="GREEN"), [contact("a", on(3))])
        ledger.settle()
        before = rows(ledger)
        for name in TABLES:
            ledger._connection.execute(f"DROP TABLE {name}")
        ledger._connection.execute("PRAGMA user_version = 5")
    with open_ledger(path) as ledger:
        assert rows(ledger) == before

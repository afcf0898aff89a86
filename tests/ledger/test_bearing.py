"""The clues of entries, as a ledger keeps them, and who is found by them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from dragoman.app.dossier import judge
from dragoman.ledger import Ledger, open_cleared, open_ledger
from dragoman.ledger.bearing import Bearing
from dragoman.resolve.bearing import clues_of
from dragoman.resolve.outlook import outlook_of
from tests.records import LUND, article, contact, forecast, march, on, quote
from tests.test_laws import ARTICLES, FEW, SEVERAL, fill


def clues(ledger: Ledger) -> list[tuple[object, ...]]:
    asked = "SELECT c.key, c.day, e.id FROM clues AS c JOIN entries AS e ON e.n = c.n"
    return sorted(ledger._connection.execute(asked).fetchall())


@FEW
@given(SEVERAL, some.permutations(range(len(ARTICLES))), some.integers(1, len(ARTICLES)))
def test_clues_are_those_of_the_entries_in_any_order_of_arrival_and_after_rebuilding(records, order, first):
    with open_ledger() as ledger:
        fill(ledger, records, order[:first])
        ledger.settle()
        fill(ledger, records, order[first:])
        ledger.settle()
        assert clues(ledger) == sorted({(*clue, one.id) for one in ledger.entries() for clue in clues_of(one)})
        before = clues(ledger)
        ledger.rebuild()
        assert clues(ledger) == before


def test_what_came_finds_who_seeks_it_and_who_rests_on_it(tmp_path: Path) -> None:
    words = "Lund and Kral speak about the harbour"
    with open_ledger(tmp_path / "talks.db") as ledger:
        ledger.add(article("a", 1), [forecast("a", words, on(3, 12), speaker=LUND)])
        judge(ledger)
        bearing = Bearing(ledger._connection)
        assert bearing.unjudged() == {}
        ledger.add(article("b", 5), [contact("b", on(4), evidence=quote(words))])
        ledger.add(article("c", 6), [contact("c", on(5), mode="call", evidence=quote("nothing of that sort"))])
        foreseen, met, other = sorted(ledger.entries(), key=lambda one: (one.kind != "forecast", one.first_seen))
        assert bearing.unjudged() == {met.id: {"b"}, other.id: {"c"}}
        assert bearing.seekers(met) == {foreseen.id}
        assert bearing.seekers(other) == set()
        assert bearing.resting_on(met.id) == set()
        outlook = outlook_of(foreseen)
        assert outlook
        with ledger.stocked() as stocked:
            assert stocked
            assert [stocked.files.row(n).id for n in bearing.near(outlook)].count(met.id) == 1
        judge(ledger)
        assert bearing.resting_on(met.id) == {foreseen.id}
        assert {one.decided_by for one in ledger.verdicts(march(6)) or ()} == {met.id}


def test_who_sees_less_sees_none_of_them(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger:
        ledger.add(article("a", 1), [forecast("a", "a truce holds", on(12)), contact("a", on(1))])
        judge(ledger)
        ledger.add(replace(article("b", 2), marking="RED"), [contact("b", on(2))])
    with open_cleared(path, "CLEAR") as cleared:
        for table in ("clues", "sought", "unjudged", "voices", "foreseen"):
            assert cleared._connection.execute(f"SELECT * FROM {table}").fetchall() == []

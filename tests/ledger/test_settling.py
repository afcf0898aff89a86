"""What a new article changes is merged, and nothing else; whoever merged before."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from dragoman.corrections import making
from dragoman.ledger import open_ledger, settling
from dragoman.ledger.chain import canonical_json
from dragoman.ledger.schema import VERSION
from tests.corrections.signs import by_ana
from tests.records import article, contact, march, on, statement

SAID = "We will open the crossing before the week is out"


def stamps(path: Path) -> dict[str, int]:
    """The stamp of each stored entry, by the days of its articles."""
    rows = sqlite3.connect(path).execute("SELECT id, stamp FROM entries").fetchall()
    return dict(rows)


def test_an_entry_that_nothing_new_belongs_to_stays_as_it_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a", 4), [contact("a", on(3))])
        ledger.put(article("b", 5), [contact("b", on(20)), statement("b", SAID)])
        ledger.settle()
        before = stamps(path)
        ledger.put(article("c", 6), [contact("c", on(3))])
        assert ledger.settle() == 1
    after = stamps(path)
    changed = {id for id in after if after[id] != before.get(id)}
    assert len(after) == 3
    assert [id.partition("-")[0] for id in changed] == ["contact"]


def test_what_is_added_is_merged_at_once_and_tells_what_it_replaced(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger, open_ledger(path) as reader:
        first = ledger.add(article("a", 4), [contact("a", on(3)), statement("a", SAID)])
        assert (first.before, len(first.after)) == ((), 2)
        again = ledger.add(article("b", 5), [contact("b", on(3))])
        (before,), (after,) = again.before, again.after
        assert ([len(one.supports) for one in (before, after)], before.id) == ([1, 2], after.id)
        assert reader.is_merged()
        assert after in reader.entries()
        assert ledger.add(article("b", 5), [contact("b", on(3))]).after == ()
        confirmed = by_ana(making.confirm(ledger.subject(after)))
        ledger.correct(confirmed)
        ledger.settle()
        (corrected,) = [entry for entry in ledger.entries() if entry.id == after.id]
        replaced = ledger.add(article("c", 6), [contact("c", on(3))])
        assert replaced.before == (corrected,)
        assert [(len(one.supports), len(one.by_hand)) for one in replaced.after] == [(3, 1)]


def test_two_that_write_in_turn_have_the_entries_of_a_ledger_that_was_rebuilt(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with open_ledger(path) as one, open_ledger(path) as other:
        for n, ledger in enumerate((one, other, one, one, other, one)):
            id = f"a{n}"
            url = f"https://example.org/{n % 3}"  # each takes the place of an older one
            ledger.put(article(id, 4 + n, url=url), [contact(id, on(3 + n % 2)), statement(id, SAID)])
            ledger.settle()
        before = canonical_json(one.entries())
        assert len(one.entries()) == 3
        other.rebuild()
        assert canonical_json(one.entries()) == before
        one.put(article("late", 20), [contact("late", on(3))])
        one.settle()
        after = canonical_json(one.entries())
        one.rebuild()
        assert canonical_json(one.entries()) == after != before


def test_only_so_many_records_are_kept_for_the_next_merging(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(settling, "KEPT_RECORDS", 1)
    with open_ledger(tmp_path / "talks.db") as ledger:
        for n in range(3):
            ledger.put(article(f"a{n}", 4 + n), [contact(f"a{n}", on(3)), statement(f"a{n}", SAID)])
            ledger.settle()
        assert [len(entry.supports) for entry in ledger.entries()] == [3, 3]
        assert ledger._warm._records <= 1


def test_a_ledger_of_an_older_layout_is_merged_again(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a", 4), [contact("a", on(3))])
        ledger.settle()
        before = ledger.entries()
    connection = sqlite3.connect(path)
    for table in ("entries", "blocks", "unmerged"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("CREATE TABLE merged (block TEXT PRIMARY KEY, entries BLOB NOT NULL) WITHOUT ROWID")
    connection.execute("CREATE TABLE stale (block TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("PRAGMA user_version = 3")
    connection.commit()
    connection.close()
    with open_ledger(path) as ledger:
        assert ledger.entries() == before
        assert ledger.settle() == 1
        assert ledger.entries() == before
        assert ledger.last_day() == march(4)
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (VERSION,)

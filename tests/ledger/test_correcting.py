"""Corrections in a ledger: added, known from their day, undone by another, found again in a new version."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.corrections import Correction, making
from dragoman.corrections.nouns import AnyDeed, Undo
from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, Query, open_ledger, verify
from dragoman.ledger.chain import canonical_json
from dragoman.resolve import BY_HAND, resolve
from dragoman.types import Actor, Entry
from tests.corrections.signs import by_ana
from tests.records import LUND, article, contact, forecast, march, on, quote, statement

PAGE = "https://example.org/1"


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """A call told twice, another one, and something that was said."""
    with open_ledger() as opened:
        opened.put(article("a", 4, url=PAGE), [contact("a", on(4), id="aaaaaa01", duration="PT1H")])
        opened.put(article("b", 5), [contact("b", on(4), id="bbbbbb01", duration="PT1H")])
        opened.put(article("c", 8), [contact("c", on(7), id="cccccc01"), statement("c", "We will speak again soon")])
        opened.settle()
        yield opened


def correct(ledger: Ledger, deed: AnyDeed, day: int = 9) -> Correction:
    made = by_ana(deed, day)
    assert ledger.correct(made)
    return made


def calls(ledger: Ledger, as_of: int | None = None) -> list[Entry]:
    return [entry for entry in ledger.entries(march(as_of) if as_of else None) if entry.kind == "contact"]


def told(entries: list[Entry]) -> list[tuple[list[str], object]]:
    return [([s.article for s in e.supports], getattr(e.record, "duration", None)) for e in entries]


def test_a_corrected_record_is_merged_with_its_new_value_and_the_entry_keeps_its_id(ledger: Ledger) -> None:
    before = [entry.id for entry in calls(ledger)]
    made = correct(ledger, making.amend(ledger.subject("bbbbbb01"), "duration", "PT3H"))
    first, second = calls(ledger)
    assert [first.id, second.id] == before
    assert [dispute.field for dispute in first.disputes] == ["duration"]
    assert ([note.correction for note in first.by_hand], second.by_hand) == ([made.id], ())


def test_a_corrected_day_moves_a_record_to_the_entry_that_it_fits(ledger: Ledger) -> None:
    correct(ledger, making.amend(ledger.subject("bbbbbb01"), "when", "2031-03-07"))
    assert told(calls(ledger)) == [(["a"], "PT1H"), (["b", "c"], "PT1H")]


def test_a_correction_of_an_entry_stands_whatever_its_records_say(ledger: Ledger) -> None:
    entry = calls(ledger)[0]
    correct(ledger, making.amend(ledger.subject(entry.id), "duration", "PT90M"))
    ledger.put(article("d", 9), [contact("d", on(4), id="dddddd01", duration="PT1H")])
    assert told(calls(ledger))[0] == (["a", "b", "d"], "PT90M")
    assert ledger.subject(entry.id).record.duration == "PT90M"  # type: ignore[attr-defined]


def test_nothing_is_made_of_a_withdrawn_record(ledger: Ledger) -> None:
    correct(ledger, making.withdraw(ledger.subject("cccccc01")))
    assert told(calls(ledger)) == [(["a", "b"], "PT1H")]
    assert [record.id for record in ledger.records("c")] == ["c-s"]
    assert [record.id for record in ledger.records_as_read("c")] == ["cccccc01", "c-s"]
    assert [note.what for note in ledger.notes("c")["cccccc01"]] == ["withdrawn"]


def test_a_withdrawn_entry_is_withdrawn_with_all_its_records(ledger: Ledger) -> None:
    correct(ledger, making.withdraw(ledger.subject(calls(ledger)[0].id)))
    assert told(calls(ledger)) == [(["c"], None)]


def test_a_correction_is_known_from_the_day_on_which_it_was_made(ledger: Ledger) -> None:
    then = canonical_json(ledger.entries())
    correct(ledger, making.withdraw(ledger.subject("cccccc01")), day=9)
    correct(ledger, making.amend(ledger.subject("aaaaaa01"), "duration", "PT5H"), day=11)
    assert canonical_json(ledger.entries(march(8))) == then
    assert told(calls(ledger, 10)) == [(["a", "b"], "PT1H")]
    assert told(calls(ledger, 11)) == [(["a", "b"], "PT5H")]
    assert canonical_json(ledger.entries(march(11))) == canonical_json(ledger.entries())


def test_an_undone_correction_leaves_the_entries_as_they_were_and_is_kept(ledger: Ledger) -> None:
    before = canonical_json(ledger.entries())
    rename = correct(ledger, making.rename("Boris Kral", "Bruno Kral"))
    after = canonical_json(ledger.entries())
    assert after != before
    undo = correct(ledger, Undo(rename.id), day=10)
    assert canonical_json(ledger.entries()) == before
    assert canonical_json(ledger.entries(march(9))) == after
    correct(ledger, Undo(undo.id), day=11)
    assert canonical_json(ledger.entries()) == after
    assert [one.id for one in ledger.corrections()][:2] == [rename.id, undo.id]


def test_the_same_correction_twice_is_one(ledger: Ledger) -> None:
    made = correct(ledger, making.confirm(ledger.subject("aaaaaa01")))
    head = ledger.head()
    assert not ledger.correct(made)
    assert (len(ledger.corrections()), ledger.head()) == (1, head)


def test_entries_of_two_blocks_are_united_and_parted_again(ledger: Ledger) -> None:
    third = Actor("Norland", (), "Norland", None, "state")
    ledger.put(article("n", 8), [contact("n", on(4), id="eeeeee01", participants=(LUND, third))])
    before = canonical_json(ledger.entries())
    one, other = (next(e for e in calls(ledger) if e.supports[0].article == id) for id in ("a", "n"))
    made = correct(ledger, making.unite(ledger.subject(one.id), ledger.subject(other.id)))
    for settled in (False, True):
        if settled:
            ledger.settle()
        assert [names for names, _ in told(calls(ledger))] == [["a", "b", "n"], ["c"]]
    ledger.put(article("m", 9), [contact("m", on(4), id="eeeeee02", participants=(LUND, third))])
    assert [names for names, _ in told(calls(ledger))] == [["a", "b", "n", "m"], ["c"]]
    assert told(calls(ledger, 8)) == [(["a", "b"], "PT1H"), (["c"], None), (["n"], None)]
    correct(ledger, Undo(made.id), day=10)
    correct(ledger, making.withdraw(ledger.subject("eeeeee02")), day=10)
    assert canonical_json(ledger.entries()) == before


def test_a_record_is_split_from_its_entry(ledger: Ledger) -> None:
    entry = ledger.subject(calls(ledger)[0].id)
    correct(ledger, making.divide(entry, ledger.subject("bbbbbb01").targets))
    assert [names for names, _ in told(calls(ledger))] == [["a"], ["b"], ["c"]]


def test_a_renamed_actor_is_renamed_in_what_is_added_later_and_in_every_view(ledger: Ledger) -> None:
    correct(ledger, making.rename("Boris Kral", "Bruno Kral"))
    ledger.put(article("d", 9), [contact("d", on(4), id="dddddd01")])
    entry = calls(ledger)[0]
    assert [support.article for support in entry.supports] == ["a", "b", "d"]
    assert [actor.name for actor in entry.record.participants] == ["Anna Lund", "Bruno Kral"]  # type: ignore[attr-defined]
    asked = "SELECT DISTINCT participants FROM contact"
    assert ledger._connection.execute(asked).fetchall() == [("Anna Lund; Bruno Kral",)]


def test_a_correction_sticks_when_its_page_comes_out_anew(ledger: Ledger) -> None:
    correct(ledger, making.amend(ledger.subject("aaaaaa01"), "duration", "PT5H"))
    anew = contact("a2", on(4), id="aaaaaa02", duration="PT1H")
    ledger.put(article("a2", 9, url=PAGE, text="The same page, with a line more."), [anew])
    assert [record.duration for record in ledger.records("a2")] == ["PT5H"]  # type: ignore[union-attr]
    assert [dispute.field for dispute in calls(ledger)[0].disputes] == ["duration"]
    ledger.put(article("a3", 10, url=PAGE), [contact("a3", on(4), id="aaaaaa03", evidence=quote("They talked."))])
    assert [record.duration for record in ledger.records("a3")] == [None]  # type: ignore[union-attr]


def test_corrections_that_are_there_before_their_records_hold_for_them() -> None:
    with open_ledger() as first, open_ledger() as second:
        told_of = article("a", 4), [contact("a", on(4), id="aaaaaa01", duration="PT1H")]
        first.put(*told_of)
        several = [
            by_ana(making.amend(first.subject("aaaaaa01"), "duration", "PT5H")),
            by_ana(making.rename("Boris Kral", "Bruno Kral")),
            by_ana(making.confirm(first.subject("aaaaaa01"))),
        ]
        for one in several:
            first.correct(one)
            second.correct(one)
        second.put(*told_of)
        assert canonical_json(first.entries()) == canonical_json(second.entries())
        assert len(second.entries()[0].by_hand) == 3


def test_what_shows_a_verdict_counts_when_its_article_comes_after_the_decision() -> None:
    foreseen = replace(forecast("c", "a call within days", on(6, 9)), id="cccccc02")
    call = contact("b", on(7), id="bbbbbb01")
    with open_ledger() as whole, open_ledger() as late:
        whole.put(article("b", 5), [call])
        whole.put(article("c", 5), [foreseen])
        made = by_ana(making.judge(whole.subject("cccccc02"), "late", whole.subject("bbbbbb01")))
        whole.correct(made)
        late.put(article("c", 5), [foreseen])
        late.correct(made)
        late.settle()
        late.put(article("b", 5), [call])
        assert canonical_json(late.entries()) == canonical_json(whole.entries())


def test_a_verdict_by_hand_stands_before_every_rule_and_names_what_shows_it() -> None:
    with open_ledger() as ledger:
        ledger.put(article("a", 4), [replace(forecast("a", "a call with Borland", on(5, 6)), id="ffffff01")])
        ledger.put(article("b", 8), [contact("b", on(7), id="bbbbbb01")])
        foreseen = next(e for e in ledger.entries() if e.kind == "forecast")
        ruled = making.judge(ledger.subject(foreseen.id), "late", ledger.subject("bbbbbb01"), march(7))
        made = correct(ledger, ruled, day=9)
        (verdict,) = resolve(ledger.entries(), march(20))
        assert (verdict.outcome, verdict.rule, verdict.due, verdict.decided_on) == ("late", BY_HAND, march(6), march(7))
        assert verdict.reason == "decided by ana on 9 Mar 2031: she was there"
        assert verdict.by_hand is not None
        assert verdict.by_hand.correction == made.id
        assert verdict.decided_by == calls(ledger)[0].id
        (then,) = resolve(ledger.entries(march(8)), march(8))
        assert (then.outcome, then.by_hand) == ("overdue", None)


def test_records_notes_and_search_are_as_corrected_by_a_day(ledger: Ledger) -> None:
    correct(ledger, making.rename("Anna Lund", "Alva Lund"), day=9)
    correct(ledger, making.withdraw(ledger.subject("cccccc01")), day=10)
    assert [[one.id for one in ledger.records("c", day)] for day in (march(9), march(10), None)] == [
        ["cccccc01", "c-s"], ["c-s"], ["c-s"],
    ]  # fmt: skip
    assert [list(ledger.notes("c", march(day))) for day in (8, 9, 10)] == [[], ["cccccc01", "c-s"], ["cccccc01", "c-s"]]
    said = Query(words="Article", speaker="Alva Lund", kind="contact")
    assert [bool(ledger.find(said, march(day), 9)) for day in (8, 9)] == [False, True]
    assert [hit.article for hit in ledger.find(said, None, 9)] == ["b", "a"]


def test_rebuilding_gives_the_same_entries(ledger: Ledger) -> None:
    correct(ledger, making.rename("Boris Kral", "Bruno Kral"))
    correct(ledger, making.unite(*(ledger.subject(entry.id) for entry in calls(ledger))))
    ledger.settle()
    before = canonical_json(ledger.entries())
    ledger._connection.execute("DELETE FROM corrected")
    ledger.rebuild()
    assert canonical_json(ledger.entries()) == before


def test_corrections_are_links_of_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a", 4), [contact("a", on(4), id="aaaaaa01")])
        correct(ledger, making.confirm(ledger.subject("aaaaaa01")))
        assert verify(path).links == 2
    connection = sqlite3.connect(path)
    connection.execute("UPDATE corrections SET body = replace(body, 'there', 'not there')")
    connection.commit()
    with pytest.raises(LedgerError, match=r"link 2 \(correction c-"):
        verify(path)
    connection.execute("DELETE FROM links WHERE what = 'correction'")
    connection.execute("DELETE FROM corrections")
    connection.execute("INSERT INTO corrections (id, made, body) VALUES ('c-0', '2031-03-09', '{}')")
    connection.commit()
    connection.close()
    with pytest.raises(LedgerError, match="corrections hold c-0, which no link"):
        verify(path)


def test_a_ledger_of_the_layout_before_gets_the_tables_that_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a", 4), [contact("a", on(4), id="aaaaaa01")])
        ledger.settle()
    connection = sqlite3.connect(path)
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view' AND name <> 'current_articles'")
    for (name,) in views.fetchall():
        connection.execute(f'DROP VIEW "{name}"')
    connection.execute("DROP TABLE corrections")
    connection.execute("DROP TABLE corrected")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with open_ledger(path) as ledger:
        assert told(calls(ledger)) == [(["a"], None)]
        correct(ledger, making.withdraw(ledger.subject("aaaaaa01")))
        assert calls(ledger) == []

"""A ledger that is too large to be held gives the pages of one that is held, and each is of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from dragoman.app.desk.deep import DeepStock
from dragoman.app.desk.press import Look, Press
from dragoman.app.desk.sheet import Asked, AskedOf, Seen, Sheet
from dragoman.app.desk.sheets import SHEETS, accounts, actor, contacts, forecasts, positions, rest, search, timeline
from dragoman.app.desk.shelf import Shelf
from dragoman.app.desk.templating import make_templates
from dragoman.errors import LedgerError, UsageError
from dragoman.ledger import MARKINGS, Briefing, open_ledger
from dragoman.ledger.holding import hold
from dragoman.types import Marking
from tests.app.desk.conftest import confirm, put, told
from tests.app.desk.test_live import run
from tests.records import march

LIMITED = 1
ASKED: tuple[tuple[Sheet, Asked], ...] = (
    *((sheet, sheet.asked()) for sheet in SHEETS if not issubclass(sheet.asked, AskedOf)),
    *((rest.SHEET, rest.AskedRest(id=id)) for id in rest.WHOLE),
    (rest.SHEET, rest.AskedRest(id="changed", since=march(6), limit=LIMITED)),
    (rest.SHEET, rest.AskedRest(id="none")),
    (timeline.SHEET, timeline.AskedTimeline(party="Borland")),
    (timeline.SHEET, timeline.AskedTimeline(party="others", kind="demand,statement,action")),
    (timeline.SHEET, timeline.AskedTimeline(first=march(5), last=march(6), limit=LIMITED, since=march(6))),
    (contacts.SHEET, contacts.AskedContacts(who="lund", by="person")),
    (contacts.SHEET, contacts.AskedContacts(by="party")),
    (forecasts.SHEET, forecasts.AskedForecasts(speaker="Anna Lund", limit=LIMITED)),
    (positions.SHEET, Asked(since=march(6))),
    (accounts.SHEET, accounts.AskedAccounts(limit=LIMITED)),
    (actor.SHEET_OF_ONE, actor.AskedActor(id="aland")),
    (actor.SHEET_OF_ONE, actor.AskedActor(id="Lund", kind="contact")),
    (actor.SHEET_OF_ONE, actor.AskedActor(id="nobody")),
    (search.SHEET, search.AskedWords(q="crossing", speaker="Borland")),
)
"""Pages, and what they are asked for."""
OF_ENTRIES = ("entry", "correct", "readouts")


@pytest.fixture
def large(ledger_file: Path) -> Path:
    """A ledger with articles of several markings, one of no day, a version, a note, corrections and a briefing."""
    undated = told("late", 9)
    fetched = replace(undated.article, published=None, fetched=datetime(2031, 3, 20, tzinfo=UTC))
    note = told("note", 8, "AMBER")
    put(
        ledger_file,
        told("three", 7, "GREEN", outlet="Third Paper"),
        replace(undated, article=fetched),
        replace(note, article=replace(note.article, url="note:1")),
    )
    with open_ledger(ledger_file) as ledger:
        entry = next(one.id for one in ledger.entries() if one.kind == "contact")
        ledger.brief_of_meeting(Briefing(article="one", to=("Bo",), told=datetime(2031, 3, 5, tzinfo=UTC), by="ana"))
    confirm(ledger_file, entry)
    return ledger_file


def shown(shelf: Shelf, clearance: Marking, sheet: Sheet, asked: Asked) -> bytes:
    with shelf.seen(shelf.refresh(clearance), clearance, asked) as seen:
        return msgspec.json.encode(sheet.make(seen, asked))


def tabled(shelf: Shelf, clearance: Marking, sheet: Sheet, asked: Asked) -> object:
    with shelf.seen(shelf.refresh(clearance), clearance, asked) as seen:
        assert sheet.table
        made = sheet.table(seen, asked)
        return made.columns, list(made.rows), made.marking


def both(path: Path, clearance: Marking = "RED") -> tuple[Shelf, Shelf]:
    held, deep = Shelf(path), Shelf(path, most_held=0)
    assert not isinstance(held.refresh(clearance), DeepStock)
    assert isinstance(deep.refresh(clearance), DeepStock)
    return held, deep


@pytest.mark.parametrize("clearance", MARKINGS)
def test_every_page_is_that_of_a_ledger_that_is_held(clearance: Marking, large: Path) -> None:
    held, deep = both(large, clearance)
    for sheet, asked in ASKED:
        assert shown(deep, clearance, sheet, asked) == shown(held, clearance, sheet, asked), (sheet.name, asked)
        if sheet.table:
            assert tabled(deep, clearance, sheet, asked) == tabled(held, clearance, sheet, asked), (sheet.name, asked)


@pytest.mark.parametrize("clearance", MARKINGS)
def test_every_page_of_one_thing_is_that_of_a_ledger_that_is_held(clearance: Marking, large: Path) -> None:
    held, deep = both(large, clearance)
    with Shelf(large).seen(Shelf(large).refresh("RED"), "RED", Asked()) as seen:
        entries, articles = list(seen.entries), ["one", "note", "late", "nothing"]
    for sheet in SHEETS:
        ids = [*entries, "contact-0"] if sheet.name in OF_ENTRIES else articles if sheet.name == "article" else []
        for id in ids:
            asked = sheet.asked(id=id)  # type: ignore[call-arg]  # these are asked of one thing
            assert shown(deep, clearance, sheet, asked) == shown(held, clearance, sheet, asked), (sheet.name, id)


def seen_at_both(path: Path, clearance: Marking) -> Iterator[Seen]:
    for shelf in both(path, clearance):
        with shelf.seen(shelf.refresh(clearance), clearance, Asked()) as seen:
            yield seen


@pytest.mark.parametrize("clearance", MARKINGS)
def test_what_is_found_by_id_record_and_address_is_the_same(clearance: Marking, large: Path) -> None:
    found = []
    for seen in seen_at_both(large, clearance):
        entry = next(id for id in sorted(seen.entries) if id.startswith("contact"))
        homes = {article: dict(seen.index.homes(article)) for article in ("one", "three", "none")}
        found.append(
            (
                sorted(seen.entries),
                len(seen.entries),
                [one.id for one in seen.index.beginning(entry[:12])],
                "contact-0" in seen.entries,
                homes,
                [one.id for one in seen.index.newest_articles(2)],
                [one.id for one in seen.index.articles_at("note:")],
                seen.index.standing("one") is not None,
                seen.index.standing("none"),
                (seen.index.acts("Aland"), seen.index.acts("Nowhere")),
                seen.index.undated(),
                seen.index.marked(),
            )
        )
    assert found[0] == found[1]


def test_a_state_stays_what_it_was_while_others_write_and_the_next_one_has_it_all(large: Path) -> None:
    shelf = Shelf(large, most_held=0)
    before = shelf.refresh("RED")
    assert isinstance(before, DeepStock)
    moment = before.take()
    put(large, told("newer", 10))
    seen = before.seen_at(moment, "RED", None)
    assert (seen.ledger.state(), seen.ledger.article("newer")) == (before.state, None)
    assert seen.scene.census().articles == 5
    after = shelf.refresh("RED")
    assert after.state != before.state
    before.give(moment)
    with shelf.seen(after, "RED", Asked()) as now:
        assert now.scene.census().articles == 6
        assert now.scene.view.as_of == march(10)
    assert shelf.refresh("RED") is after


def test_until_all_is_merged_the_last_state_is_given(large: Path) -> None:
    shelf = Shelf(large, most_held=0)
    before = shelf.refresh("RED")
    one = told("newer", 10)
    with open_ledger(large) as ledger:
        ledger.put(one.article, one.records)
        assert shelf.refresh("RED") is before
        assert hold(large) is None
        ledger.settle()
    assert shelf.refresh("RED").state != before.state


def test_who_finds_all_moments_taken_is_given_one_more(large: Path) -> None:
    stock = Shelf(large, most_held=0).refresh("RED")
    assert isinstance(stock, DeepStock)
    taken = [stock.take() for _ in range(5)]
    assert {moment.held.state for moment in taken} == {stock.state}
    one = told("newer", 10)
    with open_ledger(large) as ledger:
        ledger.put(one.article, one.records)
        with pytest.raises(LedgerError, match="articles are coming in and not yet merged"):
            stock.take()
    for moment in taken:
        stock.give(moment)
    stock.retire()


def test_a_moment_that_was_held_for_long_is_held_anew(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(large, most_held=0)
    stock = shelf.refresh("RED")
    assert isinstance(stock, DeepStock)
    old = stock.take()
    stock.give(old)
    monkeypatch.setattr("dragoman.app.desk.deep.HELD_FOR", 0.0)
    assert shelf.refresh("RED") is stock
    new = stock.take()
    assert new is not old
    assert new.held.state == stock.state


def test_a_page_of_a_past_day_is_refused(large: Path) -> None:
    shelf = Shelf(large, most_held=0)
    shelf.refresh("RED")
    with pytest.raises(UsageError, match="as-of: this ledger is too large for a page of a past day"):
        shelf.stock("RED", date(2031, 3, 5))


def test_rows_are_sent_of_the_state_that_they_were_asked_of(large: Path) -> None:
    async def program() -> None:
        press = Press(Shelf(large, most_held=0), make_templates("token"))
        look = Look(timeline.SHEET, timeline.AskedTimeline(kind="contact,demand,statement"), "RED", "csv")
        first, unread = await press.table(look), await press.table(look)
        put(large, told("newer", 10))
        await press.refresh("RED")
        second = await press.table(look)
        articles = [{str(row["article"]) for row in one.table.rows} for one in (first, second)]
        assert first.state != second.state
        assert len(articles[0]) == len(articles[1])
        del unread  # nobody wants these: what they were made from is let go of
        press.close()

    run(program)


def test_a_page_that_takes_long_keeps_no_other_waiting(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def program() -> None:
        press = Press(Shelf(large, most_held=0), make_templates("token"))
        quick, slow = (Look(timeline.SHEET, timeline.AskedTimeline(limit=n), "RED", "json") for n in (1, 2))
        await press.page(quick)
        monkeypatch.setattr("dragoman.app.desk.press.SLOW", -1.0)
        await press.page(slow)
        monkeypatch.undo()
        put(large, told("newer", 10))
        stock = await press.refresh("RED")
        assert ((stock.state, quick) in press._kept, (stock.state, slow) in press._kept) == (True, False)
        assert (await press.page(slow)).state == stock.state
        press.close()

    run(program)

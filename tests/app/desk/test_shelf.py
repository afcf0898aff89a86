"""What the desk keeps of a ledger is what it would read anew, and nobody waits for it."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from dragoman.app.desk.press import Look, Press
from dragoman.app.desk.sheet import Asked
from dragoman.app.desk.sheets import brief
from dragoman.app.desk.shelf import Shelf
from dragoman.app.desk.stock import Stock, stock_of
from dragoman.app.desk.templating import make_templates
from dragoman.app.dossier import load_dossier
from dragoman.ledger import MARKINGS, open_cleared
from dragoman.types import Marking
from tests.app.desk.conftest import confirm, put, told
from tests.app.desk.test_live import run


def assert_is_as_read_anew(stock: Stock, clearance: Marking, path: Path) -> None:
    with open_cleared(path, clearance) as ledger:
        anew = stock_of(ledger.state(), load_dossier(ledger, str(path), None), None)
    assert stock.state == anew.state
    assert stock.scene(None) == anew.scene(None)
    assert list(stock.scene(None).by_kind) == list(anew.scene(None).by_kind)
    assert list(stock.dossier.articles) == list(anew.dossier.articles)
    assert (stock.entries, stock.homes) == (anew.entries, anew.homes)


@pytest.mark.parametrize("clearance", MARKINGS)
def test_what_came_in_is_taken_in_as_if_all_were_read_anew(clearance: Marking, ledger_file: Path) -> None:
    shelf = Shelf(ledger_file)
    assert_is_as_read_anew(shelf.refresh(clearance), clearance, ledger_file)
    entry = next(id for id, one in shelf.refresh("RED").entries.items() if one.kind == "contact")
    for n, marking in enumerate(MARKINGS):
        put(ledger_file, told(f"late {n}", 7 + n, marking, duration=f"PT{n + 1}H"))
        assert_is_as_read_anew(shelf.refresh(clearance), clearance, ledger_file)
        if n == 2:
            confirm(ledger_file, entry)
            assert_is_as_read_anew(shelf.refresh(clearance), clearance, ledger_file)


def test_a_stock_that_was_handed_out_stays_as_it_was(ledger_file: Path) -> None:
    shelf = Shelf(ledger_file)
    before = shelf.refresh("RED")
    kept = stock_of(before.state, before.dossier, None)
    put(ledger_file, told("late", 7))
    assert len(shelf.refresh("RED").dossier.articles) == 3
    assert (before.entries, before.homes, len(before.dossier.articles)) == (kept.entries, kept.homes, 2)


def test_until_the_next_state_and_its_pages_are_made_the_last_one_is_given(ledger_file: Path) -> None:
    may_go_on, is_building = threading.Event(), threading.Event()

    class Slow(Shelf):
        def build(self, clearance: Marking) -> Stock:
            stock = super().build(clearance)
            if self.present(clearance):
                is_building.set()
                assert may_go_on.wait(10)
            return stock

    async def program() -> None:
        press = Press(Slow(ledger_file), make_templates("token"))
        look = Look(brief.SHEET, Asked(), "RED", "html")
        first = await press.page(look)
        await asyncio.to_thread(put, ledger_file, told("late", 7))
        refreshing = asyncio.ensure_future(press.refresh("RED"))
        await asyncio.to_thread(is_building.wait, 10)
        assert await press.page(look) is first
        assert (await press.page(Look(brief.SHEET, Asked(), "RED", "json"))).state == first.state
        may_go_on.set()
        stock = await refreshing
        assert stock.state != first.state
        assert (stock.state, look) in press._kept  # made before anybody asked for it
        second = await press.page(look)
        assert (second.state, second.body != first.body) == (stock.state, True)
        press.close()

    run(program)

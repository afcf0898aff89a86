"""Pages made once for each state of the ledger, clearance and address, and handed out as bytes."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, TypeVar

import msgspec
from jinja2 import Environment
from msgspec import Struct

from dragoman.app.desk.sheet import EMPTY, Asked, Filled, Sheet
from dragoman.app.desk.shelf import Shelf, Stock
from dragoman.export.rows import csv_bytes
from dragoman.types import Marking

T = TypeVar("T")
Form = Literal["html", "json", "csv"]
THREADS = 2
KEPT_BYTES = 64 * 2**20
"""Bytes of pages that are kept; the one that was asked for longest ago goes first."""


class Printed(Struct, frozen=True):
    """A page as bytes, without what is around it, and the state of the ledger that it was made from.

    `body` is None where there is no such thing, or none that this clearance may see.
    """

    state: str
    title: str
    body: bytes | None


Key = tuple[str, Marking, str, Asked, Form]


class Press:
    """Makes pages in threads of its own, each once at a time, whoever else asks for it meanwhile."""

    def __init__(self, shelf: Shelf, templates: Environment) -> None:
        self.shelf = shelf
        self._templates = templates
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="desk-page")
        self._builder = ThreadPoolExecutor(1, thread_name_prefix="desk-ledger")
        self._kept: OrderedDict[Key, Printed] = OrderedDict()
        self._bytes = 0
        self._going: dict[Key, asyncio.Task[Printed]] = {}

    async def refresh(self, clearance: Marking) -> Stock:
        """The stock of the ledger's present state."""
        return await asyncio.get_running_loop().run_in_executor(self._builder, self.shelf.refresh, clearance)

    async def stock(self, clearance: Marking) -> Stock:
        """The stock that was read last, read now where there is none."""
        return self.shelf.present(clearance) or await self.refresh(clearance)

    async def in_thread(self, work: Callable[[], T]) -> T:
        """What some work gives that would hold everybody up."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def page(self, sheet: Sheet, asked: Asked, clearance: Marking, form: Form) -> Printed:
        """A page, kept from before or made now. UsageError where what was asked for can't be answered."""
        stock = await self.stock(clearance)
        key = (stock.state, clearance, sheet.name, asked, form)
        if not sheet.is_kept:
            return await self.in_thread(lambda: self._print(sheet, asked, clearance, form))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._going:
            task = asyncio.ensure_future(self.in_thread(lambda: self._print(sheet, asked, clearance, form)))
            self._going[key] = task
            task.add_done_callback(lambda done: self._finish(key, done))
        # Shielded: who closes a browser must not take the page from the others who wait for it.
        return await asyncio.shield(self._going[key])

    def _finish(self, key: Key, done: asyncio.Task[Printed]) -> None:
        del self._going[key]
        if done.cancelled() or done.exception():
            return
        printed = done.result()
        self._kept[(printed.state, *key[1:])] = printed
        self._bytes += len(printed.body or b"")
        while self._bytes > KEPT_BYTES:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= len(dropped.body or b"")

    async def again(self, sheet: Sheet, asked: Asked, clearance: Marking, filled: Filled) -> Printed:
        """A page with a form as it was filled in, and what is off with it; of nobody else's use, so never kept."""
        await self.stock(clearance)
        return await self.in_thread(lambda: self._print(sheet, asked, clearance, "html", filled))

    def _print(self, sheet: Sheet, asked: Asked, clearance: Marking, form: Form, filled: Filled = EMPTY) -> Printed:
        stock = self.shelf.stock(clearance, asked.as_of)
        seen = self.shelf.seen(stock, clearance, asked)
        if form == "csv" and sheet.table:
            table = sheet.table(seen, asked)
            return Printed(stock.state, sheet.title, csv_bytes(table.columns, table.rows))
        shown = sheet.make(seen, asked)
        if shown is None:
            return Printed(stock.state, sheet.title, None)
        if form == "json":
            return Printed(stock.state, sheet.title, msgspec.json.encode(shown))
        title = str(getattr(shown, "heading", "") or sheet.title)
        words = self._templates.get_template(f"{sheet.name}.html").render(
            it=shown, asked=asked, scene=seen.scene, title=title, sheet=sheet, filled=filled
        )
        return Printed(stock.state, title, words.encode())

    def close(self) -> None:
        """Ends the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._builder.shutdown(wait=False, cancel_futures=True)

"""Pages made once for each state of the ledger, clearance and address, and handed out as bytes."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from time import thread_time
from typing import Literal, TypeVar

import msgspec
from jinja2 import Environment
from msgspec import Struct
from msgspec.structs import replace

from dragoman.app.desk.sheet import EMPTY, Asked, Filled, Sheet, Table
from dragoman.app.desk.shelf import AnyStock, Shelf
from dragoman.errors import DragomanError
from dragoman.types import Marking

T = TypeVar("T")
Form = Literal["html", "json", "csv"]
THREADS = 2
KEPT_BYTES = 64 * 2**20
"""Bytes of pages that are kept; the one that was asked for longest ago goes first."""
SLOW, MOST_SLOW = 1.0, 1_000
"""Seconds of work from which on a page isn't made before its state is shown: who looks at it waits, nobody else."""
MOST_LOOKS = 6
"""Pages that are made of a new state before it is shown: those that were asked for of the last one, the latest."""


class Printed(Struct, frozen=True):
    """A page as bytes, without what is around it, and the state of the ledger that it was made from.

    `body` is None where there is no such thing, or none that this clearance may see.
    """

    state: str
    title: str
    body: bytes | None


class Tabled(Struct, frozen=True):
    """The rows of a page that plots, to be made as they are sent, and the state of the ledger that they are of."""

    state: str
    table: Table


class Lasting:
    """Rows that are made as they are sent, from what stays open until they are sent or nobody wants them any more."""

    def __init__(self, rows: Iterable[Mapping[str, object]], opened: ExitStack) -> None:
        self._rows = rows
        self._opened = opened

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        try:
            yield from self._rows
        finally:
            self._opened.close()

    def __del__(self) -> None:
        self._opened.close()


class Look(Struct, frozen=True):
    """What a page is asked for: which it is, what its address asks, for whom, in which form."""

    sheet: Sheet
    asked: Asked
    clearance: Marking
    form: Form


Key = tuple[str, Look]


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
        self._looks: OrderedDict[Look, str] = OrderedDict()
        self._slow: set[Look] = set()

    async def refresh(self, clearance: Marking) -> AnyStock:
        """The stock of the ledger's present state, shown once the pages that people look at are made of it.

        Until then everybody is given what was shown before: no page waits for a ledger that is being read.
        """
        present = self.shelf.present(clearance)
        looks = [
            look
            for look, state in self._looks.items()
            if present and (look.clearance, state) == (clearance, present.state)
        ]
        made = await asyncio.get_running_loop().run_in_executor(self._builder, lambda: self._build(clearance, looks))
        stock, pages = made
        for look, printed in pages.items():
            self._keep((stock.state, look), printed)
        self.shelf.show(clearance, stock)
        return stock

    def _build(self, clearance: Marking, looks: Iterable[Look]) -> tuple[AnyStock, dict[Look, Printed]]:
        stock = self.shelf.build(clearance)
        pages: dict[Look, Printed] = {}
        if stock is not self.shelf.present(clearance):
            for look in [look for look in looks if look not in self._slow]:
                with suppress(DragomanError):  # what can't be answered any more is told to who asks again
                    pages[look] = self._print(stock, look)
        return stock, pages

    async def stock(self, clearance: Marking) -> AnyStock:
        """The stock that is shown, read now where there is none."""
        return self.shelf.present(clearance) or await self.refresh(clearance)

    async def in_thread(self, work: Callable[[], T]) -> T:
        """What some work gives that would hold everybody up."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def page(self, look: Look) -> Printed:
        """A page, kept from before or made now. UsageError where what was asked for can't be answered."""
        stock = await self.stock(look.clearance)
        key = (stock.state, look)
        if not look.sheet.is_kept:
            return await self.in_thread(lambda: self._printed(look))
        if look.asked.as_of is None:
            self._note(look, stock.state)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._going:
            task = asyncio.ensure_future(self.in_thread(lambda: self._printed(look)))
            self._going[key] = task
            task.add_done_callback(lambda done: self._finish(key, done))
        # Shielded: who closes a browser must not take the page from the others who wait for it.
        return await asyncio.shield(self._going[key])

    async def table(self, look: Look) -> Tabled:
        """What a page plots, all of it; of a long ledger more than is worth keeping."""
        await self.stock(look.clearance)
        return await self.in_thread(lambda: self._table(look))

    def _table(self, look: Look) -> Tabled:
        stock = self.shelf.stock(look.clearance, look.asked.as_of)
        if look.sheet.table is None:
            raise LookupError(f"{look.sheet.name} has no table")
        opened = ExitStack()
        with ExitStack() as failing:
            failing.push(opened)
            seen = opened.enter_context(self.shelf.seen(stock, look.clearance, look.asked))
            table = look.sheet.table(seen, look.asked)
            failing.pop_all()
        return Tabled(stock.state, replace(table, rows=Lasting(table.rows, opened)))

    def _note(self, look: Look, state: str) -> None:
        """Keeps that a page was asked for of a state."""
        self._looks[look] = state
        self._looks.move_to_end(look)
        while len(self._looks) > MOST_LOOKS:
            self._looks.popitem(last=False)

    def _finish(self, key: Key, done: asyncio.Task[Printed]) -> None:
        del self._going[key]
        if not done.cancelled() and not done.exception():
            self._keep((done.result().state, key[1]), done.result())

    def _keep(self, key: Key, printed: Printed) -> None:
        before = self._kept.pop(key, None)
        self._kept[key] = printed
        self._bytes += len(printed.body or b"") - (len(before.body or b"") if before else 0)
        while self._bytes > KEPT_BYTES:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= len(dropped.body or b"")

    async def again(self, look: Look, filled: Filled) -> Printed:
        """A page with a form as it was filled in, and what is off with it; of nobody else's use, so never kept."""
        await self.stock(look.clearance)
        return await self.in_thread(lambda: self._printed(look, filled))

    def _printed(self, look: Look, filled: Filled = EMPTY) -> Printed:
        return self._print(self.shelf.stock(look.clearance, look.asked.as_of), look, filled)

    def _print(self, stock: AnyStock, look: Look, filled: Filled = EMPTY) -> Printed:
        began = thread_time()
        try:
            return self._made(stock, look, filled)
        finally:
            if len(self._slow) > MOST_SLOW:
                self._slow.clear()
            (self._slow.add if thread_time() - began > SLOW else self._slow.discard)(look)

    def _made(self, stock: AnyStock, look: Look, filled: Filled) -> Printed:
        sheet, asked = look.sheet, look.asked
        with self.shelf.seen(stock, look.clearance, asked) as seen:
            shown = sheet.make(seen, asked)
            if shown is None:
                return Printed(stock.state, sheet.title, None)
            if look.form == "json":
                return Printed(stock.state, sheet.title, msgspec.json.encode(shown))
            title = str(getattr(shown, "heading", "") or sheet.title)
            words = self._templates.get_template(f"{sheet.name}.html").render(
                it=shown, asked=asked, seen=seen, scene=seen.scene, title=title, sheet=sheet, filled=filled
            )
            return Printed(stock.state, title, words.encode())

    def close(self) -> None:
        """Ends the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._builder.shutdown(wait=False, cancel_futures=True)

"""The ledger as each clearance sees it, read anew only when something came in that the clearance may see.

Used from several threads: each has ledgers of its own, what was read is shared and never changed.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from dragoman.app.desk.deep import DeepStock, deep_stock
from dragoman.app.desk.holdings import Holdings
from dragoman.app.desk.sheet import Asked, Seen
from dragoman.app.desk.stock import Stock, stock_of
from dragoman.app.dossier import judge, load_dossier
from dragoman.errors import UsageError
from dragoman.ledger import TOP, Ledger, open_cleared, open_ledger
from dragoman.ledger.holding import size_of
from dragoman.ledger.partial import TooMuchHidden
from dragoman.types import Marking

AnyStock = Stock | DeepStock
MOST_HELD = 100_000
"""Entries up to which all that may be seen is held in memory, some 4 kB each."""
MOMENTS = 3
"""Moments of a ledger that are held for who reads its tables: for each thread that makes pages, and who builds them.

Of a cleared reader, whose moments take work to make, one is; others are held where several pages are made at once.
"""
DATED = 8
"""Dossiers of past days that are kept beside the present ones."""


def judge_apart(path: Path) -> None:
    """Makes all verdicts, in a process of its own, which takes the memory along that it needed."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        pool.submit(judge_file, str(path)).result()


def judge_file(path: str) -> None:
    """Keeps the verdicts of a ledger."""
    with open_ledger(path, create=False) as ledger:
        judge(ledger)


class Shelf:
    """The stocks of a ledger's file, one a clearance, and some of past days."""

    def __init__(self, path: Path, most_held: int = MOST_HELD) -> None:
        self.path = path
        self._most_held = most_held
        self._local = threading.local()
        self._lock = threading.Lock()
        self._holdings: dict[Marking, Holdings] = {}
        self._built: dict[Marking, AnyStock] = {}
        self._present: dict[Marking, AnyStock] = {}
        self._dated: OrderedDict[tuple[Marking, str, date], Stock] = OrderedDict()

    def ledger(self, clearance: Marking) -> Ledger:
        """This thread's ledger under a clearance."""
        opened: dict[Marking, Ledger] = self._local.__dict__.setdefault("ledgers", {})
        if clearance not in opened:
            opened[clearance] = open_cleared(self.path, clearance)
        return opened[clearance]

    def present(self, clearance: Marking) -> AnyStock | None:
        """The stock that was read last; None where none was, or it was forgotten."""
        return self._present.get(clearance)

    def held(self) -> tuple[Marking, ...]:
        """The clearances whose stock is kept."""
        return tuple(self._present)

    def forget(self, clearance: Marking) -> None:
        """Drops a stock that nobody looks at; it is read again when it is asked for."""
        with self._lock:
            shown = self._present.pop(clearance, None)
            if isinstance(shown, DeepStock):
                shown.retire()
            self._built.pop(clearance, None)
            self._holdings.pop(clearance, None)

    def build(self, clearance: Marking) -> AnyStock:
        """The stock of the ledger's present state, beside the one that is shown; read only where it is new."""
        ledger = self.ledger(clearance)
        with self._lock:
            built = self._built.get(clearance)
            if built is None or built.state != ledger.state():
                built = self._built[clearance] = self._read(clearance, ledger, built)
            elif isinstance(built, DeepStock):
                built.renew()
            return built

    def _read(self, clearance: Marking, ledger: Ledger, before: AnyStock | None) -> AnyStock:
        """The present state; of a ledger that is too large for memory the one before until all is merged."""
        if self._is_deep(ledger, before):
            if before and not ledger.is_merged():
                return before
            self._judge()
            with suppress(TooMuchHidden):  # then it is read as if there were nothing else
                deep = deep_stock(self.path, clearance, MOMENTS if clearance == TOP else 1)
                self._holdings.pop(clearance, None)
                return deep
        holdings = self._holdings.setdefault(clearance, Holdings(self.path))
        try:
            return holdings.catch_up(ledger)
        except BaseException:
            del self._holdings[clearance]  # half of it may be taken in: the next time all is read
            raise

    def _judge(self) -> None:
        """Merges and judges what came in, all of it: what a reader sees is made from that."""
        whole = self.ledger(TOP)
        whole.settle()
        judge(whole, most=0)
        day = whole.last_day()
        with whole.stocked() as stocked:
            is_done = stocked is None or day is None or stocked.is_judged(day)
        if not is_done:  # none were kept that could be gone on from
            judge_apart(self.path)

    def _is_deep(self, ledger: Ledger, before: AnyStock | None) -> bool:
        return isinstance(before, DeepStock) or size_of(ledger) > self._most_held

    def show(self, clearance: Marking, stock: AnyStock) -> None:
        """Puts a stock in the place of the one that was shown."""
        before = self._present.get(clearance)
        self._present[clearance] = stock
        if isinstance(before, DeepStock) and before is not stock:
            before.retire()

    def refresh(self, clearance: Marking) -> AnyStock:
        """The stock of the ledger's present state, shown from now on."""
        stock = self.build(clearance)
        self.show(clearance, stock)
        return stock

    def stock(self, clearance: Marking, as_of: date | None) -> AnyStock:
        """The stock of a day; None: the one that was read last."""
        present = self.present(clearance) or self.refresh(clearance)
        if as_of is None:
            return present
        if isinstance(present, DeepStock):
            raise UsageError(
                "as-of: this ledger is too large for a page of a past day; `dragoman brief --as-of` has one"
            )
        key = (clearance, present.state, as_of)
        with self._lock:
            if key not in self._dated:
                dossier = load_dossier(self.ledger(clearance), str(self.path), as_of)
                self._dated[key] = stock_of(present.state, dossier, as_of)
                while len(self._dated) > DATED:
                    self._dated.popitem(last=False)
            self._dated.move_to_end(key)
            return self._dated[key]

    @contextmanager
    def seen(self, stock: AnyStock, clearance: Marking, asked: Asked) -> Iterator[Seen]:
        """What a page is made from, as long as it is made; for this thread only."""
        if isinstance(stock, DeepStock):
            with stock.seen(clearance, asked.since) as seen:
                yield seen
        else:
            yield stock.seen_with(self.ledger(clearance), clearance, asked.since)

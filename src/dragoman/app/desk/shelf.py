"""The ledger as each clearance sees it, read anew only when something came in that the clearance may see.

Used from several threads: each has ledgers of its own, what was read is shared and never changed.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import date
from pathlib import Path

from dragoman.app.desk.holdings import Holdings
from dragoman.app.desk.sheet import Asked, Seen
from dragoman.app.desk.stock import Stock, stock_of
from dragoman.app.dossier import load_dossier
from dragoman.ledger import Ledger, open_cleared
from dragoman.types import Marking

DATED = 8
"""Dossiers of past days that are kept beside the present ones."""


class Shelf:
    """The stocks of a ledger's file, one a clearance, and some of past days."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._holdings: dict[Marking, Holdings] = {}
        self._built: dict[Marking, Stock] = {}
        self._present: dict[Marking, Stock] = {}
        self._dated: OrderedDict[tuple[Marking, str, date], Stock] = OrderedDict()

    def ledger(self, clearance: Marking) -> Ledger:
        """This thread's ledger under a clearance."""
        opened: dict[Marking, Ledger] = self._local.__dict__.setdefault("ledgers", {})
        if clearance not in opened:
            opened[clearance] = open_cleared(self.path, clearance)
        return opened[clearance]

    def present(self, clearance: Marking) -> Stock | None:
        """The stock that was read last; None where none was, or it was forgotten."""
        return self._present.get(clearance)

    def held(self) -> tuple[Marking, ...]:
        """The clearances whose stock is kept."""
        return tuple(self._present)

    def forget(self, clearance: Marking) -> None:
        """Drops a stock that nobody looks at; it is read again when it is asked for."""
        with self._lock:
            self._present.pop(clearance, None)
            self._built.pop(clearance, None)
            self._holdings.pop(clearance, None)

    def build(self, clearance: Marking) -> Stock:
        """The stock of the ledger's present state, beside the one that is shown; read only where it is new."""
        ledger = self.ledger(clearance)
        with self._lock:
            built = self._built.get(clearance)
            if built is None or built.state != ledger.state():
                holdings = self._holdings.setdefault(clearance, Holdings(self.path))
                try:
                    built = self._built[clearance] = holdings.catch_up(ledger)
                except BaseException:
                    del self._holdings[clearance]  # half of it may be taken in: the next time all is read
                    raise
            return built

    def show(self, clearance: Marking, stock: Stock) -> None:
        """Puts a stock in the place of the one that was shown."""
        self._present[clearance] = stock

    def refresh(self, clearance: Marking) -> Stock:
        """The stock of the ledger's present state, shown from now on."""
        stock = self.build(clearance)
        self.show(clearance, stock)
        return stock

    def stock(self, clearance: Marking, as_of: date | None) -> Stock:
        """The stock of a day; None: the one that was read last."""
        present = self.present(clearance) or self.refresh(clearance)
        if as_of is None:
            return present
        key = (clearance, present.state, as_of)
        with self._lock:
            if key not in self._dated:
                dossier = load_dossier(self.ledger(clearance), str(self.path), as_of)
                self._dated[key] = stock_of(present.state, dossier, as_of)
                while len(self._dated) > DATED:
                    self._dated.popitem(last=False)
            self._dated.move_to_end(key)
            return self._dated[key]

    def seen(self, stock: Stock, clearance: Marking, asked: Asked) -> Seen:
        """What a page is made from; for this thread only."""
        scene = stock.scene(asked.since)
        return Seen(
            scene=scene,
            ledger=self.ledger(clearance),
            entries=stock.entries,
            homes=stock.homes,
            clearance=clearance,
            kept=stock.kept,
        )

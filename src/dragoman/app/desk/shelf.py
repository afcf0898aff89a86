"""The ledger as each clearance sees it, read anew only when something came in that the clearance may see.

Used from several threads: each has ledgers of its own, what was read is shared and never changed.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from dragoman.app.desk.sheet import Asked, Seen
from dragoman.app.dossier import load_dossier
from dragoman.brief.scene import Dossier, Scene, View, set_scene
from dragoman.ledger import Ledger, open_cleared
from dragoman.types import Entry, Marking

DATED = 8
"""Dossiers of past days that are kept beside the present ones."""
SCENES = 8
"""Scenes of one dossier that are kept: the days that a change can be counted from are many."""


class Stock:
    """A dossier in one state of the ledger, and what pages ask of it, each made once when it is first asked for."""

    def __init__(self, state: str, dossier: Dossier) -> None:
        self.state = state
        self.dossier = dossier
        self._scenes: dict[tuple[date | None, date | None], Scene] = {}
        self.kept: dict[date | None, dict[Callable[..., Any], Any]] = {}
        """What pages made of the entries as of a day (see `Seen.once`); from when changes count makes no difference."""

    def scene(self, as_of: date | None, since: date | None) -> Scene:
        """The dossier ready to be written about."""
        asked = (as_of, since)
        scene = self._scenes.get(asked)
        if scene is None:
            if len(self._scenes) >= SCENES:
                self._scenes.clear()
            scene = self._scenes[asked] = set_scene(self.dossier, View(as_of=as_of, since=since))
        return scene

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries by id."""
        return {entry.id: entry for entry in self.dossier.entries}

    @cached_property
    def homes(self) -> Mapping[tuple[str, str], str]:
        """The entry that each record, by its article's id and its own, belongs to."""
        return {(s.article, s.record): entry.id for entry in self.dossier.entries for s in entry.supports}


class Shelf:
    """The stocks of a ledger's file, one a clearance, and some of past days."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
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
        self._present.pop(clearance, None)

    def refresh(self, clearance: Marking) -> Stock:
        """The stock of the ledger's present state; read only when that is another one than was read last."""
        ledger = self.ledger(clearance)
        with self._lock:
            state = ledger.state()  # asked for first: what comes in while the dossier is read makes another state
            stock = self._present.get(clearance)
            if stock is None or stock.state != state:
                stock = self._present[clearance] = Stock(state, load_dossier(ledger, str(self.path), None))
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
                self._dated[key] = Stock(present.state, dossier)
                while len(self._dated) > DATED:
                    self._dated.popitem(last=False)
            self._dated.move_to_end(key)
            return self._dated[key]

    def seen(self, stock: Stock, clearance: Marking, asked: Asked) -> Seen:
        """What a page is made from; for this thread only."""
        scene = stock.scene(asked.as_of, asked.since)
        return Seen(
            scene=scene,
            ledger=self.ledger(clearance),
            entries=stock.entries,
            homes=stock.homes,
            clearance=clearance,
            kept=stock.kept.setdefault(asked.as_of, {}),
        )

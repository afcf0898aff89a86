"""A dossier in one state of the ledger, and what pages ask of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from dragoman.brief.scene import Dossier, Scene, View, set_scene
from dragoman.types import Entry


class Stock:
    """What one state holds, and what is made of it, each once when it is first asked for; shared between threads.

    `entries` are by id, `homes` has the entry that each record, by its article's id and its own, belongs to.
    """

    def __init__(
        self, state: str, scene: Scene, entries: Mapping[str, Entry], homes: Mapping[tuple[str, str], str]
    ) -> None:
        self.state = state
        self._scene = scene
        self.entries = entries
        self.homes = homes
        self.kept: dict[Callable[..., Any], Any] = {}
        """What pages made of the entries (see `Seen.once`); from when changes count makes no difference."""

    @property
    def dossier(self) -> Dossier:
        """The dossier, its entries in the order in which they are written about."""
        return self._scene.dossier

    def scene(self, since: date | None) -> Scene:
        """The dossier ready to be written about, changes counted from a day."""
        return replace(self._scene, view=replace(self._scene.view, since=since)) if since else self._scene


def stock_of(state: str, dossier: Dossier, as_of: date | None) -> Stock:
    """The stock of a dossier as of a day."""
    homes = {(s.article, s.record): entry.id for entry in dossier.entries for s in entry.supports}
    scene = set_scene(dossier, View(as_of=as_of))
    return Stock(state, scene, {entry.id: entry for entry in dossier.entries}, homes)

"""A dossier in one state of the ledger, and what pages ask of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from dragoman.brief.scene import Dossier, Scene, View, set_scene
from dragoman.types import Entry

SCENES = 8
"""Scenes of one dossier that are kept: the days that a change can be counted from are many."""


class Stock:
    """What one state holds, and what is made of it, each once when it is first asked for; shared between threads.

    `entries` are by id, `homes` has the entry that each record, by its article's id and its own, belongs to.
    """

    def __init__(
        self,
        state: str,
        dossier: Dossier,
        entries: Mapping[str, Entry],
        homes: Mapping[tuple[str, str], str],
    ) -> None:
        self.state = state
        self.dossier = dossier
        self.entries = entries
        self.homes = homes
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


def stock_of(state: str, dossier: Dossier) -> Stock:
    """The stock of a dossier."""
    homes = {(s.article, s.record): entry.id for entry in dossier.entries for s in entry.supports}
    return Stock(state, dossier, {entry.id: entry for entry in dossier.entries}, homes)

"""A dossier in one state of the ledger, all of it at hand, and what pages ask of it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from dragoman.app.desk.sheet import Seen
from dragoman.brief.calendar import Calendar, Days, Found, among_of, bounds, calendar_of, days_of
from dragoman.brief.scene import Dossier, Scene, View, set_scene
from dragoman.ledger import Ledger
from dragoman.ledger.dated import Lane
from dragoman.types import Article, Entry, Marking


class Stock:
    """What one state holds, and what is made of it, each once when it is first asked for; shared between threads.

    `entries` are by id, `homes` has the entry that each record, by its article's id and its own, belongs to.
    """

    def __init__(self, state: str, scene: Scene, entries: Mapping[str, Entry], homes: Homes) -> None:
        self.state = state
        self._scene = scene
        self.entries = entries
        self.homes = homes
        self.kept: dict[Hashable, Any] = {}
        """What pages made of the entries (see `Seen.once`); from when changes count makes no difference."""

    @property
    def dossier(self) -> Dossier:
        """The dossier, its entries in the order in which they are written about."""
        return self._scene.dossier

    def scene(self, since: date | None) -> Scene:
        """The dossier ready to be written about, changes counted from a day."""
        return replace(self._scene, view=replace(self._scene.view, since=since)) if since else self._scene

    def seen_with(self, ledger: Ledger, clearance: Marking, since: date | None) -> Seen:
        """What a page is made from, that asks a ledger for what isn't here."""
        scene = self.scene(since)
        return Seen(scene, ledger, self.entries, InMemory(self, scene), clearance, self.kept)


Homes = Mapping[str, Mapping[str, str]]
"""By an article's id and the id of a record of it the id of the entry that the record belongs to."""


def stock_of(state: str, dossier: Dossier, as_of: date | None) -> Stock:
    """The stock of a dossier as of a day."""
    homes: dict[str, dict[str, str]] = {}
    for entry in dossier.entries:
        for support in entry.supports:
            homes.setdefault(support.article, {})[support.record] = entry.id
    scene = set_scene(dossier, View(as_of=as_of))
    return Stock(state, scene, {entry.id: entry for entry in dossier.entries}, homes)


class InMemory:
    """An `Index` of entries and articles that are all at hand."""

    def __init__(self, stock: Stock, scene: Scene) -> None:
        self._stock = stock
        self._scene = scene

    def beginning(self, id: str) -> list[Entry]:
        """The entries whose id begins so."""
        return [entry for one, entry in self._stock.entries.items() if one.startswith(id)]

    def homes(self, article: str) -> Mapping[str, str]:
        """The id of the entry to which each record of an article belongs, by the record's own."""
        return self._stock.homes.get(article, {})

    @property
    def calendar(self) -> Calendar:
        """All that has a day."""
        kept = self._stock.kept
        if calendar_of not in kept:
            kept[calendar_of] = calendar_of(self._scene)
        made: Calendar = kept[calendar_of]
        return made

    def days(self, kinds: tuple[str, ...], lane: Lane) -> Days:
        """On how many days how many entries of some kinds stand."""
        return days_of(self.calendar.days[among_of(self.calendar, kinds, lane)])

    def window(self, first: date, last: date, kinds: tuple[str, ...], lane: Lane) -> Found:
        """The entries of some kinds between two days, both inclusive."""
        among = among_of(self.calendar, kinds, lane)
        low, high = bounds(self.calendar.days[among], first, last)
        return Found(self.calendar, among[low:high])

    def undated(self) -> int:
        """How many entries have no day."""
        return self.calendar.undated

    def acts(self, side: str) -> bool:
        """Whether a side acts in any entry that has a day."""
        return side in self.calendar.sides

    def marked(self) -> Mapping[str, Marking]:
        """The marking of each article above CLEAR."""
        articles = self._scene.dossier.articles
        return {id: one.marking for id, one in articles.items() if one.marking != "CLEAR"}

    def standing(self, article: str) -> Article | None:
        """The article of that id, where it stands."""
        return self._scene.dossier.articles.get(article)

    def articles_at(self, beginning: str) -> Sequence[Article]:
        """The articles that stand whose address begins so, the newest first."""
        return [one for one in self._newest() if one.url.startswith(beginning)]

    def newest_articles(self, most: int) -> Sequence[Article]:
        """The articles that stand, the newest first, so many at most."""
        return self._newest()[:most]

    def _newest(self) -> list[Article]:
        articles = self._scene.dossier.articles.values()
        return sorted(articles, key=lambda one: (str(one.published or ""), one.id), reverse=True)

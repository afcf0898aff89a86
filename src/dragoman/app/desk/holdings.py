"""What one clearance may see of a ledger, kept in memory and brought up to date by what came in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.app.desk.stock import Stock
from dragoman.app.dossier import dossier_name
from dragoman.brief.scene import Dossier, Stage, View
from dragoman.bulk import many_objects
from dragoman.ledger import Ledger, News, Upto
from dragoman.ledger.since import taken_in
from dragoman.merge.witness import day_seen
from dragoman.resolve import Docket
from dragoman.types import Article, Entry


class Holdings:
    """The entries by block, what became of them, and the articles. Used from one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._name = dossier_name(str(path))
        self._begin()

    def _begin(self) -> None:
        self._upto: Upto | None = None
        self._blocks: dict[str, dict[str, Entry]] = {}
        self._entries: dict[str, Entry] = {}
        self._homes: dict[str, dict[str, str]] = {}
        self._articles: dict[str, Article] = {}
        self._docket, self._stage = Docket(()), Stage()

    def catch_up(self, ledger: Ledger) -> Stock:
        """The ledger as it is now; only what isn't as it was the last time is read, merged and judged."""
        if self._upto is None:  # all of it
            with many_objects(for_good=True):
                return self._taken_in(ledger)
        return self._taken_in(ledger)

    def _taken_in(self, ledger: Ledger) -> Stock:
        news = ledger.since(self._upto)
        if news.is_whole:
            self._begin()
        self._upto = news.upto
        self._take_entries(news)
        self._take_articles(news)
        day = news.last_day
        dossier = Dossier(
            name=self._name,
            entries=(),
            verdicts=self._docket.verdicts(day) if day else {},
            articles=dict(self._articles),
            head=news.head,
        )
        return Stock(news.state, self._stage.scene(dossier, View()), dict(self._entries), dict(self._homes))

    def _take_entries(self, news: News) -> None:
        gone: list[Entry] = []
        come: list[Entry] = []
        for block, now in taken_in(self._blocks, news).items():
            before = self._blocks.pop(block, {})
            same = {id: entry for id, entry in before.items() if now.get(id) == entry}
            gone += [entry for id, entry in before.items() if id not in same]
            come += [entry for id, entry in now.items() if id not in same]
            if now:
                self._blocks[block] = {id: same.get(id, entry) for id, entry in now.items()}
        for entry in gone:
            del self._entries[entry.id]
        self._entries.update((entry.id, entry) for entry in come)
        self._take_homes(gone, come)
        if news.is_whole:
            self._docket, self._stage = Docket(come), Stage(come)
        else:
            self._docket.change(gone, come)
            self._stage.change(gone, come)

    def _take_homes(self, gone: Iterable[Entry], come: Iterable[Entry]) -> None:
        """Those of an article are never changed: a stock that was handed out has them too."""
        touched: dict[str, dict[str, str]] = {}
        for entry in gone:
            for support in entry.supports:
                mine = touched.setdefault(support.article, dict(self._homes.get(support.article, {})))
                mine.pop(support.record, None)
        for entry in come:
            for support in entry.supports:
                mine = touched.setdefault(support.article, dict(self._homes.get(support.article, {})))
                mine[support.record] = entry.id
        self._homes.update(touched)
        for article in [article for article, mine in touched.items() if not mine]:
            del self._homes[article]

    def _take_articles(self, news: News) -> None:
        if news.articles or news.gone:
            known = {**self._articles, **{one.id: one for one in news.articles}}
            standing = sorted((one for id, one in known.items() if id not in news.gone), key=_order)
            self._articles = {one.id: one for one in standing}


def _order(article: Article) -> tuple[str, str, str]:
    """The order in which a ledger tells its articles."""
    return (str(day_seen(article) or ""), article.outlet, article.id)

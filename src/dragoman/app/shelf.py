"""A ledger that is filled while others read it: each page read, put, and told of as what it changed.

Everything here is used from one thread, the one that opened the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.app.batch import Known, Outcome, Skipped, checked, outcome, page_parser, page_reader
from dragoman.app.dossier import MOST_JUDGED, dossier_name, judge
from dragoman.app.rosters import lexicon_of
from dragoman.app.workers import Helpers, Task
from dragoman.brief.differ import Change, differences
from dragoman.brief.scene import Dossier
from dragoman.errors import LedgerError
from dragoman.ledger import open_ledger
from dragoman.models import rules_alone
from dragoman.sources.polling import Standing
from dragoman.types import Article, Entry, Failure, Page, Reading

_standing = msgspec.json.Decoder(Standing)


class Added(Struct, frozen=True, kw_only=True):
    """An article that is in the ledger now, and what it changed there; `is_correction`: of one that was there."""

    article: Article
    records: int
    changes: tuple[Change, ...]
    is_correction: bool = False


Taken = Added | Known | Skipped | Failure


class Shelf:
    """An open ledger with what reads into it; where several pages wait, `jobs` other processes read them."""

    def __init__(self, path: Path, jobs: int = 1) -> None:
        self._path = path
        self._ledger = open_ledger(path)
        self._lexicon = lexicon_of(str(path))
        self._read = page_reader(self._is_known)
        self._parse = page_parser(self._is_known)
        self._helpers = Helpers(jobs) if jobs > 1 else None
        self._begun: dict[Page, tuple[Article, Future[Reading | Exception]]] = {}
        self._standings = self._ledger.watched()

    def close(self) -> None:
        """Closes the ledger."""
        self._drop_helpers()
        self._ledger.close()

    def _drop_helpers(self) -> None:
        if self._helpers:
            self._helpers.close()
        self._helpers = None
        self._begun.clear()

    def warm(self) -> None:
        """Loads the models, so that the first article doesn't wait for them; a second or two."""
        from dragoman.models import load_pipeline, statement_model

        load_pipeline()
        statement_model()

    def standing(self, url: str) -> Standing:
        """How a source stands, as it was kept last; as of one never asked where it wasn't."""
        body = self._standings.get(url)
        try:
            return _standing.decode(body) if body else Standing(url=url)
        except msgspec.DecodeError as error:
            raise LedgerError(
                f"{self._path}: it holds a state of {url} that this version cannot read ({error}); use a new ledger"
            ) from None

    def keep(self, standing: Standing) -> None:
        """Keeps how a source stands; it outlives a crash."""
        self._ledger.keep_watched(standing.url, msgspec.json.encode(standing).decode())

    def fail(self, failure: Failure) -> None:
        """Keeps a failure, so that the next reader knows of the gap."""
        self._ledger.fail(failure)

    def look_ahead(self, pages: Sequence[Page]) -> None:
        """Begins to read the pages that will be taken next, in this order; of one alone that would save no time."""
        if self._helpers is None or len(pages) < 2 or rules_alone():
            return
        for page in pages:
            article = None if page in self._begun else outcome(page, self._parse)
            if isinstance(article, Article):
                task = Task(page.name, str(self._path), article)
                self._begun[page] = (article, self._helpers.begin(task))

    def take(self, page: Page) -> Taken:
        """What became of a page: once it is told as added, it outlives a crash. A failure is kept too."""
        taken = outcome(page, self._reading)
        if isinstance(taken, Failure):
            self._ledger.fail(taken)
        return self._put(taken) if isinstance(taken, Reading) else taken

    def _reading(self, page: Page) -> Outcome:
        """The reading of a page, where it was begun by then as it came out."""
        if page not in self._begun:
            return self._read(self._lexicon, page)
        article, begun = self._begun.pop(page)
        if self._is_known(article):  # it came twice
            return Known(page.name)
        try:
            made = begun.result()
        except BrokenProcessPool:  # one was killed, for memory as a rule: from now on all is read here
            self._drop_helpers()
            return self._read(self._lexicon, page)
        if isinstance(made, Exception):
            raise made
        return checked(made)

    def _is_known(self, article: Article) -> bool:
        return self._ledger.article(article.id) is not None

    def _put(self, reading: Reading) -> Taken:
        article, ledger = reading.article, self._ledger
        versions = ledger.versions(article.url)
        replaced = ledger.add(article, reading.records)  # nothing, where another process was faster
        judge(ledger, MOST_JUDGED)
        changes = self._differences(replaced.before, replaced.after)
        return Added(article=article, records=len(reading.records), changes=changes, is_correction=bool(versions))

    def _differences(self, before: tuple[Entry, ...], after: tuple[Entry, ...]) -> tuple[Change, ...]:
        """The changes from some entries to others; what stands as it stood is left out before it is compared."""
        then, now = {entry.id: entry for entry in before}, {entry.id: entry for entry in after}
        return differences(
            self._dossier(entry for id, entry in then.items() if now.get(id) != entry),
            self._dossier(entry for id, entry in now.items() if then.get(id) != entry),
        )

    def _dossier(self, entries: Iterable[Entry]) -> Dossier:
        several = tuple(entries)
        ids = {support.article for entry in several for support in entry.supports}
        articles = {id: article for id in ids if (article := self._ledger.article(id))}
        return Dossier(name=dossier_name(str(self._path)), entries=several, verdicts={}, articles=articles)

"""A dossier too large to be held: pages read what they show from the tables of its ledger, at one moment of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dragoman.app.desk.sheet import Seen
from dragoman.app.dossier import dossier_name
from dragoman.brief.calendar import KINDS, Calendar, Days, Found, counted
from dragoman.brief.judging import judged_since
from dragoman.brief.setting import View
from dragoman.brief.stored import Stored
from dragoman.errors import LedgerError
from dragoman.ledger import TOP
from dragoman.ledger.dated import MARK, Dated, Lane
from dragoman.ledger.filed import Files
from dragoman.ledger.holding import Held, hold
from dragoman.ledger.partial import TooMuchHidden
from dragoman.ledger.stocked import Articles, Stocked
from dragoman.types import Article, Entry, Marking

HELD_FOR = 60.0
"""Seconds after which a moment is held anew, though the state is the same: what is held makes the log grow."""
EPOCH = date(1970, 1, 1).toordinal()


class Moment(Struct, frozen=True):
    """One state of a ledger on a connection of its own, ready to be written about."""

    held: Held
    setting: Stored

    @classmethod
    def of(cls, held: Held, name: str) -> Moment:
        """The moment that is held."""
        return cls(held, Stored(name, held.stocked, View()))


class DeepStock:
    """One state of a ledger, read while it is looked at; shared between threads, of which each reads by itself.

    `take` and `give` are for who asks: as many moments of the state are held as look at it at the same time.
    """

    def __init__(self, path: Path, clearance: Marking, moments: list[Moment]) -> None:
        self.state = moments[0].held.state
        self.kept: dict[Hashable, Any] = {}
        self._path = path
        self._clearance = clearance
        self._free = moments
        self._articles = moments[0].held.stocked.articles
        self._is_retired = False
        self._since = monotonic()
        self._lock = Lock()

    @contextmanager
    def seen(self, clearance: Marking, since: date | None) -> Iterator[Seen]:
        """What a page is made from, as long as it is made."""
        moment = self.take()
        try:
            yield self.seen_at(moment, clearance, since)
        finally:
            self.give(moment)

    def seen_at(self, moment: Moment, clearance: Marking, since: date | None) -> Seen:
        """What is seen at a moment that was taken."""
        setting = moment.setting.since(since)
        stocked = moment.held.stocked
        kept = self.kept if moment.held.state == self.state else {}
        return Seen(setting, moment.held.ledger, Named(setting.files), Tables(stocked, kept), clearance, kept)

    def take(self) -> Moment:
        """A moment of the state that nobody else has; of the ledger's present state where all are taken."""
        with self._lock:
            if self._free:
                return self._free.pop()
        return moment_of(self._path, self._clearance)

    def give(self, moment: Moment) -> None:
        """Gives a moment back."""
        with self._lock:
            if not self._is_retired and moment.held.state == self.state:
                self._free.append(moment)
                return
        moment.held.close()

    def renew(self) -> None:
        """Holds those moments anew that nobody reads at, after some time; the state is the ledger's present one."""
        if monotonic() - self._since < HELD_FOR:
            return
        self._since = monotonic()
        with self._lock:
            free, self._free = self._free, []
        for moment in free:
            moment.held.close()
            self.give(moment_of(self._path, self._clearance, self._articles))

    def retire(self) -> None:
        """Lets go of all moments, as soon as they are given back: another state is shown."""
        with self._lock:
            self._is_retired = True
            free, self._free = self._free, []
        for moment in free:
            moment.held.close()


def moment_of(path: Path, clearance: Marking, articles: Articles | None = None) -> Moment:
    """The present moment as a reader with a clearance sees it. LedgerError where not all is merged and judged at it."""
    held = hold(path, articles, clearance)
    try:
        if held and (is_judged(held.stocked) if clearance == TOP else judge_here(held)):
            return Moment.of(held, dossier_name(str(path)))
    except BaseException:
        if held:
            held.close()
        raise
    if held:
        held.close()
    raise LedgerError(f"{path}: articles are coming in and not yet merged; try again in a moment")


def is_judged(stocked: Stocked) -> bool:
    """Whether the verdicts of the last day are kept."""
    day = stocked.articles.last_day
    return day is None or stocked.is_judged(day)


def judge_here(held: Held) -> bool:
    """Makes those verdicts again, for this moment alone, on which it bears that something is hidden; then True."""
    day = held.stocked.articles.last_day
    made = judged_since(held.stocked, day) if day else None
    if day is None or made is None:
        raise TooMuchHidden("what was foreseen has to be judged anew without what is hidden")
    held.judge(day, made)
    return True


def deep_stock(path: Path, clearance: Marking, several: int) -> DeepStock:
    """The present state, with so many moments of it. LedgerError where not all is merged and judged."""
    first = moment_of(path, clearance)
    moments = [first]
    while len(moments) < several:
        moment = moment_of(path, clearance, first.held.stocked.articles)
        if moment.held.state == first.held.state:
            moments.append(moment)
        else:  # something came in between: they are of the later state, all of them
            for one in (*moments, moment):
                one.held.close()
            first = moment_of(path, clearance)
            moments = [first]
    return DeepStock(path, clearance, moments)


class Named(Mapping[str, Entry]):
    """The entries of a ledger by id, each read when it is asked for."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def __getitem__(self, id: str) -> Entry:
        found = self._files.named(id)
        if found is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (face.rank[2] for kind in self._files.kinds() for face in self._files.faces(kind))

    def __len__(self) -> int:
        return sum(self._files.count(kind) for kind in self._files.kinds())


class Rows(Sequence[Entry]):
    """Entries by their rows, each read when it is asked for."""

    def __init__(self, files: Files, numbers: NDArray[np.int64]) -> None:
        self._files = files
        self._numbers = numbers

    def __getitem__(self, place: int) -> Entry:  # type: ignore[override]  # a slice is never asked for
        return self._files.row(int(self._numbers[place]))

    def __len__(self) -> int:
        return len(self._numbers)


class Tables:
    """An `Index` of entries and articles in the tables of a ledger."""

    def __init__(self, stocked: Stocked, kept: dict[Hashable, Any]) -> None:
        self._stocked = stocked
        self._files = stocked.files
        self._dates = stocked.files.dates
        self._kept = kept

    def beginning(self, id: str) -> list[Entry]:
        """The entries whose id begins so; of several the first two."""
        return self._files.beginning(id)

    def homes(self, article: str) -> Mapping[str, str]:
        """The id of the entry to which each record of an article belongs, by the record's own."""
        return self._dates.homes(article)

    def days(self, kinds: tuple[str, ...], lane: Lane) -> Days:
        """On how many days how many entries of some kinds stand."""
        name = ("days", kinds, lane)
        if name not in self._kept:
            counts = np.array(self._dates.counts(kinds, lane), dtype=np.int64).reshape(-1, 2)
            self._kept[name] = counted(days_from(counts[:, 0]), counts[:, 1])
        made: Days = self._kept[name]
        return made

    def window(self, first: date, last: date, kinds: tuple[str, ...], lane: Lane) -> Found:
        """The entries of some kinds between two days, both inclusive."""
        rows = list(self._dates.between(first, last, kinds, lane))
        return Found(self._calendar(rows), np.arange(len(rows)))

    def _calendar(self, rows: Sequence[Dated]) -> Calendar:
        sides: dict[str, list[int]] = {}
        for place, row in enumerate(rows):
            for side in filter(None, row.sides.split(MARK)):
                sides.setdefault(side, []).append(place)
        return Calendar(
            entries=Rows(self._files, np.array([row.n for row in rows], dtype=np.int64)),
            days=days_from(np.array([row.day for row in rows], dtype=np.int64)),
            kinds=np.array([KINDS.index(row.kind) for row in rows], dtype=np.int8),
            is_known=np.array([row.is_known for row in rows], dtype=np.bool_),
            sides={side: np.array(places, dtype=np.int64) for side, places in sides.items()},
            undated=0,
            levels=np.array([row.level for row in rows], dtype=np.int8),
        )

    def undated(self) -> int:
        """How many entries have no day."""
        if "undated" not in self._kept:
            count = sum(self._files.count(kind) for kind in self._files.kinds())
            self._kept["undated"] = count - self._dates.count()
        return int(self._kept["undated"])

    def acts(self, side: str) -> bool:
        """Whether a side acts in any entry that has a day."""
        return self._dates.acts(side)

    def marked(self) -> Mapping[str, Marking]:
        """The marking of each article above CLEAR."""
        return self._dates.marked()

    def standing(self, article: str) -> Article | None:
        """The article of that id, where it stands."""
        return self._stocked.standing(article)

    def articles_at(self, beginning: str) -> Sequence[Article]:
        """The articles that stand whose address begins so, the newest first."""
        return self._stocked.articles_at(beginning)

    def newest_articles(self, most: int) -> Sequence[Article]:
        """The articles that stand, the newest first, so many at most."""
        return self._stocked.newest_articles(most)


def days_from(ordinals: NDArray[np.int64]) -> NDArray[np.datetime64]:
    """Days by their ordinals, as datetime64[D]."""
    return (ordinals - EPOCH).astype("datetime64[D]")

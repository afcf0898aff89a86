"""One moment of a ledger whose entries are all stored as they stand: they are counted and read one by one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection
from datetime import date
from itertools import islice
from operator import itemgetter

import msgspec
from msgspec import Struct

from dragoman.ledger import judged, reading
from dragoman.ledger.bearing import Bearing
from dragoman.ledger.filed import LAST, Files
from dragoman.ledger.judged import Judged
from dragoman.merge import Merged
from dragoman.types import Article, Entry

_entry = msgspec.json.Decoder(Merged)
STANDING = """
    SELECT url, id, published, seen, origin, outlet FROM articles ORDER BY url, published, fetched, id
"""
OF_KIND = """
    SELECT e.block, e.place, e.id, e.body FROM filed AS f JOIN entries AS e ON e.n = f.n
    WHERE f.kind = ? AND f.heading = ''
"""


class Articles(Struct, frozen=True):
    """The articles that stand in numbers: all, their origins, the last day of publication, how many of each day.

    `seen` has by the day on which they became known how many there are, under "" those of no known day.
    """

    count: int
    origins: int
    last_day: date | None
    seen: dict[str, int]


class Stocked:
    """What may be asked; used within that moment."""

    def __init__(self, connection: sqlite3.Connection, articles: Articles | None = None) -> None:
        self._connection = connection
        self._articles = articles
        self.files = Files(connection)
        self.judged = Judged(connection)
        self.bearing = Bearing(connection)

    def is_judged(self, day: date) -> bool:
        """Whether the verdicts as of a day are kept."""
        return judged.is_kept(self._connection, day)

    def kept_day(self) -> date | None:
        """The day of the verdicts that are kept, though others may have come in since; None where there are none."""
        return judged.kept_day(self._connection)

    def head(self) -> str:
        """The last link of the chain."""
        return reading.head(self._connection)

    def article(self, id: str) -> Article | None:
        """The article of that id."""
        return reading.one_article(self._connection, id)

    def standing(self, id: str) -> Article | None:
        """The article of that id, where it is the version that stands."""
        asked = "SELECT 1 FROM current_articles WHERE id = ?"
        return self.article(id) if self._connection.execute(asked, (id,)).fetchone() else None

    def articles_at(self, beginning: str) -> list[Article]:
        """The articles that stand whose address begins so, by their day and id, the newest first."""
        asked = "SELECT id FROM articles WHERE url BETWEEN ? AND ? ORDER BY published DESC, id DESC"
        rows = self._connection.execute(asked, (beginning, beginning + LAST)).fetchall()
        return [article for (id,) in rows if (article := self.standing(id))]

    def newest_articles(self, most: int) -> list[Article]:
        """The articles that stand, in the same order, so many at most."""
        rows = self._connection.execute("SELECT id FROM articles ORDER BY published DESC, id DESC")
        return list(islice((article for (id,) in rows if (article := self.standing(id))), most))

    @property
    def articles(self) -> Articles:
        """The articles in numbers, without reading one."""
        if self._articles is None:
            self._articles = self._counted()
        return self._articles

    def _counted(self) -> Articles:
        standing: dict[str, tuple[str, str, str]] = {}
        for url, id, published, seen, origin, outlet in self._connection.execute(STANDING):
            standing[url or id] = (published, seen, origin or outlet or id)
        last = max((published for published, _, _ in standing.values()), default="")
        return Articles(
            count=len(standing),
            origins=len({origin for _, _, origin in standing.values()}),
            last_day=date.fromisoformat(last) if last else None,
            seen=Counter(seen for _, seen, _ in standing.values()),
        )

    def entries_of(self, kinds: Collection[str]) -> tuple[Entry, ...]:
        """The entries of some kinds, in the order in which a ledger gives its entries."""
        rows = (row for kind in kinds for row in self._connection.execute(OF_KIND, (kind,)))
        read = [(block, place, id, _entry.decode(body)) for block, place, id, body in rows]
        read.sort(key=itemgetter(0, 1, 2))
        return tuple(entry for *_, entry in read)

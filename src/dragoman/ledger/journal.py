"""Who saw which page when, and who was told of a meeting: kept in the chain, like what was read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

import msgspec
from msgspec import Struct

from dragoman.ledger.chain import canonical_json, digest_of


class Viewed(Struct, frozen=True):
    """A page that a reader was given: its address, the state of the ledger that it was made from, how many times.

    `at` is the first time, with a time zone; a page that keeps itself up to date is given again unasked.
    """

    reader: str
    at: datetime
    address: str
    state: str
    times: int = 1


class Briefing(Struct, frozen=True, kw_only=True):
    """That somebody was told of a meeting: whose note or account `article` is, to whom, when, and who says so.

    `met` is when the meeting ended, where that is known; both times have a time zone. `id` is the hash of the rest.
    """

    id: str = ""
    article: str
    to: tuple[str, ...]
    told: datetime
    met: datetime | None = None
    by: str = ""
    words: str = ""


_viewed = msgspec.json.Decoder(Viewed)
_briefing = msgspec.json.Decoder(Briefing)


def add_views(connection: sqlite3.Connection, link: int, several: tuple[Viewed, ...]) -> None:
    """Adds the rows that a link vouches for."""
    rows = [(link, one.reader, one.at.isoformat(), canonical_json(one)) for one in several]
    connection.executemany("INSERT INTO views (link, reader, at, body) VALUES (?, ?, ?, ?)", rows)


def add_marks(connection: sqlite3.Connection, rows: Iterable[tuple[int, str, str, str, str]]) -> None:
    """Adds what a reader was shown: the link that vouches for it, reader, entry, hash of the line, day."""
    connection.executemany("INSERT INTO marks (link, reader, entry, line, as_of) VALUES (?, ?, ?, ?, ?)", rows)


def views_digest(several: tuple[Viewed, ...]) -> str:
    """What a link says of the views that it vouches for."""
    return digest_of(canonical_json(one) for one in several)


def views(connection: sqlite3.Connection, reader: str, limit: int) -> tuple[Viewed, ...]:
    """The last views, of one reader or ("") of all, the newest first."""
    asked = "SELECT body FROM views WHERE ? IN ('', reader) ORDER BY n DESC LIMIT ?"
    return tuple(_viewed.decode(body) for (body,) in connection.execute(asked, (reader, limit)))


def add_briefing(connection: sqlite3.Connection, briefing: Briefing) -> bool:
    """Adds a briefing; False where it is there already."""
    row = (briefing.id, briefing.article, canonical_json(briefing))
    return connection.execute("INSERT OR IGNORE INTO briefings VALUES (?, ?, ?)", row).rowcount == 1


def briefings(connection: sqlite3.Connection) -> tuple[Briefing, ...]:
    """All briefings, by when somebody was told."""
    found = (_briefing.decode(body) for (body,) in connection.execute("SELECT body FROM briefings"))
    return tuple(sorted(found, key=lambda one: (one.told, one.id)))

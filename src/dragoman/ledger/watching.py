"""What `dragoman follow` keeps of its sources between two polls: working state, not evidence, so in no link."""

from __future__ import annotations

import sqlite3

WATCHED = "CREATE TABLE IF NOT EXISTS watched (url TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID"
"""A table that is made when something is followed first."""


def is_kept(connection: sqlite3.Connection) -> bool:
    """Whether anything was ever followed into this ledger."""
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'watched'"
    return connection.execute(asked).fetchone() is not None


def bodies(connection: sqlite3.Connection) -> dict[str, str]:
    """What is kept of each source, by its address."""
    if not is_kept(connection):
        return {}
    return dict(connection.execute("SELECT url, body FROM watched ORDER BY url").fetchall())


def keep(connection: sqlite3.Connection, url: str, body: str) -> None:
    """Puts what is known of a source in the place of what was; within a transaction."""
    connection.execute(WATCHED)
    connection.execute("INSERT OR REPLACE INTO watched VALUES (?, ?)", (url, body))

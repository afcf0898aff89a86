"""What became of an entry whose id is no longer one: withdrawn by hand, part of another, replaced with its article."""

from __future__ import annotations

import re
import sqlite3

from dragoman.corrections import standing
from dragoman.ledger import asof, correcting
from dragoman.ledger.correcting import Row

KEY = re.compile(r"[0-9a-f]{6,64}")
"""The digits of an entry's id: the beginning of the key of the record that it was known by first."""


def became_of(connection: sqlite3.Connection, id: str) -> str | None:
    """What there is to say of the entry that had this id, or one that begins so; None where there never was one."""
    kind, _, digits = id.partition("-")
    if not KEY.fullmatch(digits):
        return None
    asked = "SELECT key, article, id FROM records WHERE kind = ? AND key >= ? AND key < ?"
    rows = connection.execute(asked, (kind, digits, f"{digits}g")).fetchall()
    if len(rows) != 1:
        return None
    ((key, article, record),) = rows
    corrected = correcting.stored_rows(connection, [article]).get(key)
    if corrected is not None and not corrected.body:
        return _withdrawn(connection, corrected)
    for entry in asof.entries(connection, None):
        if any((support.article, support.record) == (article, record) for support in entry.supports):
            return f"it is part of {entry.id} now"
    return "its article was replaced by a later version"


def _withdrawn(connection: sqlite3.Connection, corrected: Row) -> str:
    """Who withdrew it and why, and how to have it back."""
    made = {one.id: one for one in standing(correcting.corrections_of(connection))}
    by = next((made[id] for id in reversed(corrected.notes.split()) if id in made), None)
    if by is None:
        return "it was withdrawn"
    return f"it was withdrawn by {by.by} on {by.at.date()}: {by.reason}; `dragoman undo {by.id}` brings it back"

"""Verdicts that were kept for the next one who asks: a cache of one row, for one state of the ledger and one day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

import msgspec

from dragoman.ledger import reading
from dragoman.ledger.chain import canonical_json
from dragoman.types import Verdict

_verdicts = msgspec.json.Decoder(tuple[Verdict, ...])


def kept(connection: sqlite3.Connection, day: date) -> tuple[Verdict, ...] | None:
    """The verdicts as of a day, if nothing came in since they were kept; None where they have to be made."""
    asked = "SELECT body FROM judged WHERE state = ? AND day = ?"
    row = connection.execute(asked, (reading.state(connection), day.isoformat())).fetchone()
    return _verdicts.decode(row[0]) if row else None


def keep(connection: sqlite3.Connection, state: str, day: date, verdicts: Iterable[Verdict]) -> None:
    """Puts the verdicts of a state and a day in the place of those that were kept; within a transaction."""
    connection.execute("DELETE FROM judged")
    row = (state, day.isoformat(), canonical_json(tuple(verdicts)).encode())
    connection.execute("INSERT INTO judged VALUES (?, ?, ?)", row)

"""What SQLite says, in one line that names the ledger and the remedy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from dragoman.errors import LedgerError

REMEDIES = (
    ("locked", "another process is writing to it; run this again when that one has finished"),
    ("busy", "another process is writing to it; run this again when that one has finished"),
    ("readonly", "it cannot be written: make the file and its folder writable, or copy the ledger elsewhere"),
    ("full", "the disk is full; what was reported as added is safe: free some space and run this again"),
    ("not a database", "it is not a ledger, or damaged from its first page on: name another file, or restore a copy"),
    ("malformed", "it is damaged: restore a copy, or add the articles to a new ledger"),
    ("disk i/o", "the disk cannot be read or written: check it, then run `dragoman verify` on the ledger"),
    ("unable to open", "it cannot be opened: check that its folder exists and may be entered"),
    ("no such table", "it is not a dragoman ledger: name another file"),
)
"""Words in SQLite's message, and what to tell; the first that fits."""


def explained(path: str, error: sqlite3.Error) -> LedgerError:
    """The error as one line: the ledger, what is wrong, what to do."""
    said = str(error)
    remedy = next((remedy for words, remedy in REMEDIES if words in said.casefold()), None)
    return LedgerError(f"{path}: {remedy or f'SQLite says {said!r}; run `dragoman verify` on the ledger'}")


@contextmanager
def explaining(path: str) -> Iterator[None]:
    """Turns every error of SQLite inside into a LedgerError."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(path, error) from error

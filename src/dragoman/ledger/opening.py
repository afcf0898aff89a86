"""A connection made ready: the tables of a new ledger, those that an older one lacks, the views of the kinds."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from dragoman.errors import LedgerError
from dragoman.ledger import reading
from dragoman.ledger.dated import mark_all
from dragoman.ledger.filed import file_all
from dragoman.ledger.putting import place_all
from dragoman.ledger.schema import APPLICATION, OLDER, OUTDATED, TABLES, VERSION
from dragoman.ledger.views import view_statements


def prepare(connection: sqlite3.Connection, name: str) -> None:
    """Sets the connection up, and makes the tables of a new file."""
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    if _layout(connection) == (0, 0) and not _has_tables(connection):
        _write_ahead(connection)
        with writing(connection):
            # Asked again inside: another process may have made the tables while this one waited for the lock.
            if not _has_tables(connection):
                _make_tables(connection)
    application, version = _layout(connection)
    if application != APPLICATION:
        raise LedgerError(f"{name}: it is not a dragoman ledger: name another file")
    is_behind = version in OLDER or (version == VERSION and not _has_index(connection))
    if is_behind and not reading.is_read_only(connection):
        with writing(connection):
            _make_tables(connection)
        version = VERSION
    if version != VERSION:
        raise LedgerError(f"{name}: it was written by another version of dragoman: add the articles to a new ledger")
    _refresh_views(connection)


PLACED, FILED = 5, 6
"""The layouts from which on it is kept where records stand, and which days and records entries have."""
LONGEST_WAIT, PAUSE = 5.0, 0.01
"""Seconds for which a new file is asked for again, and between two times."""
MERGING_CACHE = 65_536
"""Kilobytes of pages that are kept while many blocks are merged; SQLite keeps 2,000."""


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Sets the journal's mode, which SQLite refuses at once while another process does so too."""
    until = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        time.sleep(PAUSE)


def _make_tables(connection: sqlite3.Connection) -> None:
    """Makes the tables that are not there yet; an older ledger lacks some."""
    _, version = _layout(connection)
    if version in OLDER:
        connection.execute("DROP TABLE IF EXISTS judged")
        connection.execute("DROP TABLE IF EXISTS foreseen")
    for statement in _statements(TABLES):
        connection.execute(statement)
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'merged'").fetchone():
        for statement in _statements(OUTDATED):
            connection.execute(statement)
    if version in OLDER and version < FILED:
        mark_all(connection)
        file_all(connection)
        if version < PLACED:
            place_all(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _layout(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return int(application), int(connection.execute("PRAGMA user_version").fetchone()[0])


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _has_index(connection: sqlite3.Connection) -> bool:
    """Whether the articles of a day are found without their texts, which ledgers made before lack."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'articles_by_day'").fetchone() is not None


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit the transaction that they belong to."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _refresh_views(connection: sqlite3.Connection) -> None:
    """Makes the views of the kinds anew where a kind's fields have changed."""
    wanted = view_statements()
    held = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'"))
    changed = [name for name, sql in wanted.items() if held.get(name) != sql]
    if changed and not reading.is_read_only(connection):
        with writing(connection):
            for name in changed:
                connection.execute(f'DROP VIEW IF EXISTS "{name}"')
                connection.execute(wanted[name])


@contextmanager
def writing(connection: sqlite3.Connection, patience: float | None = None) -> Iterator[None]:
    """One transaction that holds the write lock from its start: all of it is stored or nothing.

    It waits so many seconds for the lock, where that isn't the connection's own patience (None).
    """
    usual = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    if patience is not None:
        connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
    try:
        connection.execute("BEGIN IMMEDIATE")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {usual}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def roomy(connection: sqlite3.Connection) -> Iterator[None]:
    """A page cache in which what merging asks for again and again stays, and the usual one afterwards."""
    usual = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute(f"PRAGMA cache_size = {-MERGING_CACHE}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {usual}")

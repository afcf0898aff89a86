"""What a person names when correcting: an entry, or one record."""

from __future__ import annotations

import re
import sqlite3

from dragoman.corrections.making import Subject
from dragoman.errors import UsageError
from dragoman.kinds import BY_NAME
from dragoman.ledger import asof, bygone, correcting
from dragoman.types import Entry

RECORD = re.compile(r"[0-9a-f]{6,}")
"""The beginning of a record's id; an entry's begins with its kind and a hyphen."""


def subject_of(connection: sqlite3.Connection, named: str | Entry) -> Subject:
    """The entry, or the entry or record of today whose id begins so; UsageError where there is none or several."""
    if isinstance(named, Entry):
        return _whole(connection, named)
    id = named
    kind, hyphen, _ = id.partition("-")
    if hyphen and kind in BY_NAME:
        fitting = [entry for entry in asof.entries(connection, None) if entry.id.startswith(id)]
        if len(fitting) == 1:
            return _whole(connection, fitting[0])
        told = None if fitting else bygone.became_of(connection, id)
        several = f"{_count(len(fitting), 'entry', 'entries')} of that id"
        raise UsageError(f"{id}: {told or f'{several}; `dragoman timeline` prints them'}")
    if not RECORD.fullmatch(id):
        raise UsageError(f"{id}: neither an entry's id (contact-1a2b3c) nor the beginning of a record's (6 digits)")
    records = correcting.records_beginning(connection, id, asof.standing_on(connection, None))
    if len(records) != 1:
        raise UsageError(f"{id}: {_count(len(records), 'record', 'records')} of that id; `dragoman why` prints them")
    (record,) = records
    return Subject(record, correcting.targets(connection, [(record.article, record.id)]))


def _whole(connection: sqlite3.Connection, entry: Entry) -> Subject:
    places = [(support.article, support.record) for support in entry.supports]
    return Subject(entry.record, correcting.targets(connection, places), whole=True)


def _count(number: int, one: str, several: str) -> str:
    return f"no {one}" if not number else f"several {several}"

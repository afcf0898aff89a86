"""Staff's own notes of meetings, read like articles."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from dragoman.app.desk.sheet import Asked, Seen, Sheet
from dragoman.types import Marking

NOTE = "note:"
"""What the address of a note begins with: it has no other."""


class Note(Struct, frozen=True):
    """A note: whose it is, how it is marked, and how many records were found in it."""

    article: str
    title: str
    outlet: str
    day: date | None
    marking: Marking
    records: int


class NotesShown(Struct, frozen=True):
    """The notes, the newest first."""

    notes: tuple[Note, ...]


def make(seen: Seen, asked: Asked) -> NotesShown:
    """The notes that are known on a day."""
    notes = [
        Note(one.id, one.title or one.name, one.outlet, one.published, one.marking, len(seen.index.homes(one.id)))
        for one in seen.index.articles_at(NOTE)
    ]
    return NotesShown(tuple(sorted(notes, key=lambda one: (str(one.day or ""), one.article), reverse=True)))


SHEET = Sheet(
    name="notes",
    path="/notes",
    title="Notes",
    what="The notes that staff made of meetings, each read like an article.",
    make=make,
    shown=NotesShown,
    is_in_menu=True,
    form="note_form.html",
)

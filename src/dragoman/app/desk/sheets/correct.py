"""Where an entry, or one of its records, is corrected by hand: what can be changed, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest

from msgspec import Struct

from dragoman.app.desk.sheet import AskedOf, Seen, Sheet
from dragoman.app.desk.sheets.entry import field_of
from dragoman.app.desk.sheets.lines import Cite, EntryLine, cite_of, entry_line, entry_lines
from dragoman.brief.scene import news_day
from dragoman.corrections.making import AHEAD, OUTCOMES, Subject
from dragoman.corrections.markings import from_on
from dragoman.corrections.values import changeable, choices, how_written, type_of, written
from dragoman.errors import UsageError
from dragoman.kinds.compare import fold
from dragoman.kinds.doers import doers_of
from dragoman.types import Entry, Marking, Record

MOST_LIKELY = 40
"""Entries that are offered as perhaps the same thing."""
DAYS_APART = 400
LONG = 60
"""Characters from which a value is written in more than one line."""


class Changeable(Struct, frozen=True):
    """A field: what it says in words, its value as a person writes it, how that is written, what it can be."""

    name: str
    words: tuple[str, ...]
    value: str
    how: str
    choices: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Whether one line is too little for it."""
        return len(self.value) > LONG


class Part(Struct, frozen=True):
    """A record of the entry: its id and its first words."""

    record: str
    cite: Cite


class CorrectShown(Struct, frozen=True, kw_only=True):
    """What can be decided of an entry, or (`record` is not "") of one of its records.

    `chosen` is the field that is to be changed, "" for none yet; `markings` are those that a correction can have.
    """

    heading: str
    line: EntryLine
    record: str
    fields: tuple[Changeable, ...]
    chosen: str
    parts: tuple[Part, ...]
    alike: tuple[EntryLine, ...]
    outcomes: tuple[str, ...]
    markings: tuple[Marking, ...]


class AskedCorrect(AskedOf, frozen=True, kw_only=True, rename="kebab"):
    """An entry; one of its records, the field that is to be changed."""

    record: str = ""
    field: str = ""


def make(seen: Seen, asked: AskedCorrect) -> CorrectShown | None:
    """What can be decided of the entry as it stands now; None where there is none to be seen."""
    if asked.as_of:
        raise UsageError("as-of: what is corrected is what is known now; leave the day out")
    entry = seen.entries.get(asked.id)
    subject = subject_of(entry, asked.record, seen) if entry else None
    if entry is None or subject is None:
        return None
    names = changeable(subject.record)
    if asked.field and asked.field not in names:
        raise UsageError(f"field: there is none of that name; there are {', '.join(names)}")
    is_of_actors = "Actor" in type_of(subject.record, asked.field)
    return CorrectShown(
        heading="Correct",
        line=entry_line(entry, seen),
        record=asked.record,
        fields=tuple(one_field(subject.record, name) for name in names),
        chosen=asked.field,
        parts=tuple(Part(support.record, cite_of(support, seen)) for support in entry.supports),
        alike=() if asked.record else likely(entry, seen),
        outcomes=OUTCOMES if entry.kind in AHEAD and not asked.record else (),
        markings=from_on(seen.ledger.least_marking(subject.targets, names=is_of_actors), seen.clearance),
    )


def subject_of(entry: Entry, record: str, seen: Seen) -> Subject | None:
    """What a correction of an entry, or of one of its records, is about; None where it has no such record."""
    whole = seen.ledger.subject(entry)
    if not record:
        return whole
    article = next((support.article for support in entry.supports if support.record == record), None)
    found = next((one for one in seen.ledger.records(article) if one.id == record), None) if article else None
    return Subject(found, tuple(t for t in whole.targets if t.record == record)) if found else None


def one_field(record: Record, name: str) -> Changeable:
    """A field as it is changed."""
    value = getattr(record, name)
    shown = field_of(name, value)
    words = (*shown.actors, *shown.words) if value not in (None, (), "") else ()
    return Changeable(name, words, written(value), how_written(record, name), choices(record, name))


def likely(entry: Entry, seen: Seen) -> tuple[EntryLine, ...]:
    """Other entries of its kind that may be the same thing: with the same people, and near in time, first."""
    ours, day = set(_doers(entry)), news_day(entry)

    def rank(other: Entry) -> tuple[int, int]:
        then = news_day(other)
        apart = abs((then - day).days) if then and day else DAYS_APART
        return (-len(ours & set(_doers(other))), apart)

    others = (one for one in seen.scene.files.filed(entry.kind) if one.id != entry.id)
    near = nsmallest(MOST_LIKELY, others, key=lambda one: (rank(one), one.id))
    return entry_lines(near, seen)


def _doers(entry: Entry) -> Iterator[str]:
    return (fold(actor.name) for actor in doers_of(entry.record)[0])


SHEET = Sheet(
    name="correct",
    path="/entry/{id}/correct",
    title="Correct",
    what="What can be corrected of an entry or a record by hand, and how it is written; for who may write.",
    make=make,
    shown=CorrectShown,
    asked=AskedCorrect,
    needs="write",
)

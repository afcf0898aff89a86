"""One entry: what is known of a thing, who says so in which words, how it came about, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.app.desk.sheet import AskedOf, Seen, Sheet
from dragoman.app.desk.sheets.accounts import Difference, LeftOut, difference, left_out
from dragoman.app.desk.sheets.lines import Cite, EntryLine, cite_of, entry_line, in_time
from dragoman.brief.phrases import duration_words
from dragoman.brief.scene import seen_by
from dragoman.kinds import AnyRecord
from dragoman.kinds.factuality import Factuality
from dragoman.kinds.windows import length_in_words
from dragoman.types import Actor, ByHand, Ruling, State, Term, Verdict, When

NOT_LISTED = frozenset({"id", "article", "evidence", "rule", "spans", "duration_mod"})
"""Fields that a reader has no use for, or that stand elsewhere on the page."""

LENGTHS = frozenset({"duration", "latency"})


class Support(Struct, frozen=True):
    """A record that speaks for the entry: its id, whose text it stands in, and its words."""

    record: str
    origin: str
    side: str | None
    seen: date | None
    cites: tuple[Cite, ...]


class Field(Struct, frozen=True):
    """What a record says in one of its fields, as words; `actors` are names that have a page."""

    name: str
    words: tuple[str, ...]
    actors: tuple[str, ...] = ()


class EntryShown(Struct, frozen=True, kw_only=True):
    """An entry with all that it rests on."""

    heading: str
    line: EntryLine
    record: AnyRecord
    fields: tuple[Field, ...]
    corroboration: str
    origins: tuple[str, ...]
    supports: tuple[Support, ...]
    history: tuple[State, ...]
    differences: tuple[Difference, ...]
    left_out: tuple[LeftOut, ...]
    by_hand: tuple[ByHand, ...]
    ruling: Ruling | None
    verdict: Verdict | None
    decided_by: EntryLine | None
    first_seen: date | None
    last_seen: date | None


def make(seen: Seen, asked: AskedOf) -> EntryShown | None:
    """The entry of that id; None where there is none to be seen."""
    entry = seen.entries.get(asked.id)
    if entry is None:
        return None
    verdict = seen.scene.verdict(entry)
    entry = seen_by(entry, seen.scene.view.as_of)
    decider = seen.entries.get(verdict.decided_by) if verdict and verdict.decided_by not in (None, entry.id) else None
    record: Any = entry.record
    return EntryShown(
        heading=entry.kind.replace("_", "-").capitalize(),
        line=entry_line(entry, seen),
        record=record,
        fields=fields_of(record),
        corroboration=entry.corroboration,
        origins=entry.origins,
        supports=tuple(
            Support(s.record, s.origin, s.side, s.seen, tuple(cite_of(s, seen, n) for n in range(len(s.evidence))))
            for s in entry.supports
        ),
        history=in_time(entry.history),
        differences=tuple(difference(dispute, seen) for dispute in entry.disputes),
        left_out=tuple(left_out(omission, seen) for omission in entry.omissions),
        by_hand=entry.by_hand,
        ruling=entry.ruling,
        verdict=verdict,
        decided_by=entry_line(decider, seen) if decider else None,
        first_seen=entry.first_seen,
        last_seen=entry.last_seen,
    )


def fields_of(record: Struct) -> tuple[Field, ...]:
    """The fields that hold something, in the order of the kind."""
    held = ((name, getattr(record, name)) for name in record.__struct_fields__ if name not in NOT_LISTED)
    fields = tuple(
        field_of(name.replace("_", " "), value) for name, value in held if value not in (None, (), "", False)
    )
    mod = getattr(record, "duration_mod", None)
    if not mod:
        return fields
    hedged = Field("duration", (length_in_words(str(getattr(record, "duration", "")), mod),))
    return tuple(hedged if field.name == "duration" else field for field in fields)


def field_of(name: str, value: object) -> Field:
    """One field as words."""
    several = value if isinstance(value, tuple) else (value,)
    if name in LENGTHS:
        return Field(name, tuple(duration_words(str(one)) for one in several))
    actors = tuple(one.name for one in several if isinstance(one, Actor))
    words = tuple(words_of(one) for one in several if not isinstance(one, Actor))
    return Field(name, words, tuple(dict.fromkeys(actors)))


def words_of(value: object) -> str:
    """A value of a field as a reader would write it."""
    match value:
        case str():
            return value.replace("_", " ") if value.islower() and " " not in value else value
        case When():
            days = " to ".join(dict.fromkeys(str(day) for day in (value.start, value.end) if day))
            return f"{days} (“{value.text}”)" if days else f"“{value.text}”"
        case Term():
            details = ", ".join(
                [value.type.replace("_", " "), *([value.duration] if value.duration else []), *value.scope]
            )
            return f"“{value.text}” ({details})"
        case Factuality():
            on = f", on “{value.on}”" if value.on else ""
            told = ", ".join(f"“{cue.quote}”" for cue in value.cue)
            return value.value.replace("_", " ") + on + (f" ({told})" if told else "")
        case bool():
            return "yes" if value else "no"
    return str(value) if isinstance(value, int | float | date) else msgspec.json.encode(value).decode()


SHEET = Sheet(
    name="entry",
    path="/entry/{id}",
    title="Entry",
    what="An entry: its fields, the records that speak for it with their words, its history, disputes and verdict.",
    make=make,
    shown=EntryShown,
    asked=AskedOf,
    form="entry_form.html",
)

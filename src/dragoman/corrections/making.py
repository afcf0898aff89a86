"""From what a person asks for to a correction, checked: what can't be done is refused with the reason."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import get_args

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dragoman.corrections.markings import TOP
from dragoman.corrections.nouns import (
    Amend,
    AnyDeed,
    Confirm,
    Correction,
    Divide,
    Judge,
    Rename,
    Target,
    TellApart,
    Undo,
    Unite,
    Withdraw,
)
from dragoman.corrections.values import can_be, changeable, how_written, read_value, type_of
from dragoman.errors import UsageError
from dragoman.types import Marking, Outcome, Record, When

OUTCOMES: tuple[str, ...] = get_args(Outcome)


class Signed(Struct, frozen=True):
    """Who decides, when (with a time zone), and why; who may see it, and what the one who decides may see."""

    by: str
    at: datetime
    reason: str
    marking: Marking | None = None
    sight: Marking = TOP


class Subject(Struct, frozen=True):
    """What a correction is about: one record, or an entry by the records it was made of.

    `record` is the record, or what the entry's records say together; `whole` tells an entry from a record.
    """

    record: Record
    targets: tuple[Target, ...]
    whole: bool = False

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return str(self.record.__struct_config__.tag)


def signed(deed: AnyDeed, signature: Signed) -> Correction:
    """The correction, under the hash of all it says. UsageError where nobody signs it or no reason is given."""
    by, reason = " ".join(signature.by.split()), " ".join(signature.reason.split())
    if not by:
        raise UsageError("a correction needs the name of who makes it: --by NAME")
    if not reason:
        raise UsageError("a correction needs a reason: --reason 'why it is so'")
    if signature.at.tzinfo is None:
        raise UsageError(f"{signature.at}: the time of a correction needs a time zone")
    made = Correction(
        by=by, at=signature.at, reason=reason, deed=deed, marking=signature.marking, sight=signature.sight
    )
    return replace(made, id="c-" + hashlib.sha256(msgspec.json.encode(made, order="deterministic")).hexdigest()[:12])


def amend(subject: Subject, field: str, words: str) -> Amend:
    """Another value for a field, in JSON or in plain words (see `read_value`).

    UsageError for a field that the kind doesn't have, or a value that it can't hold.
    """
    known = changeable(subject.record)
    if field not in known:
        raise UsageError(f"{field}: {subject.kind} has no field of that name to change; it has {', '.join(known)}")
    was = getattr(subject.record, field)
    plain = msgspec.to_builtins(subject.record)
    wanted = {**plain, field: msgspec.to_builtins(read_value(words, was, type_of(subject.record, field)))}
    try:
        value = getattr(msgspec.convert(wanted, type=type(subject.record)), field)
    except msgspec.ValidationError:
        asked = how_written(subject.record, field)
        raise UsageError(f"{field}={words}: {subject.kind} can't have that value; write {asked}") from None
    if not can_be(field, value):
        raise UsageError(f"{field}={words}: this is no length; write {how_written(subject.record, field)}")
    if value == was or (isinstance(value, When) and isinstance(was, When) and _days_of(value) == _days_of(was)):
        raise UsageError(f"{field}: it is {words} already; to say that it is right, confirm it")
    return Amend(subject.targets, field, _json(value), _json(was), subject.whole)


def _days_of(when: When) -> tuple[date | None, date | None]:
    return when.start, when.end


def _json(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()


def confirm(subject: Subject) -> Confirm:
    """A person has looked and found it right."""
    return Confirm(subject.targets)


def withdraw(subject: Subject) -> Withdraw:
    """It is wrong: nothing is to be made of its records."""
    return Withdraw(subject.targets)


def unite(one: Subject, other: Subject) -> Unite:
    """Two entries, or records, are of one thing. UsageError where they are of two kinds, or one already."""
    if one.kind != other.kind:
        raise UsageError(f"a {one.kind} and a {other.kind} can't be one thing: an entry is of one kind")
    if set(one.targets) & set(other.targets):
        raise UsageError("they are one entry already")
    return Unite(one.targets, other.targets)


def divide(entry: Subject, records: Sequence[Target]) -> Divide:
    """Some records of an entry are of another thing. UsageError where none of the others would be left."""
    ids = {target.record for target in records}
    out = tuple(target for target in entry.targets if target.record in ids)
    rest = tuple(target for target in entry.targets if target.record not in ids)
    if len(out) < len(ids) or not out:
        raise UsageError("a record that is to be split off must be one of the entry's; `dragoman why ENTRY` lists them")
    if not rest:
        raise UsageError("these are all the records of the entry: there is nothing to split them from")
    return Divide(out, rest)


def rename(name: str, to: str, side: str | None = None) -> Rename:
    """Everybody of that name is called otherwise. UsageError where both are the same."""
    if not name.strip() or not to.strip() or name.strip() == to.strip():
        raise UsageError(f"{name!r} to {to!r}: give two different names")
    return Rename(name.strip(), to.strip(), side)


def tell_apart(name: str, other: str) -> TellApart:
    """Two names are two actors. UsageError where they are one and the same name."""
    if not name.strip() or not other.strip() or name.strip() == other.strip():
        raise UsageError(f"{name!r} and {other!r}: give two different names")
    return TellApart(name.strip(), other.strip())


def judge(subject: Subject, outcome: str, by: Subject | None = None, on: date | None = None) -> Judge:
    """What became of it. UsageError for a word that is no outcome, or for a kind that looks at nothing ahead."""
    if outcome not in OUTCOMES:
        raise UsageError(f"{outcome}: no such outcome; there are {', '.join(OUTCOMES)}")
    if subject.kind not in AHEAD:
        raise UsageError(f"nothing is to come of a {subject.kind}: only of {', '.join(sorted(AHEAD))}")
    return Judge(subject.targets, outcome, by.targets if by else (), on)  # type: ignore[arg-type]  # asked above


AHEAD = frozenset({"forecast", "pledge", "contact", "agreement"})
"""Kinds of which something can be expected."""


def undo(correction: str, known: Sequence[Correction]) -> Undo:
    """An earlier correction, by the beginning of its id, no longer holds. UsageError where none or several fit."""
    fitting = [one.id for one in known if one.id.startswith(correction)]
    if correction in fitting:
        fitting = [correction]
    if len(fitting) != 1:
        what = "no correction" if not fitting else f"{len(fitting)} corrections"
        raise UsageError(f"{correction}: {what} of that id; `dragoman corrections` lists them")
    return Undo(fitting[0])

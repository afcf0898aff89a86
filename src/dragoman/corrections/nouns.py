"""What a person can decide about records, entries and names, and what is kept of it.

A correction is added and never changed; undoing one is another correction. It names records by what they are and by
the words that they stand on, so that it finds them again when their article is read anew or comes out corrected.
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from dragoman.types import Marking, Outcome, Record


class Target(Struct, frozen=True):
    """A record as a correction finds it again: by its id, else by kind and words on the same page.

    `page` is the URL of its article, empty where it has none. `quote` is its first evidence, `line` the record as one
    line, which tells two records on the same words apart.
    """

    record: str
    article: str
    page: str
    kind: str
    quote: str
    line: str


class Deed(Struct, frozen=True, tag_field="deed"):
    """What is decided."""


class Amend(Deed, frozen=True, tag="amend"):
    """A field has another value, as JSON; `was` is the one it had.

    Of a single record it's changed before merging. Of an entry (`whole`) it is the value of what its records say
    together, and each record keeps its own.
    """

    of: tuple[Target, ...]
    field: str
    value: str
    was: str
    whole: bool


class Confirm(Deed, frozen=True, tag="confirm"):
    """A person has looked: these records, or the entry they make, are right."""

    of: tuple[Target, ...]


class Withdraw(Deed, frozen=True, tag="withdraw"):
    """These records are wrong: nothing is made of them."""

    of: tuple[Target, ...]


class Unite(Deed, frozen=True, tag="unite"):
    """The records of two entries tell of one thing."""

    one: tuple[Target, ...]
    other: tuple[Target, ...]


class Divide(Deed, frozen=True, tag="divide"):
    """The records `out` tell of another thing than those they were merged with."""

    out: tuple[Target, ...]
    rest: tuple[Target, ...]


class Rename(Deed, frozen=True, tag="rename"):
    """Everybody called `name` (of one side only, where `side` is given) is `to`: another name, or another's name."""

    name: str
    to: str
    side: str | None = None


class TellApart(Deed, frozen=True, tag="tell_apart"):
    """Two names are two actors, however like they look."""

    name: str
    other: str


class Judge(Deed, frozen=True, tag="judge"):
    """What became of a forecast, a pledge or a plan; `by` are the records of the entry that shows it, if one does."""

    of: tuple[Target, ...]
    outcome: Outcome
    by: tuple[Target, ...] = ()
    on: date | None = None


class Undo(Deed, frozen=True, tag="undo"):
    """An earlier correction no longer holds; it may itself be an undoing."""

    correction: str


AnyDeed = Amend | Confirm | Withdraw | Unite | Divide | Rename | TellApart | Judge | Undo


class Correction(Struct, frozen=True, kw_only=True):
    """A decision of a person: who, when (with a time zone), why, and what; known from the day of `at`.

    `id` is the hash of the rest; `dragoman.corrections.making` sets it. It is for who may see `marking` and all
    articles that it names (None: it bears none of its own, see `markings.own_marking`). `sight` is the clearance of who
    made it: of an entry with records from beyond that it changes nothing, for it was made without sight of them.
    """

    id: str = ""
    by: str
    at: datetime
    reason: str
    deed: AnyDeed
    marking: Marking | None = None
    sight: Marking = "RED"


class Corrected(Struct, frozen=True):
    """A record after the corrections: None where it was withdrawn; `notes` are the ids of those that changed it."""

    read: Record
    record: Record | None
    notes: tuple[str, ...]


class Kept(Struct, frozen=True):
    """A record as it goes into merging: the hash of its JSON as read, what it says now, the ids of its corrections."""

    key: str
    record: Record
    notes: tuple[str, ...] = ()


Place = tuple[str, str]
"""A record in the ledger: the id of its article, and its own."""


class Bound(Struct, frozen=True):
    """A correction that is about entries, and the records that its targets stand for; `other` as in its deed."""

    correction: Correction
    one: frozenset[Place]
    other: frozenset[Place] = frozenset()

"""What people decided by hand: all of it, and one decision with what undoes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from dragoman.app.deciding import marked
from dragoman.app.desk.sheet import Asked, AskedOf, Seen, Sheet
from dragoman.app.desk.sheets.lines import EntryLine, entry_line
from dragoman.corrections import Correction
from dragoman.corrections.nouns import Amend, Undo
from dragoman.corrections.standing import targets_of, undone_by
from dragoman.corrections.words import deed_words
from dragoman.types import Marking


class Decision(Struct, frozen=True, kw_only=True):
    """A correction: what it does in words, who made it, when and why, what undid it ("" while it holds).

    `was` and `value` are, as JSON, what a `field` was before and is now; `about` are the words it concerns, `entry` the
    entry where these are now ("" where nothing is made of them).
    """

    id: str
    what: str
    deed: str
    by: str
    at: datetime
    reason: str
    marking: Marking
    undone_by: str
    undoes: str
    field: str
    was: str
    value: str
    about: tuple[str, ...]
    entry: str


class HandShown(Struct, frozen=True, kw_only=True):
    """The corrections, the last first; `more` are left out."""

    decisions: tuple[Decision, ...]
    holding: int
    more: int


class DecisionShown(Struct, frozen=True, kw_only=True):
    """One correction; `line` is the entry where its records are now."""

    heading: str
    decision: Decision
    line: EntryLine | None


class AskedHand(Asked, frozen=True, kw_only=True, rename="kebab"):
    """How many corrections."""

    limit: Annotated[int, Meta(ge=1, le=5000)] = 200


def make(seen: Seen, asked: AskedHand) -> HandShown:
    """The corrections of a day, undone ones and undoings among them."""
    several = decisions(seen, asked)
    shown = tuple(reversed(several))[: asked.limit]
    holding = sum(not one.undone_by and not one.undoes for one in several)
    return HandShown(decisions=shown, holding=holding, more=len(several) - len(shown))


def make_one(seen: Seen, asked: AskedOf) -> DecisionShown | None:
    """One correction; None where there is none to be seen."""
    decision = next((one for one in decisions(seen, asked) if one.id == asked.id), None)
    if decision is None:
        return None
    entry = seen.entries.get(decision.entry)
    return DecisionShown(heading="By hand", decision=decision, line=entry_line(entry, seen) if entry else None)


def decisions(seen: Seen, asked: Asked) -> tuple[Decision, ...]:
    """All corrections that were made by a day, in the order of making."""
    day = asked.as_of
    made = [one for one in seen.ledger.corrections() if day is None or one.at.date() <= day]
    undone, markings = undone_by(made), marked(seen.ledger)
    return tuple(decision(one, seen, undone, markings[one.id]) for one in made)


def decision(one: Correction, seen: Seen, undone: Mapping[str, str], marking: Marking) -> Decision:
    """A correction as the pages show it."""
    targets = targets_of(one.deed)
    homes = (seen.home(target.article, target.record) for target in targets)
    return Decision(
        id=one.id,
        what=deed_words(one.deed),
        deed=str(one.deed.__struct_config__.tag),
        by=one.by,
        at=one.at,
        reason=one.reason,
        marking=marking,
        undone_by=undone.get(one.id, ""),
        undoes=one.deed.correction if isinstance(one.deed, Undo) else "",
        field=one.deed.field if isinstance(one.deed, Amend) else "",
        was=one.deed.was if isinstance(one.deed, Amend) else "",
        value=one.deed.value if isinstance(one.deed, Amend) else "",
        about=tuple(dict.fromkeys(target.quote for target in targets)),
        entry=next(filter(None, homes), ""),
    )


SHEET = Sheet(
    name="hand",
    path="/corrections",
    title="By hand",
    what="What people corrected, confirmed, united, divided, renamed and judged: who, when, why, what it was.",
    make=make,
    shown=HandShown,
    asked=AskedHand,
    is_in_menu=True,
)
SHEET_OF_ONE = Sheet(
    name="correction",
    path="/correction/{id}",
    title="By hand",
    what="One decision by hand, what it was before, and whether it still holds.",
    make=make_one,
    shown=DecisionShown,
    asked=AskedOf,
    form="undo_form.html",
)

"""Which corrections hold: those that no later one that holds has undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

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


def standing(corrections: Sequence[Correction], as_of: date | None = None) -> tuple[Correction, ...]:
    """The corrections that hold on a day (None: all that were made), without undoings, in the order of making.

    `corrections` are in the order in which they were added. What a person did on a day is known on that day.
    """
    known = [one for one in corrections if as_of is None or one.at.date() <= as_of]
    undone: set[str] = set()
    held: list[Correction] = []
    for one in reversed(known):
        if one.id in undone:
            continue
        if isinstance(one.deed, Undo):
            undone.add(one.deed.correction)
        else:
            held.append(one)
    return tuple(reversed(held))


def undone_by(corrections: Sequence[Correction]) -> dict[str, str]:
    """The id of each correction that no longer holds, and that of the undoing that did it."""
    undone: dict[str, str] = {}
    for one in reversed(corrections):
        if one.id not in undone and isinstance(one.deed, Undo):
            undone.setdefault(one.deed.correction, one.id)
    return undone


def targets_of(deed: AnyDeed) -> tuple[Target, ...]:
    """The records that a deed names."""
    match deed:
        case Amend() | Confirm() | Withdraw():
            return deed.of
        case Judge():
            return (*deed.of, *deed.by)
        case Unite():
            return (*deed.one, *deed.other)
        case Divide():
            return (*deed.out, *deed.rest)
        case Rename() | TellApart() | Undo():
            return ()


def is_about_names(correction: Correction) -> bool:
    """Whether it can change any record of the ledger, not only those that it names."""
    return isinstance(correction.deed, Rename | TellApart)


def is_about_entries(correction: Correction) -> bool:
    """Whether it acts on what is merged, rather than on each record before."""
    deed = correction.deed
    return isinstance(deed, Unite | Divide | Judge | Confirm) or (isinstance(deed, Amend) and deed.whole)


def about_names(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those that are about names."""
    return tuple(one for one in corrections if is_about_names(one))

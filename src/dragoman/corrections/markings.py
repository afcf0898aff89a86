"""Who may see a correction, and of what its maker could see all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from dragoman.corrections.nouns import Correction, Undo
from dragoman.corrections.standing import is_about_names, targets_of
from dragoman.types import Marking

MARKINGS: tuple[Marking, ...] = get_args(Marking)
"""The markings of the Traffic Light Protocol 2.0, the most open first."""
TOP: Marking = MARKINGS[-1]


def highest(markings: Iterable[Marking]) -> Marking:
    """The most closed of some markings; CLEAR of none."""
    return max(markings, key=MARKINGS.index, default=MARKINGS[0])


def lowest(markings: Iterable[Marking]) -> Marking | None:
    """The most open of some markings; None of none."""
    return min(markings, key=MARKINGS.index, default=None)


def from_on(marking: Marking, clearance: Marking = TOP) -> tuple[Marking, ...]:
    """The markings from one on up to a clearance, the most open first."""
    return MARKINGS[MARKINGS.index(marking) : MARKINGS.index(clearance) + 1]


def is_within(marking: Marking, clearance: Marking) -> bool:
    """Whether who has that clearance may see what is marked so."""
    return MARKINGS.index(marking) <= MARKINGS.index(clearance)


def own_marking(correction: Correction) -> Marking:
    """The marking that a correction bears itself, whatever it names.

    One about names names no article that could say who may see it: made without a marking, as earlier versions of the
    program did, it is for who may see everything.
    """
    return correction.marking or (TOP if is_about_names(correction) else MARKINGS[0])


def effective_markings(corrections: Iterable[Correction], articles: Mapping[str, Marking]) -> Mapping[str, Marking]:
    """Id to marking of some corrections in the order of making: no lower than what each names. `articles` by id."""
    made: dict[str, Marking] = {}
    for one in corrections:
        named = [articles.get(target.article, TOP) for target in targets_of(one.deed)]
        undone = [made.get(one.deed.correction, TOP)] if isinstance(one.deed, Undo) else []
        made[one.id] = highest([own_marking(one), *named, *undone])
    return made

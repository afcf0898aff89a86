"""Who is at talks that somebody makes others have: "mediates between A and B", "brought A and B together"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.kinds.somebody import is_somebody
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TOGETHER = "contact.bring"


def brought(annotated: Annotated, verb: Token, rule: str, who: list[Token]) -> list[Token]:
    """Those who go between others and these others; empty where nobody is named on one of the two sides."""
    others = objects(verb) if rule == TOGETHER else prepositional(verb, ("between", "among"))
    if is_between_sides(annotated, verb):
        return who
    if not (who and others) or not all(is_somebody(annotated, token) for token in others):
        return []
    if rule == TOGETHER and not (_is_told_of_a_day(verb) and all(is_somebody(annotated, token) for token in who)):
        return []
    return [*who, *others]


def _is_told_of_a_day(verb: Token) -> bool:
    """ "Brought them together", "wants to bring them together"; "the alliance brings them together" is how it is."""
    return verb.tag_ in {"VBD", "VBN", "VB"}


SIDES = frozenset(
    {"side", "party", "camp", "neighbour", "neighbor", "rival", "foe", "enemy", "faction", "country", "adversary"}
)
"""Words for those between whom one goes, who are named elsewhere."""


def is_between_sides(annotated: Annotated, verb: Token) -> bool:
    """ "Are mediating between the two camps": between sides of whom the words don't tell who they are."""
    others = prepositional(verb, ("between", "among")) if verb.lemma_ == "mediate" else []
    return bool(others) and all(t.lemma_ in SIDES and not is_somebody(annotated, t) for t in others)

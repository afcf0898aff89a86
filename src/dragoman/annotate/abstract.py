"""Nouns for groups that here are none: "opposition to the plan", "casualty figures", "a veto power"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Token

AIMED = {
    "opposition": frozenset({"to", "against"}),
    "movement": frozenset({"of", "toward", "towards", "between", "across", "into", "from", "on", "in"}),
}
"""Prepositions after which the noun is a deed or a condition."""
GREAT = frozenset({"major", "world", "great", "regional", "foreign", "occupying", "nuclear", "colonial", "western"})
"""What a power is that acts: "the occupying power"."""
LEADING = frozenset(
    {"political", "senior", "leading", "public", "religious", "military", "top", "key", "prominent", "influential"}
    | {"opposition", "government", "party", "rebel", "establishment", "business", "cultural", "major", "central"}
)
"""What a figure is that acts: "a senior figure"; "casualty figures" are numbers."""


def is_abstract(noun: Token) -> bool:
    """Whether a noun that may stand for people or a body is a deed, a right or a number here."""
    lemma = noun.lemma_.lower()
    beside = {kid.lower_ for kid in noun.lefts if kid.dep_ in {"amod", "compound", "nmod"}}
    if lemma == "figure":
        return not beside & LEADING
    if lemma == "power" and noun.tag_ == "NN":
        return not beside & GREAT
    first = next((kid for kid in noun.rights if kid.dep_ == "prep" and kid.i == noun.i + 1), None)
    if first is None or first.lower_ not in AIMED.get(lemma, frozenset()):
        return False
    return lemma != "movement" or not any(kid.text[:1].isupper() for kid in first.children)  # "Movement of the North"

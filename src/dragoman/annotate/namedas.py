"""The name that a noun is given at once: "the alliance, known as the Northern Council"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Token

NAMING = frozenset({"know", "call", "name", "dub"})
"""Participles that lead from a noun to the name of what it means."""
GIVEN = frozenset({"pobj", "oprd", "dobj", "attr"})


def named_as(noun: Token) -> tuple[Token, ...]:
    """The words of the name by which the noun is said to be known; none where it is given none."""
    return tuple(
        word
        for kid in noun.rights
        if kid.dep_ in {"acl", "relcl"} and kid.tag_ == "VBN" and kid.lemma_ in NAMING
        for below in kid.rights
        for word in (below, *below.rights)
        if word.dep_ in GIVEN and word.tag_.startswith("NNP")
    )

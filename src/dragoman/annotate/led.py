"""Whose somebody is who leads a state's people: "a Kenyan delegation led by President Ana Torv"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.annotate.mentions import Named
    from dragoman.parsed import Doc

LEADING = frozenset({"lead", "head", "chair"})
SENT_OUT = frozenset({"delegation", "team", "mission", "party", "side", "group"})
"""Nouns for those who are sent to talk, of whom one leads."""


def side_led(doc: Doc, named: Named, by_token: Mapping[int, Named]) -> str | None:
    """The state whose delegation a person is told to lead; None where none is told, or it stands without a state."""
    by = doc[named.first : named.last].root.head
    verb = by.head
    if named.kind != "person" or by.lower_ != "by" or verb.lemma_ not in LEADING or verb.dep_ not in {"acl", "advcl"}:
        return None
    noun = verb.head
    if noun.lemma_.lower() not in SENT_OUT:
        return None
    states = (by_token.get(kid.i) for kid in noun.lefts if kid.dep_ in {"amod", "compound", "nmod", "poss"})
    return next((one.known.side for one in states if one and one.known and one.known.kind == "state"), None)

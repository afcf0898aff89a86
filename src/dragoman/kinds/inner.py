"""Consultations of one side with itself: "after consultations with his cabinet", "in consultation with Congress"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.kinds.dated import has_own_day
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

CONSULTING = frozenset({"consultation", "consult"})


def is_inner(annotated: Annotated, event: Token, parties: tuple[Actor, ...]) -> bool:
    """Whether a consultation is one of a side with its own organs, or only how something is done.

    "Held consultations with her generals" and "decided in consultation with the governors" are no talks; "after
    consultations with the Chadian envoys" are.
    """
    if event.lemma_.lower() not in CONSULTING or len({party.side for party in parties if party.side}) > 1:
        return False
    others = prepositional(event, ("with",)) or (objects(event) if event.pos_ == "VERB" else [])
    organs = load_lexicon().words("kinds/contact_words", "inner")
    if any(other.lemma_.lower() in organs for other in others[:1]):
        return True
    return _are_of_one_side(parties) or (_is_manner(event) and not has_own_day(annotated, event))


def _are_of_one_side(parties: tuple[Actor, ...]) -> bool:
    """ "Haddad and his generals"; two persons of one side may talk for two camps."""
    sides = {party.side for party in parties}
    return len(parties) > 1 and len(sides) == 1 and None not in sides and any(p.kind != "person" for p in parties)


def _is_manner(noun: Token) -> bool:
    """ "In close consultation with", "following consultation with": a bare noun, which counts no talks."""
    is_bare = noun.tag_ == "NN" and not any(c.dep_ in {"det", "poss", "nummod"} for c in noun.lefts)
    return is_bare and noun.dep_ == "pobj"

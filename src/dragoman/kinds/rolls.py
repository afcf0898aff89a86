"""Rolls of those who took part, told after the contact.

"Participants in the call included A and B": who "northern leaders" of the sentence before are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import mention_at, objects
from dragoman.annotate.status import whole_of
from dragoman.kinds.listed import listed_after
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

GOING = frozenset({"participant", "attendee", "participation"})
"""Nouns for those who are at a contact: "participants in the call"."""
COUNTING = frozenset({"include", "comprise"})


def _is_person(annotated: Annotated, token: Token) -> bool:
    mention = mention_at(annotated, token)
    named = mention is not None and mention.form == "name" and mention.head == token.i
    return named and mention is not None and annotated.actors[mention.actors[0]].kind == "person"


def roll_of(annotated: Annotated, contact: Token) -> list[Token]:
    """Those whom a verb counts up as having been at a contact told before; none where the noun has no roll.

    "The meeting included: A and B", "participants in the call included A and B".
    """
    whole = whole_of(contact)
    people = whole.head.head if whole.dep_ == "pobj" and whole.head.lower_ in {"in", "at", "on"} else None
    is_people = people is not None and people.lemma_.lower() in GOING
    subject = people if is_people and people is not None else whole
    verb = subject.head
    if subject.dep_ != "nsubj" or verb.lemma_ not in COUNTING or not any(c.lower_ == "the" for c in whole.lefts):
        return []
    counted = [t for o in objects(verb) for t in (o, *o.conjuncts) if _is_person(annotated, t)]
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    opening = next((mark for mark in behind if mark.text == ":"), verb)
    listed = [t for t in listed_after(annotated, opening) if _is_person(annotated, t)]
    return list(dict.fromkeys([*counted, *listed]))

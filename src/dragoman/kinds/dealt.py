"""Contacts told by what was done: "has worked with Qatar and Egypt", "held consultations on the plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, is_passive
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

PERFECT = frozenset({"VBN", "VBG"})
"""Tags of a verb in "has worked", "was working", "has been working"."""
TO_COME = frozenset({"will", "would", "should", "must", "can", "could", "may", "might", "'ll", "’ll", "shall"})


def has_dealt(annotated: Annotated, verb: Token, others: list[Token]) -> bool:
    """Whether one has worked or is working with a state, a body or a person by name.

    Not what one does as a rule ("works with"), will do or is asked to do, and not with "partners" alone.
    """
    if is_passive(verb) or not _is_under_way(verb):
        return False
    return any(actor.kind != "group" or actor.side for actor in actors_at(annotated, others))


def _is_under_way(verb: Token) -> bool:
    """ "Has worked", "is working", "worked"; of "continues to work" the verb above."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.lower_ in TO_COME or c.lower_ == "to" for c in auxiliaries):
        return False
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ in PERFECT and any(c.lemma_ in {"have", "be"} for c in auxiliaries)


OF_ONE = "contact.session"
"""The row of what is held by one of whom alone the text tells."""
HOLDING = frozenset({"hold", "convene", "chair", "conduct"})
SESSIONS = frozenset({"consultation", "meeting", "session"})


def is_held_by_one(noun: Token, parties: tuple[Actor, ...]) -> bool:
    """ "The president held consultations on the plan": that somebody met, though nobody says with whom."""
    verb = noun.head
    is_any = not any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "no"} for c in noun.lefts)
    is_done = noun.dep_ == "dobj" and verb.lemma_ in HOLDING and verb.tag_ in {"VBD", "VBN", "VBG", "VB"}
    return (
        noun.lemma_ in SESSIONS and is_any and is_done and len(parties) == 1 and parties[0].kind in {"person", "state"}
    )

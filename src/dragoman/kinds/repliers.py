"""Who answers where the answer is a noun ("Chad's reply to the offer"), or weighs an offer where no agent is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import actors_at, prepositional, subjects
from dragoman.kinds.frames import speakers_at
from dragoman.kinds.wielding import actors_of, owners
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token


def repliers(annotated: Annotated, noun: Token) -> tuple[Actor, ...]:
    """Whose an answer is: "from Chad", "Chad's", else those who hand it over."""
    named = actors_at(annotated, prepositional(noun, ("from", "by")))
    own = named or tuple(a for t in owners(annotated, noun, ("from", "by", "of")) for a in actors_of(annotated, t))
    return own or (actors_at(annotated, subjects(noun.head)) if noun.dep_ == "dobj" else ())


def is_being_weighed(verb: Token) -> bool:
    """ "The offer is being studied": by those who say so, where nobody else is named."""
    helped = any(c.lower_ == "being" for c in verb.children)
    return verb.tag_ == "VBN" and helped


def weighers(annotated: Annotated, verb: Token) -> tuple[Actor, ...]:
    """Who says that an offer is being weighed, where no agent is named; else nobody."""
    named = any(c.dep_ == "agent" for c in verb.children)
    return speakers_at(annotated, verb.idx) if is_being_weighed(verb) and not named else ()

"""Who talks with those who alone are named: "Iran's reply left room for talks with Washington", said of Iran."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dragoman.annotate.clauses import VERBAL, actors_at, prepositional, subjects
from dragoman.annotate.kept import kept
from dragoman.annotate.status import whole_of
from dragoman.annotate.voices import author
from dragoman.kinds.absent import stays_away
from dragoman.kinds.voice import voice_at
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TALKS = frozenset({"talk", "negotiation", "dialogue", "diplomacy", "discussion", "consultation", "meeting", "summit"})
TOLD = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
COMING = frozenset({"come", "return", "sit"})
"""What somebody is called on to do about talks: "come to the table for talks"."""
CALLING = frozenset({"call", "urge", "press", "ask", "want", "encourage", "invite"})
MAIN = 2
"""How many sides an article is about."""


def other_party(annotated: Annotated, noun: Token, parties: tuple[Actor, ...]) -> Actor | None:
    """The state that talks with the only party that the words name; None where the text doesn't tell.

    Whose deed or answer the sentence tells, else whose words it is; of others' talks nobody speaks as "talks with X".
    """
    if len(parties) != 1 or parties[0].side is None or parties[0].kind == "group" or noun.lemma_.lower() not in TALKS:
        return None
    verb, whole = _verb_above(noun), whole_of(noun)
    is_told = whole.dep_ in TOLD or (whole.dep_ == "pobj" and whole.head.head.pos_ == "NOUN")
    if (not is_told and not _is_called_for(verb)) or (verb is not None and stays_away(verb)):
        return None
    if not any(prepositional(n, ("with",)) for n in (noun, whole)) and not _is_called_for(verb):
        return None
    owners = [c for t in (subjects(verb) if verb is not None else []) for c in t.lefts if c.dep_ == "poss"]
    main = main_sides(annotated)
    speaking = [voice_at(annotated, noun.idx), author(annotated)]
    spoken = [one for one in speaking if one is not None and one.kind in {"person", "state"} and one.side in main]
    found = [*actors_at(annotated, owners), *spoken]
    return next((_state_of(actor, parties[0]) for actor in found if actor.side and actor.side != parties[0].side), None)


def _verb_above(noun: Token) -> Token | None:
    return next((t for t in noun.ancestors if t.pos_ in VERBAL), None)


def _is_called_for(verb: Token | None) -> bool:
    """ "Call on Kenya to come to the table for talks": with those who call."""
    if verb is None or verb.lemma_.lower() not in COMING or verb.tag_ != "VB":
        return False
    return verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_ in CALLING


@kept()
def main_sides(annotated: Annotated) -> frozenset[str]:
    """The two sides that the article names most, its own issuer among them."""
    counts: Counter[str] = Counter()
    for mention in annotated.mentions:
        counts.update({side for i in mention.actors if (side := annotated.actors[i].side)})
    issuer = author(annotated)
    return frozenset({side for side, _ in counts.most_common(MAIN)} | ({issuer.name} if issuer else set()))


def _state_of(actor: Actor, other: Actor) -> Actor:
    """The state for which somebody speaks; of a talk with a person the person."""
    if actor.kind == "state" or actor.side is None or other.kind == "person":
        return actor
    return Actor(actor.side, (), actor.side, None, "state")

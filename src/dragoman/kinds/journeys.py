"""Journeys of which no host is told: "a delegation flew to Oslo", "the envoy will return to the region"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional, subjects
from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor

if TYPE_CHECKING:
    from dragoman.parsed import Token


LOOSE = frozenset({"return", "head", "tour"})
"""Verbs of motion that are said of much else."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
REGION = frozenset({"region", "capital"})


def is_journey(verb: Token) -> bool:
    """Whether a verb of motion tells of a journey: "returned to Oslo", not "returned to war", "heads the bank".

    Nor that a town returns to a state.
    """
    if verb.lemma_ not in LOOSE:
        return True
    goals = objects(verb) if verb.lemma_ == "tour" else prepositional(verb, ("to", "for"))
    is_other = (verb.lemma_ != "tour" and bool(objects(verb))) or any(t.ent_type_ in PLACES for t in subjects(verb))
    return not is_other and any(t.ent_type_ in PLACES or t.lemma_.lower() in REGION for t in goals)


def is_lone_journey(parties: tuple[Actor, ...], place: str | None) -> bool:
    """Whether somebody who can pay a visit is told to travel to a place that isn't his own state."""
    if len(parties) != 1 or place is None:
        return False
    (traveller,) = parties
    known = load_gazetteer().at(place, place.rfind(" ") + 1) or load_gazetteer().at(place, 0)
    is_home = known is not None and known.side is not None and known.side == traveller.side
    return not is_home and is_traveller(traveller)


def is_traveller(actor: Actor) -> bool:
    """A person with a side or an office, or a group that is sent: "a delegation", not "the troops"."""
    if actor.kind == "person":
        return actor.side is not None or actor.role is not None
    travelling = load_lexicon().words("kinds/contact_words", "travelling")
    words = {word.lower().removesuffix("s") for word in actor.name.split()}
    return actor.kind == "group" and bool(words & travelling)

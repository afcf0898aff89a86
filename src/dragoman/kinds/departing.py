"""What was still to come when it was told: what one left for, an announced journey, a chance that one has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import VERBAL
from dragoman.annotate.status import whole_of

if TYPE_CHECKING:
    from dragoman.parsed import Token

LEAVING = frozenset({"depart", "leave", "embark"})
"""Verbs that tell the day on which a journey begins."""
TOWARDS = frozenset({"for", "on"})
CHANCE = frozenset({"chance", "opportunity"})
NEWS = frozenset({"announcement"})


def is_still_to_come(event: Token) -> bool:
    """Whether an event is ahead of what the verb over it tells: "left on Monday for a visit to Kenya"."""
    return _is_left_for(event) or _is_announced(event) or _is_chance(event) or _is_of_trip_ahead(event)


def _is_left_for(event: Token) -> bool:
    """ "Left Oslo for talks", "departed on a trip", "left to meet him"; not "left the room for a call"."""
    if event.pos_ == "VERB":
        return _is_aim(event) and _has_left(event.head)
    whole = whole_of(event)
    while whole.dep_ == "conj":
        whole = whole.head
    if whole.dep_ != "pobj" or whole.head.lower_ not in TOWARDS:
        return False
    verb = whole.head.head
    if verb.pos_ == "PROPN" and verb.dep_ in {"pobj", "dobj"}:  # "left for Nairobi for talks"
        verb = verb.head.head if verb.dep_ == "pobj" else verb.head
    left = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and not c.ent_type_]
    return _has_left(verb) and not left


def _has_left(verb: Token) -> bool:
    """Whether the journey has begun; of one to come ("leaves on Monday for talks") the day may be that of the talks."""
    ahead = any(c.tag_ == "MD" for c in verb.children)
    return verb.lemma_ in LEAVING and verb.tag_ in {"VBD", "VBN"} and not ahead


def _is_aim(verb: Token) -> bool:
    is_to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return verb.tag_ == "VB" and verb.dep_ in {"xcomp", "advcl"} and is_to and verb.head.pos_ in VERBAL


def _is_announced(event: Token) -> bool:
    """ "The announcement of his visit to Kenya"."""
    whole = whole_of(event)
    return whole.lemma_.lower() in NEWS and whole != event


def _is_chance(event: Token) -> bool:
    """ "Tomorrow I have a chance to meet them"; who "had a chance to meet them" met them."""
    noun = event.head
    if event.tag_ != "VB" or event.dep_ not in {"acl", "relcl"} or noun.lemma_.lower() not in CHANCE:
        return False
    verb = noun.head
    forms = [verb, *(c for c in verb.children if c.dep_ == "aux")]
    is_present = any(t.tag_ in {"VBP", "VBZ"} for t in forms) and not any(t.tag_ == "VBD" for t in forms)
    return noun.dep_ == "dobj" and (is_present or any(t.tag_ == "MD" for t in forms))


TRIPS = frozenset({"trip", "visit", "journey", "tour"})


def _is_of_trip_ahead(event: Token) -> bool:
    """ "This is a great trip for Torv to meet them", "will make a trip to meet them": nothing of it is told as past."""
    noun = event.head
    if event.tag_ != "VB" or event.dep_ not in {"acl", "relcl", "advcl"} or noun.lemma_.lower() not in TRIPS:
        return False
    verbs = [t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}]
    forms = [t for verb in verbs for t in (verb, *(c for c in verb.children if c.dep_ == "aux"))]
    return bool(forms) and not any(t.tag_ == "VBD" or t.lemma_ == "have" for t in forms)

"""Who is led to talks, seeks them or leaves them: "invited A to talks", "wants talks with A", "pulled out of talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional, subjects
from dragoman.annotate.status import event_status, whole_of

if TYPE_CHECKING:
    from dragoman.parsed import Token

INVITING = frozenset({"invite", "summon"})
"""Verbs whose subject and object are both to be there: "invited the rebels for consultations"."""
LEADING = frozenset({"bring", "get", "lure", "coax", "push", "force", "drag"})
"""Verbs by which others are made to come: "bring both sides back to talks"."""
LEAVING = {
    "pull": frozenset({"out"}),
    "walk": frozenset({"out", "away"}),
    "storm": frozenset({"out"}),
    "drop": frozenset({"out"}),
    "withdraw": frozenset({"from"}),
    "quit": frozenset({""}),
}
"""Verbs by which one leaves talks, and the word that stands between them."""
SEEKING = frozenset({"want", "seek", "offer", "propose", "suspend", "freeze", "halt", "abandon", "scrap"})
"""Verbs whose subject is a party to the talks with others that it wants or ends."""


def led_to(noun: Token, verb: Token) -> list[Token]:
    """Those who are led to what a noun tells, who seek it or leave it, as the verb over it says; else nobody."""
    if seeking := _seeking(noun, verb):
        return seeking
    way = _way_to(noun, verb)
    if prepositional(noun, ("between", "among")) or any(c.dep_ == "neg" for c in verb.children):
        return []
    if verb.lemma_ in INVITING and way in {"to", "for"}:
        return objects(verb)
    if verb.lemma_ in LEADING and way in {"to", "into"}:
        return objects(verb)
    return subjects(verb) if _is_leaving(noun, verb) else []


def _seeking(noun: Token, verb: Token) -> list[Token]:
    """ "Wants talks with the rebels", "wants talks with them to begin", "offered them talks", "broke off talks"."""
    above = verb.head if verb.dep_ == "ccomp" and noun.dep_ == "nsubj" and verb.tag_ == "VB" else verb
    is_sought = (noun.dep_ == "dobj" and noun.head == above) or above != verb
    is_off = any(c.lower_ == "off" for c in above.children) and above.lemma_ in {"break", "call"}
    if not is_sought or not (is_off or (noun.tag_ == "NNS" and above.lemma_ in SEEKING)):
        return []
    offered = [t for t in objects(above) if t.dep_ == "dative"]
    return [*subjects(above), *offered] if offered or prepositional(noun, ("with",)) else []


def is_only_led_to(event: Token) -> bool:
    """ "The plan may bring both back to talks": whether they talk is told by the verb that is to bring them."""
    whole = whole_of(event)
    verb = next((t for t in whole.ancestors if t.pos_ == "VERB"), None)
    is_led = event.pos_ == "NOUN" and verb is not None and verb.lemma_ in LEADING and bool(_way_to(whole, verb))
    return is_led and verb is not None and event_status(verb).value != "held"


def is_left(event: Token) -> bool:
    """ "The rebels pulled out of talks with Kenya": as far as these talks go, they are off."""
    whole = whole_of(event)
    verb = next((t for t in whole.ancestors if t.pos_ == "VERB"), None)
    is_out = event.pos_ == "NOUN" and verb is not None and verb.tag_ != "VB" and _is_leaving(whole, verb)
    return is_out and verb is not None and event_status(verb).value in {"held", "ongoing"}


def _is_leaving(noun: Token, verb: Token) -> bool:
    """Whether the verb tells that somebody leaves what the noun tells: "walked out of it", "withdrew from it"."""
    words = LEAVING.get(verb.lemma_)
    if words is None:
        return False
    if noun.dep_ == "dobj" and noun.head == verb:
        return "" in words
    return _way_to(noun, verb) in {"of", "from"} and bool(words & {t.lower_ for t in verb.doc[verb.i + 1 : noun.i]})


def _way_to(noun: Token, verb: Token) -> str:
    """The preposition by which the noun hangs on the verb, or on a small word beside it; nothing where by none."""
    if noun.dep_ != "pobj":
        return ""
    above = noun.head
    while above.head != verb and (above.head.pos_ in {"ADV", "ADP"} or above.head in objects(verb)):
        above = above.head
    return noun.head.lower_ if above.head == verb else ""

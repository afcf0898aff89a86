"""Words of contact in another sense, which tell of none: "spoke out", "the engagement with Kenya"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.annotate.status import whole_of
from dragoman.kinds.rung import is_no_call
from dragoman.lexicon import load_lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

ASIDE = frozenset({"with", "alongside"})
PARTS = {"speak": "prt", "message": "advmod"}
"""Verbs and how the word hangs on them that gives them another sense ("speak out", "how to message")."""
SENSES = frozenset({"out", "up", "how"})


def is_other_sense(event: Token) -> bool:
    """Whether no contact is meant: "spoke out against it", "how to message it", "our message to Kenya is clear"."""
    if event.pos_ == "VERB":
        if (event.lemma_ in OF_THINGS and _has_thing_below(event)) or _is_told_the_world(event):
            return True
        wanted = PARTS.get(event.lemma_)
        beside = [kid for verb in (event, event.head) for kid in verb.lefts if event.lemma_ == "message"]
        return wanted is not None and any(
            kid.dep_ == wanted and kid.lower_ in SENSES for kid in (*event.children, *beside)
        )
    whole = whole_of(event)
    if _is_of_one_side(event) or is_no_call(event):
        return True
    if event.lemma_ == "note" and whole.head.lemma_ in TAKING:
        return True  # "take note of the deals"
    return event.lemma_ == "message" and whole.dep_ == "nsubj" and whole.head.lemma_ == "be"


TAKING = frozenset({"take", "make"})
OF_THINGS = frozenset({"meet", "gather"})
"""Verbs of contact that also take things: "met the deadline", "gathered evidence"."""


def _is_told_the_world(verb: Token) -> bool:
    """ "Will message this as a victory": a thing that one lets the world know; "messaged Torv", "messaged him"."""
    told = [*objects(verb), *prepositional(verb, ("to", "with"))]
    named = any(t.ent_type_ or (t.tag_ == "PRP" and t.lower_ not in {"it", "them"}) for t in told)
    return verb.lemma_ == "message" and not named


def _has_thing_below(verb: Token) -> bool:
    """ "Will meet their obligations", "gathered evidence with them", "met with resistance": no person is met."""
    below = [*objects(verb), *prepositional(verb, ("with",))]
    things = load_lexicon().words("kinds/contact_words", "thing")
    return bool(below) and below[0].pos_ == "NOUN" and below[0].lemma_.lower() in things


def _is_of_one_side(noun: Token) -> bool:
    """ "The engagement with Kenya and Uganda": both are on one side of it, and who engages them is not told."""
    whole = whole_of(noun)
    if noun.lemma_ != "engagement" or any(kid.dep_ == "poss" for kid in noun.lefts):
        return False
    if whole.dep_ == "dobj" and whole.head.lemma_ in HOLDING:
        return False
    links = {kid.lower_ for kid in noun.rights if kid.dep_ == "prep"}
    return bool(links & ASIDE) and not links & {"between", "by", "among"}


HOLDING = frozenset({"hold", "have", "conduct", "continue", "begin", "start", "resume"})
"""Verbs whose subject takes part in what they hold."""

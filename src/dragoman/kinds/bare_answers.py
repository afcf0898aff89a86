"""Answers told by a verb alone: "proposed a truce, but the rebels refused", "has not yet responded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

OFFERS = "kinds/offer_words"
PROPOSING = frozenset({"propose", "offer", "suggest", "invite", "urge", "call", "present", "submit", "make"})
ACTING = frozenset({"dobj", "pobj", "attr", "nsubjpass"})
BESIDE = frozenset({"nsubj", "aux", "auxpass", "neg", "advmod", "punct", "cc", "mark", "npadvmod", "conj", "advcl"})
"""What may hang on a verb that names nothing it answers."""
TIMES = frozenset({"DATE", "TIME"})
REFUSING = frozenset({"refuse", "decline"})


def is_bare(verb: Token) -> bool:
    """Whether a verb of answering names nothing: "refused", "has not responded yet"; not "refused to come"."""
    for child in verb.children:
        if child.dep_ == "prep" and all(c.ent_type_ in TIMES for c in child.children):
            continue
        if child.dep_ not in BESIDE or (child.dep_ == "mark" and child.lower_ != "that"):
            return False
    told = any(c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"} for c in verb.children)
    helped = any(c.dep_ == "aux" and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in verb.children)
    return told and (helped or verb.tag_ in {"VBD", "VBZ", "VBP"}) and verb.dep_ in {"ROOT", "conj", "ccomp"}


def offer_before(verb: Token, lexicon: Lexicon) -> Token | None:
    """What was offered just before, in the same sentence or in the one before: the last thing put to somebody."""
    subject = next(c for c in verb.children if c.dep_ == "nsubj")
    start = verb.sent.start
    first = verb.doc[start - 1].sent.start if start else start
    plans = lexicon.words(OFFERS, "plan")
    offered = plans | lexicon.words(OFFERS, "truce") | lexicon.words(OFFERS, "talks")
    words = verb.doc[first : subject.left_edge.i]
    named = [t for t in words if t.pos_ == "NOUN" and t.lemma_.lower() in offered and _is_put(t, plans)]
    return named[-1] if named else None


def _is_put(noun: Token, plans: frozenset[str]) -> bool:
    """ "Proposed a truce", "called for talks", "made an offer"; a truce that is only spoken of was not offered."""
    if noun.dep_ not in ACTING:
        return False
    above = next((t for t in noun.ancestors if t.pos_ in {"VERB", "NOUN"}), noun)
    return above.lemma_.lower() in PROPOSING | plans

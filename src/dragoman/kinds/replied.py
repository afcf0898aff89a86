"""Answers told by nouns and passives: a reply that is handed over, a plan under review, a deal that stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import is_passive, prepositional
from dragoman.kinds.answerable import About
from dragoman.kinds.frames import Met
from dragoman.kinds.response import Stance
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    pass

OFFERS, HAND = "kinds/offer_words", "hand"
GIVING = frozenset({"give", "return", "relay", "receive", "hand", "forward"})
"""What is done with an answer beside handing it over as a paper."""
TONES: dict[str, Stance] = {
    "positive": "accept",
    "favourable": "accept",
    "favorable": "accept",
    "affirmative": "accept",
    "negative": "reject",
}
WEIGHING = frozenset({"be", "remain", "stay"})
BARRED = frozenset({"can", "could", "ca", "will", "would", "wo"})


def reply_given(annotated: Annotated, met: Met, lexicon: Lexicon) -> About | None:
    """ "Delivered its reply to the proposal", "gave a positive answer to it": the offer, its tone the stance."""
    noun, verb = met.head, met.head.head
    wanted = lexicon.words(OFFERS, "plan") | lexicon.words(OFFERS, "truce")
    offer = next((t for t in prepositional(noun, ("to", "on")) if t.lemma_.lower() in wanted), None)
    denied = any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ == "no" for c in noun.lefts)
    if offer is None or denied or any(c.tag_ == "MD" for c in verb.children):
        return None
    told = [c for c in verb.children if c.dep_ == "acomp"] if noun.dep_ == "nsubj" else []
    tone = next((TONES[t.lower_] for t in (*told, *noun.lefts) if t.lower_ in TONES), None)
    if noun.dep_ == "nsubj":
        return About(tone, offer) if tone is not None and verb.lemma_ == "be" else None
    handed = verb.lemma_.lower() in lexicon.words(OFFERS, HAND) | GIVING and verb.tag_ not in {"VB", "VBG"}
    return About(tone or "ambiguous", offer) if noun.dep_ in {"dobj", "nsubjpass"} and handed else None


def under_review(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "The proposal is under review"."""
    verb = met.head.head
    named = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in _sorts(met, lexicon)]
    return About("stall", named[0]) if named and verb.lemma_ in WEIGHING and not negated else None


def unalterable(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "The accord cannot be renegotiated", said by a party to it: it refuses to."""
    verb = met.head
    named = [c for c in verb.children if c.dep_ == "nsubjpass" and c.lemma_.lower() in _sorts(met, lexicon)]
    barred = any(c.dep_ == "aux" and c.lower_ in BARRED for c in verb.children)
    return About("reject", named[0]) if named and negated and barred and is_passive(verb) else None


def _sorts(met: Met, lexicon: Lexicon) -> frozenset[str]:
    sorts = met.row.means.partition(": ")[2].split()
    return frozenset(word for sort in sorts for word in lexicon.words(OFFERS, sort))

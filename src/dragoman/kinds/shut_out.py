"""Refusals told of what there will not be: "no talks", "no point in a truce", "out of the question"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional
from dragoman.kinds.answerable import attended
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

OFFERS = "kinds/offer_words"
SORTS = ("talks", "truce", "deal", "plan")
WORTH = frozenset(
    {"point", "reason", "need", "sense", "use", "basis", "ground", "purpose", "value", "room", "place"}
    | {"interest", "appetite", "desire", "intention", "plan", "intent", "wish"}
)
AHEAD = frozenset({"will", "would", "wo", "can", "could", "ca", "'ll", "’ll", "shall"})


def _offers(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(w for sort in SORTS for w in lexicon.words(OFFERS, sort))


def none_to_be(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "There will be no talks", "there can be no truce until they leave": the talks, the truce."""
    is_there = any(c.dep_ == "expl" for c in verb.children)
    ahead = any(c.dep_ == "aux" and c.lower_ in AHEAD for c in verb.children)
    if not is_there or not ahead:
        return None
    named = (c for c in verb.children if c.dep_ in {"attr", "dobj"} and c.i > verb.i)
    return next((t for t in named if t.lemma_.lower() in _offers(lexicon) and _is_none(t)), None)


def _is_none(noun: Token) -> bool:
    return any(c.lower_ == "no" and c.dep_ == "det" for c in noun.lefts)


def worthless(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Sees no point in talks", "sees no need for a truce", "sees no reason to hold talks": what there is none in."""
    nouns = [t for t in objects(verb) if t.lemma_.lower() in WORTH and _is_none(t)]
    below = [t for noun in nouns for t in prepositional(noun, ("in", "for", "of"))]
    deeds = [d for n in nouns for c in n.children for d in (c, *c.children) if d.dep_ in {"acl", "relcl", "pcomp"}]
    below += [t for deed in deeds if (t := attended(deed, lexicon)) is not None]
    return next((t for t in below if t.lemma_.lower() in _offers(lexicon)), None)


def out_of_question(out: Token, lexicon: Lexicon) -> Token | None:
    """ "Talks with the rebels are out of the question": the talks."""
    be = out.head
    if be.lemma_ not in {"be", "remain"} or any(c.dep_ == "neg" for c in be.children):
        return None
    below = (c for c in be.children if c.dep_ == "nsubj")
    return next((t for t in below if t.lemma_.lower() in _offers(lexicon)), None)

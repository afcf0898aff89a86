"""What "it" stands for where that is a thing: "the resolution reaffirms the borders. It calls for a truce"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.annotate.trail import MEMORY, Known

if TYPE_CHECKING:
    from dragoman.parsed import Span, Token

FARTHEST = 5
"""Sentences that a pronoun looks back at most."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def owner_of(thing: Token, known: Known) -> tuple[int, ...]:
    """ "The Kenyan statement is long. It names a condition": the state or body that the word before the thing names."""
    lefts = (kid for kid in thing.lefts if kid.dep_ in {"amod", "compound", "nmod", "poss"})
    told = (load_gazetteer().by_surface.get(kid.text) for kid in lefts)
    return next(((known.by_name[one.name],) for one in told if one and one.name in known.by_name), ())


LOOKING = frozenset({"go", "look", "read", "see", "turn", "refer"})


def _thing_looked_at(it: Token, things: frozenset[str]) -> Token | None:
    """ "If you go back to the resolution, it lays out": what is looked up is what says so."""
    before = (t for t in it.doc[it.sent.start : it.i] if t.dep_ in {"pobj", "dobj"} and t.lemma_.lower() in things)
    return next((t for t in before if {a.lemma_ for a in islice(t.ancestors, 3)} & LOOKING), None)


def thing_before(pronoun: Token, known: Known, things: frozenset[str]) -> Token | None:
    """ "The resolution reaffirms the borders. It calls for a truce, and it ...": the subject before was a thing.

    Or a name that no actor bears: "Voranet, the operator, said so. It said in a statement that ...".
    """
    it, told = pronoun, {trace.token for trace in known.trail[-MEMORY:]}
    for _ in range(FARTHEST):
        if (thing := _thing_looked_at(it, things)) is not None:
            return thing
        subject = _subject_before(it) if it.lower_ == "it" and it.dep_ in SUBJECTS else None
        if subject is None or subject.i in told:
            return None
        if subject.pos_ in {"NOUN", "PROPN"}:
            is_thing = subject.tag_ == "NN" and subject.lemma_.lower() in things
            is_name = subject.tag_ == "NNP" and subject.ent_type_ != "PERSON"
            return subject if is_thing or is_name else None
        it = subject
    return None


def _subject_before(subject: Token) -> Token | None:
    """The subject of the clause that this one is joined to, else of the main clause of the sentence before."""
    verb = subject.head
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
        if (found := next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < subject.i), None)) is not None:
            return found
    before = sentence_before(subject)
    if verb.dep_ != "ROOT" or not before:
        return None
    return next((c for c in before.root.children if c.dep_ in SUBJECTS), None)


def sentence_before(token: Token) -> Span:
    """The sentence before the token's own, blank lines passed over; empty before the first."""
    last = token.sent.start - 1
    while last > 0 and token.doc[last].is_space:
        last -= 1
    return token.doc[last].sent if last >= 0 else token.doc[:0]

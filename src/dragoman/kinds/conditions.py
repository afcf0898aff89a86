"""The conditions that stand beside an acceptance: "if the raids stop", "but there are questions"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.kinds.frames import own_words, trimmed
from dragoman.lexicon import Lexicon
from dragoman.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
IF = frozenset({"if", "unless", "provided", "once", "until"})
ONLY = frozenset({"only", "but"})
BUT = frozenset({"but", "although", "though", "however", "while"})


def conditions_beside(head: Token, lexicon: Lexicon) -> list[Token]:
    """Heads of the conditions that stand beside an acceptance: its if-clause, or "but ... conditions"."""
    found = [
        c
        for verb in (head, head.head)
        for c in verb.children
        if c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in IF for m in c.children)
    ]
    if found:
        return found[:1]
    if bound := bound_to(head):
        return bound
    sentence = list(head.sent)
    only = [t for t in sentence if t.i > head.i and t.lower_ in IF and t.dep_ == "mark" and t.nbor(-1).lower_ in ONLY]
    if only:  # "is willing to accept it, but only if the raids stop"
        return [only[0].head]
    if not any(t.lower_ in BUT for t in sentence):
        return []
    wanted = lexicon.words(TABLE, "condition")
    nouns = [t for t in sentence if t.pos_ == "NOUN" and t.lemma_.lower() in wanted and t.i != head.i]
    return [_quantity(noun) for noun in nouns[:1]]


PROVIDED = frozenset({"provided", "providing"})
CLAUSES = frozenset({"acl", "ccomp", "relcl", "pcomp", "advcl"})
BOUND = re.compile(r"\s+(?:on (?:the )?condition that|provid(?:ed|ing) (?:that|there))\b.*", re.DOTALL)
"""What follows an offer in its words where an answer binds it to something."""


def bound_to(head: Token) -> list[Token]:
    """ "Accepts it on condition that the raids stop", "provided that they stop": the clause of the condition."""
    after = head.doc[head.i + 1 : head.sent.end]
    nouns = [t for t in after if t.lemma_ == "condition" and t.dep_ == "pobj" and t.head.lower_ == "on"]
    openings = nouns or [t for t in after if t.lower_ in PROVIDED and t.i + 1 < head.sent.end]
    below = (c for t in openings for c in t.children if c.dep_ in CLAUSES and c.i > t.i)
    return [c for c in below if c.head.lower_ in PROVIDED or any(g.lower_ == "that" for g in c.children)][:1]


def condition_words(head: Token) -> Span:
    """The words of a condition, without "only if" before it."""
    first, last = own_words(head)
    first, last = max(first, head.sent.start), min(last, head.sent.end)
    while first < head.i and (head.doc[first].lower_ in IF | ONLY or head.doc[first].dep_ == "mark"):
        first += 1
    return trimmed(head.doc, first, last)


def asks_something(condition: Token, lexicon: Lexicon) -> bool:
    """ "if the prisoners are freed" asks for something; "if their demands are met" only points at demands."""
    pointing = lexicon.words(OFFERS, "demand") | lexicon.words(TABLE, "condition")
    return condition.pos_ == "VERB" and not any(t.lemma_.lower() in pointing for t in condition.subtree)


def _quantity(noun: Token) -> Token:
    """ "a series of conditions": the series."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return noun

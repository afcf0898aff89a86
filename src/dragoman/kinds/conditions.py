"""The conditions that stand beside an acceptance: "if the raids stop", "provided that", "but there are questions"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.kinds.frames import own_words, trimmed
from dragoman.kinds.provisos import is_whole, provisos
from dragoman.lexicon import Lexicon
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
IF = frozenset({"if", "unless", "provided", "once", "until"})
ONLY = frozenset({"only", "but"})
LEADING = IF | ONLY | {"and", "that", "as", "after", "when"}
"""Words before a condition that are none of it."""
BUT = frozenset({"but", "although", "though", "however", "while"})


def conditions_beside(head: Token, lexicon: Lexicon) -> list[Token]:
    """Heads of the conditions that stand beside an acceptance: its if-clause, its provisos, or "but ... conditions"."""
    found = [
        c
        for verb in (head, head.head, *(c for c in head.children if c.dep_ == "xcomp"))
        for c in verb.children
        if c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in IF for m in c.children)
    ]
    if found:
        return _with_joined(found[0])
    if bound := provisos(head):
        return bound
    sentence = list(head.sent)
    only = [t for t in sentence if t.i > head.i and t.lower_ in IF and t.dep_ == "mark" and t.nbor(-1).lower_ in ONLY]
    if only:  # "is willing to accept it, but only if the raids stop"
        return _with_joined(only[0].head)
    if not any(t.lower_ in BUT for t in sentence):
        return []
    wanted = lexicon.words(TABLE, "condition")
    nouns = [t for t in sentence if t.pos_ == "NOUN" and t.lemma_.lower() in wanted and t.i != head.i]
    return [_quantity(noun) for noun in nouns[:1]]


def _with_joined(clause: Token) -> list[Token]:
    """ "If Kenya leaves and Chad signs": each clause with a subject of its own."""
    return [clause, *(c for c in clause.conjuncts if c.i > clause.i and is_whole(c))]


def condition_words(head: Token) -> Span:
    """The words of a condition, without "only if" before it."""
    first, last = own_words(head)
    first, last = max(first, head.sent.start), min(last, head.sent.end)
    while first < head.i and (head.doc[first].lower_ in LEADING or head.doc[first].dep_ == "mark"):
        first += 1
    return trimmed(head.doc, first, last)


def asks_something(condition: Token, lexicon: Lexicon) -> bool:
    """ "if the prisoners are freed" asks for something; "if their demands are met" only points at demands."""
    pointing = lexicon.words(OFFERS, "demand") | lexicon.words(TABLE, "condition") - {"guarantee"}
    named = condition.pos_ in {"VERB", "AUX"} or any(c.dep_ == "prep" for c in condition.children)
    return named and not any(t.lemma_.lower() in pointing for t in condition.subtree)


def _quantity(noun: Token) -> Token:
    """ "a series of conditions": the series."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return noun

"""Promises whose content stands away from the word of promising: before its verb, or behind another verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import is_passive

if TYPE_CHECKING:
    from dragoman.parsed import Token

GIVING = frozenset({"give", "make", "renew", "repeat", "reaffirm", "offer", "issue", "restate", "reiterate"})
"""What one does with a promise of one's own."""


def put_before(verb: Token) -> Token | None:
    """ "The fee would be paid, Kenya promised": the clause before the verb; "has undertaken to pay": the one behind."""
    if is_passive(verb):
        return None
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i < verb.i and any(c.tag_ == "MD" for c in child.children):
            return child
        if child.dep_ == "advcl" and _is_infinitive_at(child, verb.i + 1):
            return child
    return None


def put_behind(noun: Token) -> Token | None:
    """ "A promise was made by Kenya to pay", "gave an undertaking that it would pay": hung on the verb."""
    verb = noun.head
    if noun.dep_ not in {"nsubjpass", "dobj"} or verb.lemma_ not in GIVING:
        return None
    for child in (c for c in verb.children if c.i > max(noun.i, verb.i)):
        if child.dep_ in {"advcl", "xcomp"} and child.tag_ == "VB" and any(c.tag_ == "TO" for c in child.lefts):
            return child
        if child.dep_ in {"ccomp", "advcl"} and _is_that_clause(child):
            return child
    return None


def agents(head: Token) -> list[Token]:
    """ "A promise was made by Kenya and Chad", "will be paid by us": who does it; of a noun, by its verb."""
    verb = head.head if head.dep_ == "nsubjpass" else head
    found = [c for by in verb.children if by.dep_ == "agent" for c in by.children if c.dep_ == "pobj"]
    return [t for token in found for t in (token, *token.conjuncts)]


def _is_infinitive_at(verb: Token, first: int) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" and c.i == first for c in verb.lefts)


def _is_that_clause(clause: Token) -> bool:
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return marked and any(c.tag_ == "MD" for c in clause.children)

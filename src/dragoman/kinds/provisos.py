"""What an acceptance is bound to by other words than "if": "provided that", "on condition that", "in exchange for"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.parsed import Token

CLAUSES = frozenset({"acl", "ccomp", "pcomp", "relcl", "advcl"})
VERBAL = frozenset({"VERB", "AUX"})
PROVIDED = frozenset({"provided", "providing"})
CONDITION = frozenset({"condition", "proviso", "understanding"})
BOUND = frozenset({"subject", "conditional", "contingent", "dependent"})
RETURN = frozenset({"exchange", "return"})
LATER = frozenset({"after", "once", "when"})
NAMELESS = frozenset({"anonymity", "confidentiality", "secrecy"})
"""What who speaks to a reporter asks for."""


def provisos(head: Token) -> list[Token]:
    """Heads of what the clause of `head` is bound to, each of several apart; empty where it is bound to nothing."""
    for token in head.doc[head.i + 1 : head.sent.end]:
        found = [t for t in _bound_by(token) if t.i > token.i]
        if found and _is_below(token, head):
            joined = [c for t in found for c in t.conjuncts if c.i > t.i and (c.pos_ not in VERBAL or is_whole(c))]
            return sorted({*found, *joined, *_torn_off(found[-1])}, key=lambda t: t.i)
    return []


def _bound_by(token: Token) -> Iterator[Token]:
    """The heads of the conditions that a word introduces."""
    word = token.lower_
    if word in PROVIDED:
        yield from (c for c in token.children if c.dep_ in CLAUSES and c.pos_ in VERBAL)
        beside = (c for c in token.head.children if c.i > token.i and c.dep_ == "ccomp")  # torn from its "provided"
        yield from (c for c in beside if token.dep_ == "ccomp" and c.left_edge.i == token.i + 1)
        if token.dep_ == "mark":
            yield token.head
    elif word in CONDITION and token.dep_ == "pobj" and token.head.lower_ in {"on", "under", "with"}:
        clauses = (c for c in token.children if c.dep_ in CLAUSES)
        yield from (c for c in clauses if c.pos_ in VERBAL or any(m.dep_ == "mark" for m in c.lefts))
        yield from (t for of in token.children if of.lower_ == "of" for t in of.children if t.lower_ not in NAMELESS)
    elif word == "long" and token.nbor(-1).lower_ in {"as", "so"}:
        yield from (c for c in token.children if c.dep_ in CLAUSES and any(m.lower_ == "as" for m in c.lefts))
    elif word in BOUND and token.pos_ == "ADJ":
        yield from (t for p in token.children if p.lower_ in {"to", "on", "upon"} for t in p.children)
    elif word in RETURN and token.dep_ == "pobj" and token.head.lower_ == "in":
        yield from (t for p in token.children if p.lower_ == "for" for t in p.children if t.dep_ in {"pobj", "pcomp"})
    elif word in LATER and token.nbor(-1).lower_ == "only" and token.dep_ in {"mark", "advmod"}:
        yield token.head


def _is_below(token: Token, head: Token) -> bool:
    """Whether a word hangs on the clause of `head`, not on another clause in it or beside it."""
    own = {head, head.head} if head.pos_ not in VERBAL else {head}
    while token not in own and token.head != token:
        if token.dep_ == "relcl" or (token.dep_ == "conj" and token.pos_ in VERBAL):
            return False
        token = token.head
    return token in own


def is_whole(verb: Token) -> bool:
    """Whether a joined verb is a clause with a subject of its own."""
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _torn_off(last: Token) -> list[Token]:
    """ "Provided A did, B did and C did": conditions of a list that the parser hangs on the verb of saying before."""
    end = last.right_edge.i + 1
    after = [t for t in last.doc[end : last.sent.end] if t.pos_ in VERBAL and is_whole(t)]
    listed = end < last.sent.end and last.doc[end - 1 : end + 1].text.find(",") >= 0
    first = next((t for t in after if t.dep_ in {"ccomp", "conj"} and t.head.i < last.i and t.lefts), None)
    between = last.doc[end : first.left_edge.i] if first is not None else ()
    if first is None or not listed or any(not t.is_punct and t.lower_ != "and" for t in between):
        return []
    return [first, *(c for c in first.conjuncts if c.i > first.i and is_whole(c))]

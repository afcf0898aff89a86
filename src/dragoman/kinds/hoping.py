"""What a party hopes or expects that others will do, and whose turn it says it is: asked of them in soft words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import is_passive, prepositional
from dragoman.kinds.asking import SUBJECTS, TABLE, Wanted, askers, clause_below, whole_content
from dragoman.kinds.asking_aloud import those_who_say
from dragoman.kinds.frames import Met, parties_at
from dragoman.kinds.required import groups_at
from dragoman.kinds.terms import faint_issue_at, issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

SHOWING = frozenset(
    {"exercise", "show", "refrain", "fulfil", "fulfill", "uphold", "follow", "take", "act", "avoid", "remain"}
)
"""Deeds that one hopes of others beside the steps of give and take."""


MEETING = frozenset({"hold", "meet", "reach", "achieve", "come", "talk", "send"})
"""Steps of which one who hopes for them only says what may come."""
SIDES = frozenset({"side", "party", "country", "leader"})
"""Those of whom something is hoped, though it isn't told who they are."""


def hope(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Hopes that both sides will honour the truce", "expects Kenya to free them": a step of another."""
    clause = clause_below(met)
    if clause is None or is_passive(met.head) or any(c.dep_ == "neg" for t in (met.head, clause) for c in t.children):
        return None
    doers = [c for c in clause.lefts if c.dep_ == "nsubj"]
    everybody = tuple(t for d in doers for t in (d, *d.conjuncts))
    helped = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    is_wish = bool(helped & {"will", "can", "would"}) or (clause.tag_ == "VB" and "to" in helped)
    steps = (lexicon.words(TABLE, "step") - MEETING) | SHOWING
    if not everybody or not is_wish or clause.lemma_.lower() not in steps:
        return None
    sides = any(t.lemma_.lower() in SIDES for t in everybody)
    if not (sides or parties_at(annotated, everybody) or groups_at(annotated, everybody)):
        return None
    words = whole_content(clause, bare=True)
    if issue_at(annotated, words, lexicon) == faint_issue_at(annotated, words, lexicon) == "other":
        return None
    return Wanted((clause,), askers(annotated, met.head), everybody, bare=True)


def up_to(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "It is up to Kenya to sign", in somebody's words: that it sign."""
    verb = met.head.head
    whose = prepositional(met.head, ("to",))
    deed = next((c for t in (verb, met.head) for c in t.children if _is_to_do(c) and c.i > met.head.i), None)
    is_it = any(c.lower_ == "it" and c.dep_ in SUBJECTS for c in verb.lefts)
    if verb.lemma_ not in {"be", "remain"} or not is_it or deed is None or not parties_at(annotated, whose):
        return None
    if any(c.dep_ == "neg" for c in verb.children) or deed.lemma_.lower() in lexicon.words(TABLE, "mind") | DECIDING:
        return None
    return Wanted((deed,), those_who_say(annotated, verb.idx), tuple(whose), bare=True)


DECIDING = frozenset({"decide", "determine", "choose", "judge", "answer", "explain", "define", "speak"})
"""What is left to others rather than asked of them."""


def _is_to_do(clause: Token) -> bool:
    return clause.tag_ == "VB" and clause.dep_ in {"advcl", "xcomp", "ccomp", "acl", "relcl"}

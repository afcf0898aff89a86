"""Whom somebody accuses by a clause: "charged that Kenya had broken the truce", "denounced Kenya's breaches of it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional, subjects
from dragoman.lexicon import Lexicon

if TYPE_CHECKING:
    from dragoman.parsed import Token

WORDS = "kinds/action_words"
CHARGING = frozenset({"action.accuse_clause", "action.accuse_breach"})
"""Rows whose verb accuses only by what stands below it."""
FAILING = frozenset({"fail", "refuse", "neglect", "decline"})
GOING_ON = frozenset({"continue", "keep", "persist"})
OPEN = frozenset({"if", "whether", "unless"})


def accused_by(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Heads of those who are said to have broken what binds them; empty where a verb accuses nobody."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    clauses += [c for clause in clauses for c in clause.conjuncts if c.head in clauses]
    told = [t for clause in clauses for t in _guilty(clause, lexicon)]
    return told or _of_breaches(verb, lexicon)


def _guilty(clause: Token, lexicon: Lexicon) -> list[Token]:
    """ "Kenya broke the truce", "the truce was broken by Kenya", "Kenya failed to honour it": Kenya."""
    below = list(clause.children)
    if any(c.tag_ == "MD" or (c.dep_ == "mark" and c.lower_ in OPEN) for c in below):
        return []
    denied = any(c.dep_ == "neg" for c in below)
    bound_to = clause.lemma_ in FAILING | GOING_ON
    deed = next((c for c in below if c.dep_ == "xcomp"), clause) if bound_to else clause
    bound = any(t.lemma_.lower() in lexicon.words(WORDS, "bond") for t in _what(deed))
    is_kept = deed.lemma_.lower() in lexicon.words(WORDS, "keeping")
    is_broken = deed.lemma_.lower() in lexicon.words(WORDS, "breaking") and not denied
    is_broken = is_broken and (deed == clause or clause.lemma_ in GOING_ON)
    is_unkept = is_kept and clause.lemma_ not in GOING_ON and (deed != clause) != denied
    return subjects(clause) if bound and (is_broken or is_unkept) else []


def _what(deed: Token) -> list[Token]:
    """What a deed keeps or breaks, and what that is of: "its side of the accord", "the terms of the truce"."""
    things = [*objects(deed), *prepositional(deed, ("by", "with", "to", "on"))]
    return [t for thing in things for t in (thing, *prepositional(thing, ("of", "under")))]


def _of_breaches(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "Denounced Kenya's breaches of the truce", "what it called breaches of the truce by Kenya": Kenya."""
    things = [*objects(verb), *prepositional(verb, ("of", "about", "against", "over"))]
    called = [c for c in verb.subtree if c.dep_ in {"oprd", "dobj", "attr"} and c.head.lemma_ in {"call", "describe"}]
    breaches = [t for t in (*things, *called) if t.lemma_.lower() in lexicon.words(WORDS, "breach")]
    owners = [c for t in breaches for c in t.lefts if c.dep_ in {"poss", "amod", "compound", "nmod"}]
    inner = [g for t in breaches for g in (t, *prepositional(t, ("of",)))]
    return [*owners, *(t for g in inner for t in prepositional(g, ("by",)))]

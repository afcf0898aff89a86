"""What a party tells another to do outright: "Free the captives," "please stop the raids", in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import mention_at, objects
from dragoman.annotate.phrases import is_question
from dragoman.kinds.asking import Wanted, whole_content
from dragoman.kinds.frames import Met, attributions_at, speakers_at
from dragoman.kinds.terms import faint_issue_at, issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

BEFORE = frozenset({"please", "now", "but", "and", "so", "then", "just", "immediately"})
"""Words that may stand before the verb of an order."""
OWN = frozenset({"us", "me", "'s", "’s"})
"""Whom "let" asks nothing of: "let us begin"."""


LETTING = frozenset({"let", "give", "get", "keep"})


def imperative(annotated: Annotated, met: Met, lexicon: Lexicon) -> Wanted | None:
    """ "Free the captives," said by a party: freeing them; whom it speaks to where it names them first."""
    verb = met.head
    if verb.tag_ != "VB" or verb.dep_ not in {"ROOT", "ccomp", "conj"} or is_question(verb):
        return None
    if any(c.dep_ in {"nsubj", "nsubjpass", "aux", "expl", "mark", "neg"} for c in verb.children):
        return None
    said = attributions_at(annotated, verb.idx)
    if not said or said[0].form == "indirect" or not _opens(verb, said[0].content[0].start):
        return None
    clauses = [c for c in verb.children if c.dep_ == "ccomp"] if verb.lemma_ == "let" else []
    let = [c for clause in clauses for c in clause.lefts if c.dep_ == "nsubj"]
    things = objects(verb) or let
    if not things or any(t.lower_ in OWN for t in (*things, *verb.children) if verb.lemma_ in LETTING):
        return None
    words = whole_content(verb, bare=False)
    vague = issue_at(annotated, words, lexicon) == faint_issue_at(annotated, words, lexicon) == "other"
    if vague and not (let and any(c.dep_ == "poss" for c in let[0].lefts)):
        return None
    called = [c for c in verb.children if c.dep_ == "npadvmod" and mention_at(annotated, c)]
    return Wanted((verb,), speakers_at(annotated, verb.idx), tuple(called), bare=True)


def _opens(verb: Token, begins: int) -> bool:
    """Whether nothing but "please" or a name stands before the verb in its sentence or quotation."""
    before = [t for t in verb.sent if max(begins, verb.sent.start_char) <= t.idx < verb.idx]
    return all(t.is_punct or t.is_space or t.lower_ in BEFORE for t in before)

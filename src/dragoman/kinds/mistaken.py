"""Those who were met and whom the parser takes for the subject of a clause: "with families taken hostage"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import SUBJECT_DEPS

if TYPE_CHECKING:
    from dragoman.parsed import Token

FORMS = frozenset({"VBN", "VBD", "VB"})
"""Of "families taken hostage", "met with Minister Sole to discuss it"."""


def taken_for_clause(verb: Token) -> list[Token]:
    """The subjects of a clause behind the verb's "with", be the word taken for a preposition or a conjunction."""
    clauses = [c for c in verb.rights if c.dep_ == "advcl" and any(_is_with(m) for m in c.lefts if m.dep_ == "mark")]
    clauses += [c for w in verb.rights if w.dep_ == "prep" and _is_with(w) for c in w.children if c.dep_ == "pcomp"]
    own = [c for clause in clauses if clause.tag_ in FORMS for c in clause.lefts if c.dep_ in SUBJECT_DEPS]
    return [t for subject in own for t in (subject, *subject.conjuncts)]


def _is_with(word: Token) -> bool:
    return word.lower_ == "with"

"""What a party is ready to give or do for another: terms that it puts by saying so ("ready to swap drones for aid")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, prepositional, subjects
from dragoman.kinds.frames import Met, clause_words
from dragoman.kinds.provisos import RETURN
from dragoman.kinds.terms import issue_at
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE = "kinds/proposal"


def given(annotated: Annotated, met: Met, lexicon: Lexicon) -> tuple[Token, list[Token]] | None:
    """The deed that a party is ready for, and those who say they are; None where it puts no terms by it.

    A swap puts terms whatever it is about; another deed only where it is of one of the issues of talks.
    """
    deed = next((c for c in met.head.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB"), None)
    is_said = met.head.dep_ == "acomp" or (met.head.pos_, met.head.dep_) == (
        "ADJ",
        "ccomp",
    )  # "declared itself willing"
    above = met.head.head if is_said else met.head
    if deed is None or above.pos_ not in {"AUX", "VERB"} or any(c.dep_ == "neg" for c in above.children):
        return None
    swapped = prepositional(deed, ("in",)) if any(t.lemma_ in RETURN for t in prepositional(deed, ("in",))) else []
    word = deed.lemma_.lower()
    if word not in lexicon.words(TABLE, "give") and not swapped:
        return None
    vague = issue_at(annotated, clause_words(deed), lexicon) in {"other", "process"}
    traded = word in lexicon.words(TABLE, "swap") and any(t.lower_ == "for" for t in deed.subtree)
    if not objects(deed) or (vague and not swapped and not traded):
        return None
    who = [c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"}] or subjects(above)
    return deed, who

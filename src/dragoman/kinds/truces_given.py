"""Truces of one side alone, which bind it: "declared a unilateral truce", "extended its ceasefire by a week"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import clause_span, objects
from dragoman.kinds.truces import is_truce
from dragoman.lexicon import Lexicon
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token

LENGTH = frozenset({"by", "for", "until", "till", "through", "to", "from"})
"""What tells how long a truce is kept, though it hangs on the verb: "extended the truce by a week"."""
ALONE = frozenset({"unilateral", "one-sided", "own"})
ANNOUNCING = frozenset({"announce", "proclaim"})
"""What mediators do with the truces of others, too."""


def truce_given(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Declared a unilateral truce", "extended its ceasefire by a week": the truce; None where it is between two."""
    truce = next((t for t in objects(verb) if is_truce(t, lexicon)), None)
    if truce is None or any(c.dep_ in {"oprd", "ccomp"} for c in verb.children):
        return None  # "declared the truce over"
    if any(c.lower_ in {"between", "with", "among"} for t in (truce, verb) for c in t.children if c.dep_ == "prep"):
        return None
    is_own = any(c.lower_ in ALONE or c.tag_ == "PRP$" for c in truce.lefts)
    return truce if is_own or verb.lemma_ not in ANNOUNCING else None


def with_length(verb: Token, truce: Token) -> Span:
    """The words of a truce, and how long it is kept."""
    span = clause_span(truce)
    lasts = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in LENGTH and c.i > truce.i]
    ends = [c.right_edge.idx + len(c.right_edge) for c in lasts]
    return Span(span.start, max([span.end, *ends]))

"""Assent to an idea that takes on no terms: "welcomed the plan", "supports a truce", "agreed in principle"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.kinds.frames import Met
    from dragoman.parsed import Token

BACKING = frozenset({"response.back", "response.welcome", "response.express_support"})
"""Rows of speaking for an offer, whoever made it and to whom."""


def is_in_principle(met: Met, answered: Token) -> bool:
    """Whether an acceptance that is told by these words, of what `answered` heads, is one of the idea alone."""
    near = (*met.parts, answered)
    said = {c.lower_ for word in near for prep in word.children if prep.lower_ == "in" for c in prep.children}
    return met.row.id in BACKING or "principle" in said


BEFORE = frozenset({"continue", "remain", "keep"})
"""Verbs under which backing is told as what was before: "continues to support"."""


def is_no_answer(met: Met, answered: Token, plans: frozenset[str]) -> bool:
    """Whether backing that goes on answers nothing: "will continue to support the truce".

    Of a plan, and told as what is ("continues to back the plan"), it says where somebody stands.
    """
    above = met.head.head
    if met.row.id in BACKING and _is_promised(met.head):
        return True
    if met.row.id not in BACKING or met.head.dep_ != "xcomp" or above.lemma_ not in BEFORE:
        return False
    is_finite = above.tag_ in {"VBZ", "VBP", "VBD"}
    return not is_finite or answered.lemma_.lower() not in plans


PROMISING = frozenset({"commit", "pledge", "promise", "vow", "undertake"})


def _is_promised(verb: Token) -> bool:
    """ "Has pledged to keep ports open, including by backing the accord": what somebody promises to do."""
    return verb.tag_ == "VBG" and any(t.lemma_ in PROMISING for t in verb.ancestors)

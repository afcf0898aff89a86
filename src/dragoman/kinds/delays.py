"""Frames of answers that are put off, shut out or given in a bare verb: what they are about, and the stance."""

from __future__ import annotations

from dragoman.kinds.answerable import About, Frame, attended
from dragoman.kinds.bare_answers import REFUSING, is_bare, offer_before
from dragoman.kinds.conditions import conditions_beside
from dragoman.kinds.frames import Met
from dragoman.kinds.putting_off import is_not_yet, is_unsigned, left_open, signed_paper, time_for
from dragoman.kinds.refusing import dealt, is_ahead, is_at_issue
from dragoman.kinds.response import Stance
from dragoman.kinds.shut_out import none_to_be, out_of_question, worthless
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated


def _sign(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Has yet to sign the deal", "will not sign it"; a signature given is an agreement, and no answer."""
    only = any(c.lower_ == "only" or c.dep_ == "advcl" for c in met.head.children)
    if is_ahead(met.head) and only and not negated:  # "would sign it only if"; without a condition it is promised
        found = signed_paper(met.parts, lexicon)
        return About("accept", *found) if found is not None and conditions_beside(met.head, lexicon) else None
    unsigned = is_unsigned(met.head)
    refused = negated and is_ahead(met.head)
    found = signed_paper(met.parts, lexicon) if unsigned or refused else None
    return About("stall" if unsigned else "reject", *found) if found is not None else None


def _undecided(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Has not decided whether to attend the talks"."""
    clause = left_open(met.head)
    head = attended(clause, lexicon) if clause is not None else None
    return About("stall", head) if head is not None else None


def _time(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Asked for more time to study the offer"."""
    head = time_for(met.parts, lexicon)
    return About("stall", head) if head is not None and not negated else None


def _shut_out(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "There will be no talks", "sees no point in a truce", "a deal is out of the question"."""
    head = SHUT_OUT[met.row.means](met.head, lexicon)
    return About("reject", head) if head is not None else None


SHUT_OUT = {"none": none_to_be, "worthless": worthless, "out": out_of_question}


def _bare(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "They refused", "they have not responded", of what was offered just before."""
    verb = met.head
    head = offer_before(verb, lexicon) if is_bare(verb) else None
    if head is None or (negated and verb.lemma_ in REFUSING):
        return None
    if verb.lemma_ in REFUSING:
        return About("reject", head, verb)
    if verb.lemma_ == "accept":
        return About("reject" if negated and not is_not_yet(verb) else "stall" if negated else "accept", head, verb)
    return About("stall", head, verb) if negated else None


def _unwilling(annotated: Annotated, met: Met, lexicon: Lexicon, negated: bool) -> About | None:
    """ "Is unwilling to accept the plan", "was reluctant to sign it": refused, or taken up only with doubt."""
    clause = next((c for c in met.head.children if c.dep_ in {"xcomp", "acl"}), None)
    head = (attended(clause, lexicon) or dealt(clause, lexicon)) if clause is not None else None
    refuses = clause is not None and head is None and met.row.means.endswith("not")
    head = clause if refuses and clause is not None and is_at_issue(annotated, clause, lexicon) else head
    denied = negated or any(c.dep_ == "neg" for c in met.head.head.children)
    stance: Stance = "reject" if met.row.means.endswith("not") else "ambiguous"
    return About(stance, head) if head is not None and met.head.dep_ == "acomp" and not denied else None


DELAYS: dict[str, Frame] = {
    "sign": _sign,
    "undecided": _undecided,
    "time": _time,
    "bare": _bare,
    "will not": _unwilling,
    "doubts": _unwilling,
    **dict.fromkeys(SHUT_OUT, _shut_out),
}

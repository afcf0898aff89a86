"""Where a party answers an offer: verbs of accepting, refusing, doubting, putting off, and the conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from dragoman.annotate.belonging import OPPOSED
from dragoman.annotate.phrases import is_question
from dragoman.kinds.answered import about, is_yet_to
from dragoman.kinds.answerers import answerers, spoken_for, teller, told_as
from dragoman.kinds.conditions import asks_something, condition_words, conditions_beside
from dragoman.kinds.frames import (
    acts_for_itself,
    attributions_at,
    clause_words,
    is_performed,
    own_words,
    phrase_table,
    rows_met,
    telling_span,
    trimmed,
    without_reason,
)
from dragoman.kinds.principle import BACKING, is_in_principle, is_no_answer
from dragoman.kinds.putting_off import is_left_undone, is_not_yet
from dragoman.kinds.refusing import blamed, until_when
from dragoman.kinds.response import Stance, ToldAs
from dragoman.kinds.unanswered import (
    is_own_offer,
    is_unanswered,
    when_answered,
)
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span, When

if TYPE_CHECKING:
    from dragoman.parsed import Token

TABLE, OFFERS = "kinds/response", "kinds/offer_words"
IN_FRAMES = frozenset(
    {
        "condition",
        "hold",
        "contact",
        "decide",
        "yet",
        "manner",
        "show",
        "land",
        "judge",
        "hearsay",
        "urge",
        "keep",
        "travel",
        "weigh",
        "assent",
    }
)
"""Rows that only lend their words to a frame."""
UPON = frozenset({"on", "upon"})
"""What makes of a call a demand: "called on Kenya to accept"."""


class Answer(Struct, frozen=True):
    """One answer as the text tells it; `told` covers the words that tell it."""

    by: tuple[Actor, ...]
    stance: Stance
    about: Span
    told: Span
    rule: str
    conditions: tuple[Span, ...] = ()
    asks: tuple[Span, ...] = ()
    """Those of the conditions that say what shall happen, not only that there are conditions."""
    when: When | None = None
    told_by: Actor | None = None
    told_as: ToldAs = "reporter"
    in_principle: bool = False


def find_answers(annotated: Annotated, lexicon: Lexicon) -> Iterator[Answer]:
    """Every answer that a party gives, in the order of the text; those with conditions are conditional."""
    table = phrase_table(lexicon, TABLE, IN_FRAMES)
    for met in rows_met(annotated.doc, table):
        found = about(annotated, met, lexicon)
        if found is None or _is_supposed(annotated, met.head, lexicon):
            continue
        if is_no_answer(met, found.head, lexicon.words(OFFERS, "plan")) or is_unanswered(met.head, lexicon):
            continue
        by = tuple(a for a in answerers(annotated, met, lexicon) if acts_for_itself(a, lexicon))
        by = spoken_for(annotated, met.head, by)
        jointly = (len({actor.side or actor.name for actor in by}) > 1 or any(map(_are_opposed, by))) and (
            met.head.lemma_ == "agree"
            or (met.row.id in BACKING and any(c.lower_ in {"will", "shall"} for c in met.head.children))
        )
        if not by or jointly or is_own_offer(annotated, found.head, by, lexicon):
            continue  # both "agreed to a truce": an agreement
        heads = conditions_beside(met.head, lexicon)
        conditions = tuple(map(condition_words, heads))
        answer = Answer(
            by=by,
            stance=found.stance,
            about=_before_conditions(_answered(found.head, met.head), found.head, conditions),
            told=telling_span(met, [*_near_subject(met.head), found.said or found.head]),
            rule=met.row.id,
            when=when_answered(annotated, met.head),
            told_by=teller(annotated, met.head, by, lexicon),
            told_as=told_as(annotated, met.head, by, lexicon),
            in_principle=found.stance == "accept" and is_in_principle(met, found.head),
        )
        if found.stance in {"accept", "reject"} and not conditions and _is_only_possible(met.head):
            continue
        yield _bound(answer, heads, met.head, lexicon)


def _bound(answer: Answer, heads: list[Token], verb: Token, lexicon: Lexicon) -> Answer:
    """The answer with its conditions: an acceptance "if", a refusal "until"."""
    if answer.stance == "reject":
        heads = until_when(verb, lexicon)
    if answer.stance not in {"accept", "reject"} or not heads:
        return answer
    asks = tuple(condition_words(t) for t in heads if asks_something(t, lexicon))
    conditions = tuple(map(condition_words, heads))
    return structs.replace(answer, stance="accept_conditionally", conditions=conditions, asks=asks)


def _answered(head: Token, verb: Token) -> Span:
    """The words of what is answered, without the clause that tells of the answer ("the truce that Kenya accepted")."""
    if not verb.is_ancestor(head) and verb.dep_ in {"relcl", "acl"} and head in verb.ancestors:
        first, last = own_words(head, frozenset({"relcl", "acl"}))
        return trimmed(head.doc, max(first, head.sent.start), min(last, head.sent.end))
    none = next((c for c in head.lefts if c.lower_ == "no" and c.dep_ == "det"), None)
    words = clause_words(head)
    if none is not None and none.idx == words.start:  # "no talks with the rebels": the talks
        words = Span(head.doc[none.i + 1].idx, words.end)
    return without_reason(head, words)


def _before_conditions(about: Span, head: Token, conditions: tuple[Span, ...]) -> Span:
    """ "A truce on condition that the raids stop": the truce."""
    first = conditions[0].start if conditions else about.end
    if not head.idx < first < about.end:
        return about
    binding = next((c for c in head.rights if c.idx < first <= c.doc[c.right_edge.i].idx + len(c.right_edge)), None)
    end = binding.left_edge.i if binding is not None else head.i + 1
    return trimmed(head.doc, head.left_edge.i, end)


def _is_only_possible(head: Token) -> bool:
    """ "could accept", "might reject", "can support it": no answer yet; "cannot accept" is one."""
    able = any(c.dep_ == "aux" and c.lower_ == "can" for c in head.children)
    denied = any(c.dep_ == "neg" for c in head.children)
    refuses = denied and any(c.dep_ in {"dobj", "nsubjpass", "prep"} for c in head.children)
    maybe = {"might", "may"} if refuses else {"could", "might", "may"}  # "could not accept it", in a report: cannot
    unsure = any(c.dep_ == "aux" and c.lower_ in maybe for c in head.children)
    return unsure or (able and not denied)


def _are_opposed(actor: Actor) -> bool:
    """ "Kenya's warring sides": several, who agree with one another."""
    return actor.kind == "group" and bool(OPPOSED & set(actor.name.lower().split()))


def _is_supposed(annotated: Annotated, head: Token, lexicon: Lexicon) -> bool:
    """ "if Kenya accepts", "should accept", "urged Kenya to accept", "hoped that Kenya would accept": no answer yet."""
    below = [c.lower_ for c in head.children if c.dep_ in {"mark", "aux"}]
    if set(below) & {"if", "whether", "unless", "must", "should", "until"} or is_question(head) or _is_torn(head):
        return True
    if head.dep_ in {"ccomp", "xcomp"} and head.head.lemma_ == "deny":
        return True  # "denied that it had accepted": none is told
    spoke_to = (
        head.dep_ in {"advcl", "xcomp"}
        and head.head.lemma_.lower() in lexicon.words(TABLE, "contact")
        and not any(c.dep_ == "prep" and c.lower_ in UPON for c in head.head.children)
    )
    is_blamed = blamed(head) is not None
    if (
        not spoke_to
        and not is_blamed
        and not is_yet_to(head, lexicon)
        and not is_left_undone(head)
        and not is_performed(head, lexicon.words(TABLE, "decide"))
    ):
        return True
    return any(said.wish and said.rule.startswith("thought.") for said in attributions_at(annotated, head.idx))


def _is_torn(verb: Token) -> bool:
    """ "It is time to demand that Kenya come, accept the plan": a bare verb that the parser joins to the first."""
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in verb.children)
    return verb.tag_ in {"VB", "VBP"} and verb.dep_ == "conj" and verb.head.tag_ in {"VBZ", "VBD"} and not subject


def _near_subject(head: Token) -> list[Token]:
    """The subject, or without one what negates the answer, which its words must not leave off."""
    is_below = (head.pos_ == "ADJ" and head.head.pos_ in {"AUX", "VERB"}) or (head.dep_ == "xcomp" and is_not_yet(head))
    found = head.head if is_below else head
    own = [c for c in found.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < head.i]
    return own or [c for t in dict.fromkeys((found, head)) for c in t.children if c.dep_ == "neg" and c.i < head.i]

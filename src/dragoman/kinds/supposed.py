"""Acts that nobody tells as done: asked about, warned of, averted, aimed at, or only felt as a threat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import VERBAL, is_passive, subjects
from dragoman.annotate.phrases import is_question
from dragoman.kinds.act_heads import is_verbal
from dragoman.kinds.unasked import is_of_asker
from dragoman.kinds.wielding import is_party
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

WORDS = "kinds/action_words"
THREATEN, TRUCE = "action.threaten", "truce."
ABOUT = frozenset({"of", "about", "against", "from"})


def is_supposed_act(annotated: Annotated, head: Token, rule: str, lexicon: Lexicon) -> bool:
    """Whether a verb or noun of an act stands where the act is asked about or thought of, and not told.

    "Have the rebels taken the ship?", "claims about an attack by Kenya", "to deter an invasion", "its safety is
    threatened by Kenyan drills".
    """
    if is_question(head):
        if rule.startswith(TRUCE) or _is_asked(head):
            return True
    elif is_of_asker(annotated, head) or _is_of_what_is_asked(head):
        return True
    if is_verbal(head):
        return rule == THREATEN and _is_felt(annotated, head)
    return _is_thought_of(head, lexicon)


def _is_of_what_is_asked(verb: Token) -> bool:
    """ "Urged them to leave land they seized": which land, beside what is asked."""
    noun = verb.head
    governing = noun.head if noun.dep_ == "dobj" else noun
    asked = governing.tag_ == "VB" and any(c.tag_ == "TO" for c in governing.children)
    by_pronoun = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in verb.children)
    return verb.dep_ == "relcl" and asked and by_pronoun and governing.head.lemma_ in ASKING


ASKING = frozenset({"call", "urge", "ask", "demand", "order", "require", "tell", "want", "request"})


def _is_asked(verb: Token) -> bool:
    """ "Did they raid it?", "do you think they raided it?"; "why did they raid it?" takes the raid as known."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in VERBAL:
        first = first.head
    is_known = any(c.tag_ == "WRB" for c in verb.children)
    return verb.pos_ in VERBAL and first.dep_ in {"ROOT", "ccomp"} and not is_known


def _is_felt(annotated: Annotated, verb: Token) -> bool:
    """ "Its safety is threatened by Kenyan drills": no threat that Kenya made."""
    return is_passive(verb) and not any(is_party(annotated, doer) for doer in subjects(verb))


def _is_thought_of(noun: Token, lexicon: Lexicon) -> bool:
    """ "To deter a raid or a renewed attack", "warned of an attack", "there was no attack"."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == noun.pos_:
        first = first.head
    before = {t.lower_ for t in noun.doc[first.left_edge.i : first.i]}
    if before & {"no", "not"} or (first.dep_ == "attr" and _is_denied(first.head)):
        return True
    above = first.head
    if first.dep_ == "pobj" and above.lower_ in ABOUT:
        return above.head.lemma_.lower() in lexicon.words(WORDS, "warning")
    return first.dep_ == "dobj" and above.lemma_.lower() in lexicon.words(WORDS, "averting")


def _is_denied(verb: Token) -> bool:
    return verb.lemma_ == "be" and any(c.dep_ == "neg" for c in verb.children)

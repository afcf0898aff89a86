"""Talks that are under way or fixed, by words beside them: "had begun on Thursday", "the upcoming talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.status import whole_of
from dragoman.lexicon import load_lexicon
from dragoman.types import EventStatus

if TYPE_CHECKING:
    from dragoman.parsed import Token

TALKS = frozenset({"talk", "negotiation", "discussion", "consultation", "dialogue", "round", "conference", "summit"})
BEGUN = frozenset({"begin", "start", "open", "launch", "enter", "kick"})
FIXED = frozenset({"upcoming", "forthcoming", "scheduled"})
ENDED = frozenset({"end", "conclude", "finish", "close", "collapse", "fail", "break"})


def as_told_beside(noun: Token, status: EventStatus) -> EventStatus:
    """The status of talks as the words beside them make it; else the one that is given.

    Talks that are told to have begun, and not to have ended, go on; "upcoming" ones are planned, whoever stays away.
    """
    if status == "held" and _was_said_to_go_on(noun):
        return "ongoing"
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in TALKS:
        return status
    whole = whole_of(noun)
    if status in {"proposed", "expected"} and any(c.lower_ in FIXED for n in {noun, whole} for c in n.lefts):
        return "planned"
    if status == "held" and whole.dep_ in {"nsubj", "nsubjpass", "dobj"} and _has_begun(whole.head):
        return "ongoing"
    return status


def _has_begun(verb: Token) -> bool:
    """ "Began on Monday", "have started"; not "began and ended"."""
    ended = any(c.dep_ == "conj" and c.lemma_ in ENDED for c in verb.children)
    is_going = verb.lemma_ == "be" and any(t.lower_ in GOING for c in verb.rights for t in c.subtree)
    return is_going or (verb.lemma_ in BEGUN and verb.tag_ in {"VBD", "VBN"} and not ended)


GOING = frozenset({"underway", "way", "progress"})
"""Words of "was under way", "are in progress"."""


def _was_said_to_go_on(verb: Token) -> bool:
    """ "He said they were discussing it": the tense is the telling's, and they still do."""
    is_going = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in {"was", "were"} for c in verb.children)
    return (
        is_going and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in load_lexicon().words("speech/verbs", "said")
    )

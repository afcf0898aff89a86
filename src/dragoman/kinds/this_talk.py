"""What is said of the talk itself: "we will go ahead with the first question", "I'll turn it over to the envoy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.voices import is_transcript
from dragoman.types import Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
PRESENT = frozenset({"i", "we", "you"})
"""Those who speak and listen."""


def phrases_of(verb: Token) -> frozenset[str]:
    """The lemma of a verb, alone and with each word below it: "go", "go ahead"; joined clauses aside.

    With its particle only where it has one: who will "end up with" it doesn't "end with" it.
    """
    # "who" is no part of it: "a truce that will take effect" is not "take that"
    particles = [c for c in verb.children if c.dep_ == "prt"]
    below = particles or [c for c in verb.children if c.dep_ not in {"nsubj", "conj"}]
    if particles and any(c.dep_ == "dobj" for c in verb.children):  # who will "hand over" prisoners says no farewell
        below = []
    lemma = verb.lemma_.lower()
    return frozenset({lemma, *(f"{lemma} {t.lemma_.lower()}" for c in below for t in (c, *c.children))})


def is_of_this_talk(annotated: Annotated, verb: Token, root: Token, talk: frozenset[str]) -> bool:
    """Whether those who speak or listen do something with the talk: "we will go ahead", "I'll leave it there".

    `talk` are the words of that. What others will do, outside of a transcript, is an event: "talks will go ahead",
    "the delegation will leave".
    """
    if not phrases_of(verb) & talk:
        return False
    who = [c for c in root.children if c.dep_ in SUBJECTS]
    return not who or any(t.lower_ in PRESENT for t in who) or is_transcript(annotated)

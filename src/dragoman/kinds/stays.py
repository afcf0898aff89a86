"""Who is told to be in a town, or to be due there: "is due in Oslo on Friday", "was in Oslo to support the plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.clauses import objects, subjects
from dragoman.annotate.status import event_status
from dragoman.types import EventStatus

if TYPE_CHECKING:
    from dragoman.parsed import Token

AT = frozenset({"in", "at"})
PLACES = frozenset({"GPE", "LOC"})
STATUS: dict[str, EventStatus] = {"due": "planned", "expect": "expected"}
"""What becomes of a journey by the word that tells of it; where somebody "is", the tense tells."""


def staying(word: Token) -> list[Token]:
    """Those who are due or expected in a town, or are there for a purpose; else nobody. `word` governs the town."""
    if not _is_in_town(word):
        return []
    if word.lower_ == "due":
        return [word.head] if word.dep_ in {"amod", "acl"} else subjects(word.head) if word.head.lemma_ == "be" else []
    if word.lemma_ == "expect":
        is_sought = any(c.dep_ in {"xcomp", "ccomp"} for c in word.children)
        return objects(word) if word.tag_ == "VBN" and not is_sought else []
    if word.lemma_ == "be" and (is_due(word) or _is_there_to(word)):
        return subjects(word)
    return []


def status_of_stay(word: Token) -> EventStatus:
    """What became of the journey that the word tells."""
    told = STATUS.get("due" if is_due(word) else word.lemma_.lower())
    if told is not None:
        return told
    status = event_status(word).value
    return "ongoing" if status == "held" and word.tag_ in {"VBZ", "VBP"} else status


def is_there_for(be: Token) -> bool:
    """Whether "be" tells that somebody is in a town, or is due there: "was in Oslo for talks"."""
    return be.lemma_ == "be" and any(map(_is_in_town, (be, *(c for c in be.children if c.lower_ == "due"))))


def is_due(be: Token) -> bool:
    """ "Is due back in Oslo", of which the parser hangs the town on "is"."""
    return any(c.lower_ == "due" and c.dep_ == "acomp" for c in be.children)


def _is_there_to(be: Token) -> bool:
    """Whether a purpose follows: "was in Oslo to support the plan"."""
    aims = [c for c in be.rights if c.dep_ in {"advcl", "xcomp"} and c.tag_ == "VB"]
    return any(c.lower_ == "to" and c.dep_ == "aux" for aim in aims for c in aim.children)


def _is_in_town(word: Token) -> bool:
    return any(t.ent_type_ in PLACES for above in (word, over_town(word)) for t in _towns(above))


def over_town(word: Token) -> Token:
    """The word that the parser hangs the town on: "due", or "back" in "due back in Oslo"."""
    return next((c for c in word.rights if c.dep_ == "advmod" and _towns(c)), word)


def _towns(word: Token) -> list[Token]:
    return [t for c in word.rights if c.dep_ == "prep" and c.lower_ in AT for t in c.children if t.dep_ == "pobj"]

"""Whether talks told without their parties are certain ones: they have a place, a day or a number of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.status import whole_of
from dragoman.kinds.attending import CONSENTING, ContactWords
from dragoman.kinds.dated import NEAR, has_own_day
from dragoman.kinds.meeting import DONE
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.kinds.encounters import Encounter
    from dragoman.parsed import Token

OPEN_ROWS = frozenset(
    {"contact.meeting", "contact.talks", "contact.negotiations", "contact.summit", "contact.conference"}
)


def is_open(annotated: Annotated, noun: Token, told: Encounter, words: ContactWords) -> bool:
    """Whether talks told without their parties are certain ones: they have a place or a day of their own."""
    if (
        noun.is_upper
        or told.rule not in OPEN_ROWS
        or noun.lemma_.lower() in words.vague
        or (noun.tag_ == "NN" and not _is_counted(noun) and not is_many(noun, told.participants))
    ):
        return False
    if told.rule == "contact.conference" and whole_of(noun).dep_ == "pobj" and not has_own_day(annotated, noun):
        return False  # "in the corridor of an Oslo conference"
    return (
        bool(told.place)
        or has_own_day(annotated, noun, YEAR if _is_past(annotated, told) else NEAR)
        or _is_lasting(noun)
        or (bool(told.participants) and _is_begun(noun, told, words))
        or _is_numbered(noun)
    )


YEAR = 366
"""Days that the time of talks that lie behind may span: "the talks of 2014"."""
LENGTHS = frozenset({"week", "month", "year", "decade"})


def _is_past(annotated: Annotated, told: Encounter) -> bool:
    """Whether the days of the telling are over: "the talks of 2014", not "talks since October"."""
    end, today = told.when.end if told.when is not None else None, annotated.article.published
    return told.status in DONE | {"cancelled"} and end is not None and today is not None and end < today


def _is_lasting(noun: Token) -> bool:
    """ "After three months of talks", "more than a year of secret negotiations": they went on for so long."""
    whole = whole_of(noun)
    above = whole.head.head if whole.dep_ == "pobj" and whole.head.lower_ == "of" else whole
    return whole.lemma_ in LENGTHS or (above != whole and above.lemma_ in LENGTHS)


def _is_numbered(noun: Token) -> bool:
    """ "Then a second round": one more of those that were counted before."""
    beside = {c.lower_ for c in noun.lefts}
    return noun.lemma_ == "round" and "a" in beside and bool(beside & {"second", "third", "fourth", "fifth", "sixth"})


def _is_begun(noun: Token, told: Encounter, words: ContactWords) -> bool:
    """ "the envoy opened the talks": somebody is told to have begun or ended them."""
    whole = whole_of(noun)
    if whole.dep_ == "pobj" and whole.head.lower_ in {"to", "into"} and whole.head.head.lemma_ in CONSENTING:
        return told.status != "proposed" and whole.head.head.dep_ != "pcomp"  # "before agreeing to talks"
    return whole.dep_ == "dobj" and whole.head.lemma_.lower() in words.beginning and told.status != "proposed"


def is_body(noun: Token, parties: tuple[Actor, ...]) -> bool:
    """Whether one organisation of many members meets: "the African Union will hold a summit"."""
    return noun.lemma_ in {"meeting", "summit", "session"} and [p.kind for p in parties] == ["organisation"]


def is_many(noun: Token, parties: tuple[Actor, ...]) -> bool:
    """ "finance ministers meeting in Oslo": a group that comes together."""
    return noun.lower_ in {"meeting", "gathering"} and any(c.tag_ == "NNS" for c in noun.lefts) and len(parties) == 1


def _is_counted(noun: Token) -> bool:
    """Whether a singular noun is one contact and not the thing as such: "a meeting", "Monday's summit"."""
    return any(child.dep_ in {"det", "poss", "amod", "compound", "nummod"} for child in noun.lefts)


TRILATERAL = frozenset({"trilateral", "three-way", "tripartite"})


def is_trilateral(noun: Token, words: ContactWords) -> bool:
    """ "The trilateral talks", "as for the trilateral talks, discussions are to open on Friday"."""
    before = noun.doc[noun.sent.start : noun.i]
    return any(t.lower_ in TRILATERAL and (t.head == noun or t.head.lemma_ in words.nouns) for t in before)

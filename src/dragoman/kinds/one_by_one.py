"""Several contacts that one verb or noun tells: "spoke with A and with B", "met A, then B", "visited two capitals"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.clauses import actors_at, subjects
from dragoman.annotate.status import whole_of
from dragoman.kinds.attending import doers
from dragoman.kinds.destinations import goals_of
from dragoman.kinds.legs import legs_after, told_before
from dragoman.kinds.stops import Stop, stops_of
from dragoman.kinds.titles import titled_actors
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Span

if TYPE_CHECKING:
    from dragoman.kinds.encounters import Encounter
    from dragoman.parsed import Token

REMOTE_MODES = frozenset({"call", "video", "message"})
"""Modes that take place nowhere: a place in their clause is what they were about."""
APART = frozenset({"separately", "separate", "individually", "respectively"})
"""Words by which several were met one by one."""
IN_TURN = re.compile(r"\b(?:in turn|one by one|one after (?:the other|another)|each of)\b")
LEADERS = re.compile(r"(?:['’]s?|both|two) (?:leaders|presidents|foreign ministers)\b")
"""Leaders of several states, whom one telephones one by one: "spoke with the two countries' leaders"."""
TOGETHER = frozenset({"jointly", "together", "joint"})
"""Words by which several were met at once, whatever prepositions stand before each."""


def one_by_one(annotated: Annotated, event: Token, told: Encounter, lexicon: Lexicon) -> Iterator[Encounter]:
    """ "Met A in Oslo on Monday and B in Bergen on Tuesday": the contact told, without B, and one with each other."""
    legs = list(legs_after(annotated, event, lexicon))
    own = _own_parties(annotated, event, told)
    others = {actor.name for leg in legs for actor in leg.others}
    first = tuple(p for p in told.participants if p.name not in others)
    if not legs or others & {actor.name for actor in own} or len(first) < 2:
        is_far = told.mode in REMOTE_MODES
        yield from _apart(annotated, event, told, () if is_far else stops_of(annotated, event, lexicon))
        return
    words = annotated.article.text[legs[0].span.start : legs[-1].span.end]
    place, when = told_before(annotated, event, legs[0], lexicon)
    topics = tuple(topic for topic in told.topics if topic not in words)
    is_far = told.mode in REMOTE_MODES
    place = place or (told.place if when is None else None)  # "with A and later with B in Oslo"
    yield structs.replace(
        told, participants=first, place=None if is_far else place, when=when or told.when, topics=topics
    )
    for leg in legs:
        place = None if is_far else leg.place
        span = Span(min(told.span.start, leg.span.start), leg.span.end)
        yield structs.replace(told, participants=(*own, *leg.others), place=place, when=leg.when, span=span, topics=())


def _own_parties(annotated: Annotated, event: Token, told: Encounter) -> tuple[Actor, ...]:
    """Those of a contact who are its subject: they met the others."""
    who = titled_actors(annotated, doers(event) if event.pos_ == "VERB" else subjects(whole_of(event).head))
    return tuple(p for p in told.participants if any(p.name == one.name for one in who)) or told.participants[:1]


def _apart(annotated: Annotated, event: Token, told: Encounter, stops: tuple[Stop, ...]) -> Iterator[Encounter]:
    """ "met separately with A and B", "A and B held separate talks with C": a contact of each; else the one told."""
    own = _own_parties(annotated, event, told)
    others = [other for other in told.participants if all(other.name != one.name for one in own)]
    if told.mode == "visit" and len(goals := goals_of(annotated, event, own)) > 1:
        yield from (structs.replace(told, participants=(*own, goal.host), place=goal.place) for goal in goals)
        return
    if not _is_apart(annotated, event, told):
        groups = _behind_each(annotated, event, others)
        if groups:
            yield from (structs.replace(told, participants=(*own, *group)) for group in groups)
        else:
            yield from (structs.replace(told, place=s.place, when=s.when) for s in stops) if stops else (told,)
        return
    is_each = len(others) == 1 and len({one.side for one in own if one.side}) == len(own)
    for met in [(one,) for one in own] if is_each else [own]:
        yield from (structs.replace(told, participants=(*met, other)) for other in others)


def _is_apart(annotated: Annotated, event: Token, told: Encounter) -> bool:
    """Whether words say that several were met one by one, or an envoy went between them."""
    told_by = [whole_of(event).head] if event.pos_ == "NOUN" else []  # "held talks with both, separately"
    near = [event, *told_by, *(c for t in told_by for c in t.rights if c.dep_ == "prep")]
    beside = {c.lower_ for t in near for c in t.children if c.dep_ in {"advmod", "amod"}}
    words = annotated.article.text[told.span.start : told.span.end]
    by_phone = told.mode == "call" and LEADERS.search(words) and len(_states(told)) > 1
    return told.form == "shuttle" or bool(beside & APART or by_phone) or IN_TURN.search(words) is not None


def _states(told: Encounter) -> list[Actor]:
    """Those of a contact who are states."""
    return [party for party in told.participants if party.kind == "state"]


WITH = frozenset({"with", "to"})


def _behind_each(annotated: Annotated, event: Token, others: list[Actor]) -> list[tuple[Actor, ...]]:
    """ "Spoke with A and with B": those behind each "with", where there are two or more of them; else nobody."""
    above = [whole_of(event).head] if event.pos_ == "NOUN" else []
    near = [c for t in (event, *above) for c in t.children if c.lower_ in WITH]
    withs = [c for c in near if c.dep_ in {"prep", "conj"} and c.pos_ == "ADP"]
    withs = list(dict.fromkeys(t for w in withs for t in (w, *(c for c in w.conjuncts if c.lower_ == w.lower_))))
    withs = [w for n, w in enumerate(withs) if n == 0 or w.dep_ == "conj"]  # not "with A, with B as a guest"
    if len(withs) < 2 or any(c.lower_ in TOGETHER for c in event.children):
        return []
    names = {actor.name for actor in others}
    behind = [[t for c in w.children if c.dep_ == "pobj" for t in (c, *c.conjuncts)] for w in withs]
    groups = [tuple(a for a in actors_at(annotated, tokens) if a.name in names) for tokens in behind]
    is_whole = sum(map(len, groups)) == len(others) and all(groups)
    return groups if is_whole and len(groups) > 1 else []

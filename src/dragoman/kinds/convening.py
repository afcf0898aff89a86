"""Who is in talks that name no party, as far as the text tells who mediates them or which body came together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from dragoman.annotate.bylines import joint_authors
from dragoman.annotate.clauses import VERBAL, actors_at, sentence_span, subjects
from dragoman.annotate.mentions import dateline_end
from dragoman.annotate.names import fold
from dragoman.annotate.namesakes import JOINT
from dragoman.annotate.voices import author
from dragoman.kinds.encounters import Encounter
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, Annotated

if TYPE_CHECKING:
    from dragoman.parsed import Token

MEDIATORS = frozenset({"mediator", "co-mediator", "facilitator"})
CALLING = frozenset({"call", "urge", "press", "ask", "invite", "push", "encourage", "appeal"})
"""Verbs by which somebody has others talk."""
PAPERS = frozenset({"statement", "declaration", "communique", "communiqué"})
"""What several issue together."""


def mediators_beside(annotated: Annotated, told: Encounter) -> tuple[Actor, ...]:
    """Those who mediate talks told without their parties, where they call them or are named as mediators beside.

    "As mediators, we call on both sides to resume talks in Oslo", "two days of talks in Oslo, with Oman as mediator".
    Nobody where that is one state only.
    """
    event = _token(annotated, told)
    if event is None or told.place is None:
        return ()
    if not any(party.side for party in told.participants) and (callers := _callers(annotated, event)):
        return callers
    if told.participants or not any(t.sent == event.sent for t in _mediators(annotated)):
        return ()
    span = sentence_span(annotated, event)
    beside = (m for m in annotated.mentions if span.start <= m.span.start < span.end and m.form != "place")
    named = [annotated.actors[i] for mention in beside for i in mention.actors]
    issuer = author(annotated)
    states = [actor for actor in named if actor.kind in {"state", "organisation"} and actor.side]
    return _several((*states, *((issuer,) if issuer is not None else ())))


def with_callers(annotated: Annotated, told: Encounter) -> Encounter:
    """Talks to which mediators call both sides, with the mediators: they are in the room."""
    event = _token(annotated, told) if told.status == "proposed" and told.place is not None else None
    callers = _callers(annotated, event) if event is not None and len(told.participants) > 1 else ()
    sides = {party.side for party in told.participants}
    others = tuple(actor for actor in callers if actor.side not in sides)
    return structs.replace(told, participants=(*told.participants, *others)) if others else told


def _callers(annotated: Annotated, event: Token) -> tuple[Actor, ...]:
    """Several who call others to talks, in a text that speaks of mediators; those of a statement issue it together."""
    verb = event
    while verb.head != verb and not (verb.pos_ in VERBAL and verb.lemma_ in CALLING):
        verb = verb.head
    if verb.lemma_ not in CALLING or verb.pos_ not in VERBAL or not _mediators(annotated):
        return ()
    who = subjects(verb)
    is_paper = any(token.lemma_ in PAPERS for token in who)
    return _several(joint_authors(annotated) if is_paper else actors_at(annotated, who))


def _mediators(annotated: Annotated) -> list[Token]:
    """The words of the text by which somebody is called a mediator."""
    return [token for token in annotated.doc if token.lemma_.lower() in MEDIATORS]


def body_in_town(annotated: Annotated, told: Encounter) -> tuple[Actor, ...]:
    """The one joint body of a report that comes from the town of the talks: "OSLO: ... the International Sudan Group".

    Who gathered in the town that is reported from is whom the report is about; of two bodies neither is meant.
    """
    event = _token(annotated, told)
    town = next((word for word in reversed((told.place or "").split()) if word[:1].isupper()), None)
    head = annotated.doc[: dateline_end(annotated.doc)].text
    if event is None or town is None or fold(town) not in fold(head):
        return ()
    bodies = [a for a in annotated.actors if a.kind == "organisation" and a.side is None and _is_joint(a)]
    return tuple(bodies) if len(bodies) == 1 else ()


def _is_joint(actor: Actor) -> bool:
    """Whether the name says that several belong to it: "International Sudan Support Group", not "Oslo Institute"."""
    words = [fold(word) for word in actor.name.split()]
    return words[0] in JOINT and words[-1] in map(fold, load_lexicon().words("actors/joint"))


def _several(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, each side once; none where that leaves fewer than two."""
    by_side = {actor.side or actor.name: actor for actor in reversed(actors)}
    found = tuple(dict.fromkeys(by_side[actor.side or actor.name] for actor in actors))
    return found if len(found) > 1 else ()


def _token(annotated: Annotated, told: Encounter) -> Token | None:
    """The topmost word of the telling."""
    words = annotated.doc.char_span(told.span.start, told.span.end, alignment_mode="expand")
    return words.root if words is not None else None

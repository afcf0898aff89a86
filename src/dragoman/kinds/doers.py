"""Who acts in a record, and towards whom."""

from __future__ import annotations

from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.compare import fold
from dragoman.kinds.contact import Contact
from dragoman.kinds.demand import Demand
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.non_answer import NonAnswer
from dragoman.kinds.pledge import Pledge
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.kinds.statement import Statement
from dragoman.types import Actor, Record


def doers_of(record: Record) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who acts in a record, and towards whom; in a contact or an agreement all are those who act."""
    match record:
        case Contact():
            return record.participants, ()
        case Agreement():
            return record.parties, ()
        case Proposal():
            return record.by, record.to
        case Demand():
            return record.by, record.of
        case Response():
            return record.by, ()
        case Action():
            return record.actor, record.target
        case Statement():
            return _one(record.speaker), record.hearers
        case Forecast():
            return _one(record.speaker), ()
        case Pledge() | NonAnswer():
            return _one(record.by), ()
    return (), ()


def _one(actor: Actor | None) -> tuple[Actor, ...]:
    return (actor,) if actor else ()


def is_named(actor: Actor, name: str) -> bool:
    """Whether an actor goes by a name, however it is spelt: all its words are in the actor's name, or it is its side.

    >>> is_named(Actor("Volodymyr Zelenskyy", (), "Ukraine"), "zelensky")
    True
    """
    wanted = frozenset(fold(name).split())
    if not wanted:
        return False
    if actor.side and fold(actor.side) == fold(name):
        return True
    return any(wanted <= frozenset(fold(known).split()) for known in (actor.name, *actor.aliases))

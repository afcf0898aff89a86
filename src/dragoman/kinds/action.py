"""Action: a material or verbal act between parties that is none of the other kinds; `type` is PLOVER's."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec.structs import replace

from dragoman.kinds.compare import (
    LEAST_SHARE,
    Handles,
    eras_of,
    near_equal,
    parties,
    party_key,
    persons_agree,
    words_of,
)
from dragoman.kinds.joining import join_actors, longest, settled
from dragoman.kinds.phrasing import dated, names, quoted
from dragoman.kinds.windows import apart_in_time, days_long, is_dated, tightest
from dragoman.types import Actor, EventStatus, Record, When

ActionType = Literal[
    "ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "RETREAT", "CONCEDE",
    "ACCUSE", "THREATEN", "REQUEST", "SUPPORT", "COOPERATE", "PROTEST",
]  # fmt: skip


class Action(Record, frozen=True, kw_only=True, tag="action"):
    """A material or verbal act between parties that is none of the other kinds; `type` is PLOVER's."""

    actor: tuple[Actor, ...]
    target: tuple[Actor, ...] = ()
    type: ActionType
    when: When | None = None
    place: str | None = None
    status: EventStatus = "held"


def block(record: Action) -> str:
    """The type and the side that acts."""
    return f"{record.type}:{party_key(record.actor)}"


def same(a: Action, b: Action) -> bool:
    """Whether two records give one act; symmetric.

    No targets of different sides and no different places, somebody in common where both name persons, and one day at
    most a week wide; where a day is unknown, near-equal words. Attacks of two days are two.
    """
    if not _may_be_one_target(a.target, b.target):
        return False
    if apart_in_time(a.when, b.when) or not persons_agree(a.actor, b.actor):
        return False
    if a.place and b.place and not words_of(a.place) & words_of(b.place):
        return False
    alike = near_equal(a.evidence[0].quote, b.evidence[0].quote, LEAST_SHARE)
    if is_dated(a.when) and is_dated(b.when):
        return alike or days_long(a.when) == days_long(b.when) == 1
    return alike


def _may_be_one_target(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Whether one act can have hit both: a state and its town or people may be one target, two states are not."""
    sided, others = (any(actor.side for actor in actors) for actors in (a, b))
    return not (sided and others) or bool(parties(a) & parties(b))


def handles(record: Action, seen: date) -> Handles:
    """The words that tell the act, and its day where one is known: acts of one day need not be told alike."""
    when = record.when
    day = {str(when.start)} if when is not None and days_long(when) == 1 else set()
    return Handles(words_of(record.evidence[0].quote), LEAST_SHARE, also=frozenset(day), eras=eras_of(when))


def join(records: tuple[Action, ...]) -> Action:
    """One record of one act: what came to pass before what was foreseen, everybody named, the narrowest days.

    Of targets those that are of a side, where there are any: "Uganda" rather than "Uganda and two farmers".
    """
    status = settled(record.status for record in records)
    lead = next(record for record in records if record.status == status)
    places = [record.place for record in records if record.place]
    targets = join_actors(record.target for record in records)
    return replace(
        lead,
        actor=join_actors(record.actor for record in records),
        target=tuple(actor for actor in targets if actor.side) or targets,
        place=longest(places) if places else None,
        when=tightest(record.when for record in records if record.status == status) or lead.when,
    )


def line(record: Action) -> str:
    """The act in one plain line of a brief: who, the type of act, to whom, and the words that tell it."""
    target = f" towards {names(record.target)}" if record.target else ""
    status = "" if record.status == "held" else f", {record.status}"
    told = f"{names(record.actor)}: {record.type.lower()}{target}{status}: {quoted(record.evidence[0].quote)}"
    return dated(record.when, told)

"""Where an entry is filed: by its kind, under each heading that a brief asks for, in the order of `rank`.

A ledger keeps these places beside the entries, so that a brief reads the few that it prints and counts the others. They
are a function of the entry alone; whatever depends on other entries or on the day of a brief is none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from msgspec import Struct

from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.types import Actor, Entry, Record, When

ALL = ""
"""The heading under which every entry is."""
BY_HAND, TRUCE, BRIEFING, BARE, DIFFERS, OMITS = "by hand", "truce", "briefing", "bare", "differs", "omits"
TWICE = "twice"
"""Headings: a person had a hand in it; a ceasefire is among the terms; a briefing that took place; an answer "on
conditions" that are not told; accounts differ; one side's account leaves something out; it is told in more ways than
one."""
SIDE, UNSEEN, ATTACK, AHEAD, MET = "side ", "unseen ", "attack ", "ahead ", "met "
DISPUTES, OMISSIONS = "disputes ", "omissions "
"""Beginnings of headings, and what follows: a side that acts, and that acts in what became known on no
known day; who attacks whom; the last day of a contact to come; of a
contact that took place a `Meeting`; how many disputes, or groups of omissions."""

ACTING = {
    "contact": "participants",
    "proposal": "by",
    "response": "by",
    "demand": "by",
    "agreement": "parties",
    "action": "actor",
    "pledge": "by",
}
"""Kinds that make someone a party, and their field that has who does what they tell."""
BACKGROUND = 30
"""Days after which a thing that is told is background."""
SURE = 31
"""A window longer than so many days ("in 2024") gives no day: the entry stands where it became known."""
COMING = frozenset({"planned", "expected"})
TOOK_PLACE = frozenset({"held", "ongoing"})
PAST = TOOK_PLACE | {"reached", "broken"}
CEASEFIRE = "ceasefire"
Rank = tuple[int, int, str]


class Meeting(Struct, frozen=True, array_like=True):
    """What a brief asks of the accounts of a contact that took place.

    Its sides, sorted; those of them, and others, that published an account of their own; whether there is one origin
    alone; whether no day is known.
    """

    sides: tuple[str, ...]
    own: tuple[str, ...]
    is_single: bool
    is_undated: bool


_meeting = msgspec.json.Decoder(Meeting)
_pair = msgspec.json.Decoder(tuple[str, str])


def rank(entry: Entry) -> Rank:
    """Newest first, then most origins; the id decides, so that the order never depends on that of arrival.

    What was long past when it was told is as old as it is: a chronicle of this week makes no news of last year.
    """
    seen = entry.last_seen.toordinal() if entry.last_seen else 0
    when = told_time(entry)
    past = when.end.toordinal() if when and when.end else seen
    return (-past if seen - past > BACKGROUND else -seen, -len(entry.origins), entry.id)


class Face(Struct, frozen=True):
    """What is known of an entry before it is read: its kind and place, and by what it is weighed as news.

    `seen` is the ordinal of the day on which it was last told, 0 for none; `was_old` whether it was long past when it
    became known.
    """

    kind: str
    rank: Rank
    seen: int
    was_old: bool


def face_of(entry: Entry) -> Face:
    """What is known of an entry before it is read."""
    happened, first = news_day(entry), entry.first_seen
    was_old = bool(happened and first and (first - happened).days > BACKGROUND)
    return Face(entry.kind, rank(entry), entry.last_seen.toordinal() if entry.last_seen else 0, was_old)


def news_day(entry: Entry) -> date | None:
    """The day under which a thing is news: when it happened, and for what is still to come when it became known.

    What is told as past has happened on its day only if somebody told of it then or later; else that day is misread.
    """
    when = told_time(entry)
    happened = when.start if when else None
    is_past = getattr(entry.record, "status", None) in PAST
    if happened and is_past and entry.last_seen and happened <= entry.last_seen:
        return happened
    return min((day for day in (happened, entry.first_seen) if day), default=None)


def told_time(entry: Entry) -> When | None:
    """When a thing happened, a demand was put or a promise made, as far as it is told."""
    when = getattr(entry.record, "when", None) or getattr(entry.record, "made", None)
    return when if isinstance(when, When) else None


def day_of(entry: Entry) -> tuple[date | None, bool]:
    """The first day of a thing and True; where that is known to no month, the day of the first report and False."""
    when = getattr(entry.record, "when", None)
    if isinstance(when, When) and when.start and (when.end is None or (when.end - when.start).days <= SURE):
        return when.start, True
    return entry.first_seen, False


def is_told_twice(entry: Entry) -> bool:
    """Whether the accounts of an entry are worth laying side by side."""
    sides = {support.side for support in entry.supports}
    return bool(entry.disputes or entry.omissions or len(sides - {None}) > 1 or (None in sides and len(sides) > 1))


def headings(entry: Entry) -> list[str]:
    """The headings under which an entry is filed, each once."""
    found = [ALL, *(f"{SIDE}{side}" for side in sides_of(entry))]
    if entry.last_seen is None:
        found += [f"{UNSEEN}{side}" for side in sides_of(entry)]
    if entry.by_hand:
        found.append(BY_HAND)
    if entry.disputes:
        found += [DIFFERS, f"{DISPUTES}{len(entry.disputes)}"]
    if entry.omissions:
        found += [OMITS, f"{OMISSIONS}{len({(one.told_by, one.silent) for one in entry.omissions})}"]
    if entry.kind != "statement" and is_told_twice(entry):  # statements are only words
        found.append(TWICE)
    return [*found, *_own_headings(entry)]


def _own_headings(entry: Entry) -> Iterator[str]:
    """The headings of one kind alone."""
    record = entry.record
    match record:
        case Contact():
            yield from _of_contact(entry, record)
        case Agreement() | Proposal():
            if any(term.type == CEASEFIRE for term in record.terms):
                yield TRUCE
        case Response():
            if record.stance == "accept_conditionally" and not record.conditions:
                yield BARE
        case Action() if record.type == "ASSAULT":
            for attacker in parties_of(record.actor):
                yield from (
                    ATTACK + _json((attacker, other)) for other in parties_of(record.target) if attacker != other
                )


def _of_contact(entry: Entry, contact: Contact) -> Iterator[str]:
    if contact.mode == "briefing" and contact.status in TOOK_PLACE:
        yield BRIEFING
    when = contact.when
    if contact.status in COMING and when and when.end:
        yield f"{AHEAD}{when.end.isoformat()}"
    sides = parties_of(contact.participants)
    if contact.status == "held" and contact.mode != "briefing" and len(sides) > 1:
        own = tuple(sorted({support.side for support in entry.supports if support.side}))
        is_undated = when is None or (when.start is None and when.end is None)
        yield MET + _json(Meeting(sides, own, len(entry.origins) == 1, is_undated))


def meeting_of(rest: str) -> Meeting:
    """What a heading says that begins with `MET`, of the rest of it."""
    return _meeting.decode(rest)


def attack_of(rest: str) -> tuple[str, str]:
    """Who attacks whom, of the rest of a heading that begins with `ATTACK`."""
    return _pair.decode(rest)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def sides_of(entry: Entry) -> list[str]:
    """The sides that do what an entry tells, of the kinds that make someone a party, sorted."""
    return list(parties_of(doers(entry.kind, entry.record)))


def doers(kind: str, record: Record) -> tuple[Actor, ...]:
    """Who does what a record tells, of the kinds that make someone a party."""
    acting: tuple[Actor, ...] | Actor | None = getattr(record, ACTING[kind]) if kind in ACTING else None
    return (acting,) if isinstance(acting, Actor) else acting or ()


def party(actor: Actor | None) -> str | None:
    """The party on whose behalf an actor acts: its side, or its own name where it is a state."""
    if actor is None:
        return None
    return actor.side or (actor.name if actor.kind == "state" else None)


def parties_of(actors: Sequence[Actor]) -> tuple[str, ...]:
    """The distinct parties of some actors, sorted."""
    return tuple(sorted({side for actor in actors if (side := party(actor))}))

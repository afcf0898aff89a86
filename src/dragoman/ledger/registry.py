"""Everybody in a ledger, once: under which names, for which side, in which roles and when, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dragoman.kinds.compare import fold, same_actor, speaker_key
from dragoman.types import Actor, ActorKind, Evidence, Record

LONGEST_ROLE = 80
"""Code points beyond which what was read as a role is a clause."""


class Telling(Struct, frozen=True):
    """A record, and when it became known."""

    record: Record
    seen: date | None


class Name(Struct, frozen=True, kw_only=True):
    """A name of an actor: how many records bear it, and where it stands first. Of an alias that may be nowhere."""

    name: str
    records: int
    article: str
    evidence: Evidence


class Held(Struct, frozen=True):
    """A role, and the first and last day on which a text gave it."""

    role: str
    first: date | None
    last: date | None


class Person(Struct, frozen=True, kw_only=True):
    """An actor of the ledger: `name` is its most used full one, `side` the one given most, `sides` has all.

    `aliases` are names in the texts that no record is kept under. `by_hand` tells that a person said who this is.
    """

    name: str
    kind: ActorKind
    side: str | None
    sides: tuple[str, ...]
    names: tuple[Name, ...]
    aliases: tuple[str, ...]
    roles: tuple[Held, ...]
    records: int
    first: date | None
    last: date | None
    by_hand: bool


class _Use(Struct):
    """What was counted of one way of naming an actor."""

    actor: Actor
    first_told: Telling
    aliases: set[str]
    roles: dict[str, list[date | None]]
    days: list[date]
    records: int = 0


def registry(tellings: Iterable[Telling]) -> tuple[Person, ...]:
    """The actors of some records, most records first; the same for any order of the records."""
    uses: dict[Actor, _Use] = {}
    for telling in sorted(tellings, key=_order):
        for actor in dict.fromkeys(actors_in(telling.record)):
            plain = replace(actor, aliases=(), role=None)
            use = uses.setdefault(plain, _Use(plain, telling, set(), {}, []))
            use.records += 1
            use.aliases.update(actor.aliases)
            use.days += [telling.seen] if telling.seen else []
            if actor.role and len(actor.role) <= LONGEST_ROLE:
                use.roles.setdefault(actor.role, []).append(telling.seen)
    people = [_person(group) for bucket in _buckets(uses.values()) for group in _groups(bucket)]
    return tuple(sorted(people, key=lambda one: (-one.records, one.name, one.side or "")))


def _order(telling: Telling) -> tuple[str, str, int, str]:
    record = telling.record
    return (str(telling.seen or "9"), record.article, record.evidence[0].start, record.id)


def actors_in(value: object) -> Iterator[Actor]:
    """Every actor in a record, in whatever field."""
    if isinstance(value, Actor):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from actors_in(part)
    elif isinstance(value, Struct) and not isinstance(value, Evidence):
        for field in value.__struct_fields__:
            yield from actors_in(getattr(value, field))


def _buckets(uses: Iterable[_Use]) -> Iterator[list[_Use]]:
    """Ways of naming that can be one actor: by surname, of others by name; most used first."""
    buckets: dict[str, list[_Use]] = {}
    for use in uses:
        buckets.setdefault(speaker_key(use.actor), []).append(use)
    for key in sorted(buckets):
        yield sorted(buckets[key], key=lambda use: (" " not in use.actor.name, -use.records, repr(use.actor)))


def _groups(bucket: Iterable[_Use]) -> list[list[_Use]]:
    """One group an actor: a way of naming joins the group that it is the same as all of."""
    groups: list[list[_Use]] = []
    for use in bucket:
        home = next((g for g in groups if all(same_actor(use.actor, other.actor) for other in g)), None)
        if home is None:
            groups.append([use])
        else:
            home.append(use)
    return groups


def _person(group: list[_Use]) -> Person:
    most = max(group, key=lambda use: (bool(use.actor.identity), " " in use.actor.name, use.records))
    names = _names(group)
    told = {name.name for name in names}
    days = sorted(day for use in group for day in use.days)
    sides = sorted({use.actor.side for use in group if use.actor.side}, key=lambda side: (-_count(group, side), side))
    roles: dict[str, list[date | None]] = {}
    for use in group:
        for role, seen in use.roles.items():
            roles.setdefault(role, []).extend(seen)
    return Person(
        name=most.actor.name,
        kind="person" if any(use.actor.kind == "person" for use in group) else most.actor.kind,
        side=sides[0] if sides else None,
        sides=tuple(sides),
        names=names,
        aliases=tuple(sorted({alias for use in group for alias in use.aliases} - told)),
        roles=tuple(sorted((_held(role, seen) for role, seen in roles.items()), key=lambda r: (str(r.first), r.role))),
        records=sum(use.records for use in group),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        by_hand=any(bool(use.actor.identity) for use in group),
    )


def _count(group: Iterable[_Use], side: str) -> int:
    return sum(use.records for use in group if use.actor.side == side)


def _held(role: str, seen: Iterable[date | None]) -> Held:
    days = sorted(day for day in seen if day)
    return Held(role, days[0] if days else None, days[-1] if days else None)


def _names(group: Iterable[_Use]) -> tuple[Name, ...]:
    """Each spelling once, most used first, with the place where it was first told."""
    counted: dict[str, list[_Use]] = {}
    for use in group:
        counted.setdefault(use.actor.name, []).append(use)
    names = []
    for name, uses in counted.items():
        first = min((use.first_told for use in uses), key=_order).record
        where = next((one for one in first.evidence if fold(name) in fold(one.quote)), first.evidence[0])
        records = sum(use.records for use in uses)
        names.append(Name(name=name, records=records, article=first.article, evidence=where))
    return tuple(sorted(names, key=lambda one: (-one.records, one.name)))

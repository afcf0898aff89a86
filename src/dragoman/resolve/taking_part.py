"""Whether those who took part in something are those who were expected to."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.kinds.compare import fold, parties, party, same_actor, speaker_key
from dragoman.types import Actor


def are_those(expected: tuple[Actor, ...], present: tuple[Actor, ...]) -> bool:
    """Whether enough of the expected took part: of two both, of more at least half, two parties among them.

    "Other officials" of no known side are not waited for; the readout of a meeting rarely lists all who were named
    beforehand.
    """
    awaited = [actor for actor in expected if not _is_anybody(actor)]
    came = [actor for actor in awaited if any(stands_for(actor, other) for other in present)]
    enough = len(awaited) if len(awaited) <= 2 else (len(awaited) + 1) // 2
    if not awaited or len(came) < enough:
        return False
    there = {party(other) for other in present if any(stands_for(actor, other) for actor in expected)}
    return len(there) >= min(2, len(parties(expected)))


def stands_for(expected: Actor, present: Actor) -> bool:
    """Whether one of those present is the expected one.

    A side is there by anybody of it, an office ("the vice president") by who holds it, and a named person also by a
    report that names only their side.
    """
    if same_actor(expected, present):
        return True
    if _is_office(expected):
        return (
            bool(present.role) and fold(present.role or "") == fold(expected.name) and _no_other_side(expected, present)
        )
    if expected.kind != "person":
        return party(expected) == party(present)
    return present.kind == "state" and bool(expected.side) and party(present) == fold(expected.side or "")


def handles_of(actors: Iterable[Actor]) -> frozenset[str]:
    """By what actors are found: names, parties, offices. Two that `stands_for` holds of share one."""
    several = tuple(actors)
    keys = {*parties(several), *map(party, several), *map(speaker_key, several)}
    return frozenset(keys | {f"office {fold(actor.role)}" for actor in several if actor.role})


def _is_office(actor: Actor) -> bool:
    """Whether a person is named by an office alone."""
    return actor.kind == "person" and actor.role is not None and fold(actor.name) == fold(actor.role)


def _is_anybody(actor: Actor) -> bool:
    """Whether words name nobody in particular: a group of no side ("his colleagues"), an office of no side.

    A group with a name of its own ("Lake Contact Group") is somebody.
    """
    words = actor.name.split()
    is_named = len(words) > 1 and all(word[:1].isupper() for word in words)
    return actor.side is None and ((actor.kind == "group" and not is_named) or _is_office(actor))


def _no_other_side(a: Actor, b: Actor) -> bool:
    return a.side is None or b.side is None or fold(a.side) == fold(b.side)

"""Names as a person decided them: who is called what, whose names are one, whose are two."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dragoman.corrections.nouns import Correction, Rename, TellApart
from dragoman.kinds.compare import fold
from dragoman.types import Actor

T = TypeVar("T", bound=Struct)


class Named(Struct, frozen=True):
    """An actor as it is called now, and the ids of the corrections that changed it."""

    actor: Actor
    notes: tuple[str, ...] = ()


def naming(corrections: Iterable[Correction]) -> Callable[[Actor], Named]:
    """What each actor is called now; an actor is found by the name it has after the corrections before."""
    several = tuple(one for one in corrections if isinstance(one.deed, Rename | TellApart))
    known: dict[Actor, Named] = {}

    def named(actor: Actor) -> Named:
        if actor not in known:
            known[actor] = _named(actor, several)
        return known[actor]

    return named


def _named(actor: Actor, corrections: tuple[Correction, ...]) -> Named:
    notes: list[str] = []
    for one in corrections:
        deed = one.deed
        changed = actor
        if isinstance(deed, Rename):
            changed = _renamed(actor, deed)
        elif isinstance(deed, TellApart):
            changed = _told_apart(actor, deed)
        if changed != actor:
            notes.append(one.id)
            actor = changed
    return Named(actor, tuple(notes))


def _renamed(actor: Actor, deed: Rename) -> Actor:
    old = fold(deed.name)
    if fold(actor.name) == old and (deed.side is None or fold(actor.side or "") == fold(deed.side)):
        aliases = tuple(sorted({*actor.aliases, actor.name} - {deed.to}))
        side = deed.to if actor.side and fold(actor.side) == old else actor.side
        return replace(actor, name=deed.to, aliases=aliases, side=side, identity=fold(deed.to))
    if deed.side is None and actor.side and fold(actor.side) == old:
        return replace(actor, side=deed.to)
    return actor


def _told_apart(actor: Actor, deed: TellApart) -> Actor:
    name = fold(actor.name)
    if name not in (fold(deed.name), fold(deed.other)):
        return actor
    other = fold(deed.other) if name == fold(deed.name) else fold(deed.name)
    aliases = tuple(alias for alias in actor.aliases if fold(alias) != other)
    return replace(actor, aliases=aliases, identity=name)


def with_actors(struct: T, named: Callable[[Actor], Named]) -> tuple[T, tuple[str, ...]]:
    """A record with all its actors as they are called now, and the ids of the corrections that changed any."""
    notes: dict[str, None] = {}

    def walk(value: Any) -> Any:  # noqa: ANN401  (any field of any kind)
        if isinstance(value, Actor):
            found = named(value)
            notes.update(dict.fromkeys(found.notes))
            return found.actor
        if isinstance(value, tuple):
            parts = tuple(walk(part) for part in value)
            return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
        if isinstance(value, Struct):
            fields = {name: getattr(value, name) for name in value.__struct_fields__}
            changed = {name: new for name, old in fields.items() if (new := walk(old)) is not old}
            return msgspec.structs.replace(value, **changed) if changed else value
        return value

    return walk(struct), tuple(notes)

"""Whose officials an official text names without their state: "Assistant Secretary Torv" of the ministry's own."""

from __future__ import annotations

from msgspec import structs

from dragoman.lexicon import Lexicon
from dragoman.types import Actor

TABLE = "actors/posts"


def at_home(actors: tuple[Actor, ...], home: str | None, lexicon: Lexicon) -> tuple[Actor, ...]:
    """The actors of a text that `home` issues, those in one of its own offices with its side; `actors` of a paper.

    Only of persons whom the text gives no side, and never of heads of states or organisations.
    """
    if home is None:
        return actors
    own, others = lexicon.words(TABLE, "home"), lexicon.words(TABLE, "abroad")
    held: set[str] = set()
    found = []
    for actor in actors:
        is_home = _is_of_home(actor, own, others) and not (actor.role in held and NATIONAL in (actor.role or ""))
        held |= {actor.role or ""} if is_home or actor.side == home else set()
        found.append(structs.replace(actor, side=home) if is_home else actor)
    return tuple(found)


NATIONAL = "national"
"""In the name of an office that each state has once: who meets the national security adviser is another state's."""


def _is_of_home(actor: Actor, own: frozenset[str], others: frozenset[str]) -> bool:
    role = set((actor.role or "").replace("-", " ").split())
    return actor.kind == "person" and actor.side is None and bool(role & own) and not role & others

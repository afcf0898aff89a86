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
    return tuple(structs.replace(a, side=home) if _is_of_home(a, own, others) else a for a in actors)


def _is_of_home(actor: Actor, own: frozenset[str], others: frozenset[str]) -> bool:
    role = set((actor.role or "").replace("-", " ").split())
    return actor.kind == "person" and actor.side is None and bool(role & own) and not role & others

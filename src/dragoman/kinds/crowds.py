"""Crowds that nobody can ask: "women met the envoy", "children"; not "the two men", "women of the council"."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.lexicon import load_lexicon
from dragoman.types import Actor


def is_crowd(actor: Actor) -> bool:
    """Whether an actor is called by a bare word for people at large and by nothing else."""
    if actor.kind != "group" or actor.side is not None:
        return False
    crowds = load_lexicon().words("kinds/contact_words", "crowd")
    return all(name.lower() in crowds for name in (actor.name, *actor.aliases))


def without_crowds(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors but for such crowds."""
    return tuple(actor for actor in actors if not is_crowd(actor))

"""Sides that belong together: a state and its own opposition, actors of one side."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.types import Actor

OPPOSITION = " opposition"
"""How the side of a state's rebels or opposition ends: "Syrian opposition"."""


def state_opposed(side: str) -> str | None:
    """The state whose opposition a side is ("Syria" for "Syrian opposition"); None for any other side."""
    if not side.endswith(OPPOSITION):
        return None
    known = load_gazetteer().by_surface.get(side.removesuffix(OPPOSITION))
    return known.side if known is not None and known.form in {"state", "demonym", "capital", "organ"} else None


@cache
def opposition_of(state: str) -> str:
    """The side of a state's opposition: "Syrian opposition" for "Syria"; of a state without demonym by its name."""
    known = load_gazetteer().by_surface.values()
    demonyms = [name.surface for name in known if name.side == state and name.form == "demonym"]
    return f"{min(demonyms, key=len, default=state)}{OPPOSITION}"


def common_side(actors: tuple[Actor, ...]) -> str | None:
    """The side of all the actors; None where they have several, or none."""
    sides = {actor.side for actor in actors}
    return sides.pop() if len(sides) == 1 else None

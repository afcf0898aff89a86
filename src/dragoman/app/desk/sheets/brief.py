"""The brief: what stands, changed, is due and is disputed, kept up to date while it is open."""

from __future__ import annotations

from dragoman.app.desk.sheet import Asked, Seen, Sheet
from dragoman.brief.build import brief_of
from dragoman.brief.nouns import Brief


def make(seen: Seen, asked: Asked) -> Brief:
    """The brief of a day, what changed since another one marked."""
    return brief_of(seen.scene)


SHEET = Sheet(
    name="brief",
    path="/",
    title="Brief",
    what="What stands, what changed, what is due and what is disputed, every line with the words it comes from.",
    make=make,
    shown=Brief,
    is_in_menu=True,
)

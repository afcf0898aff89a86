"""What people changed, confirmed or decided, in words."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.brief.phrases import day_words
from dragoman.types import ByHand


def hand_words(notes: Sequence[ByHand]) -> str:
    """The last of some notes and how many more there are: "by hand: duration: PT1H → PT2H, ana; and 1 more"."""
    last = notes[-1]
    more = f"; and {len(notes) - 1} more" if len(notes) > 1 else ""
    return f"by hand: {last.what}, {last.by}{more}"


def note_words(note: ByHand) -> str:
    """A note in full: what, who, when, why, and the correction's id, by which it is undone."""
    return f"by hand: {note.what}; {note.by}, {day_words(note.on)}: {note.reason} ({note.correction})"

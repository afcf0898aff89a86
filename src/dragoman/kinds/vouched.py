"""What is kept of an opinion piece: what others said, and what it tells of a day."""

from __future__ import annotations

from dragoman.types import Record

SPOKEN = ("statement", "forecast")
"""Kinds of which a record without a speaker is what the writer thinks."""
TOLD = ("contact", "action")
"""Kinds of which a record without a day is what the writer calls to mind."""


def is_vouched(record: Record) -> bool:
    """Whether somebody besides the writer vouches for a record of an opinion piece: a speaker, or a day."""
    kind = str(record.__struct_config__.tag)
    if kind in SPOKEN:
        return getattr(record, "speaker", None) is not None
    when = getattr(record, "when", None)
    return kind not in TOLD or (when is not None and when.start is not None)

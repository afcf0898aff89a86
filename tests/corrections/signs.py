"""Corrections for tests, made in one line each, in March 2031."""

from __future__ import annotations

from datetime import UTC, datetime

from dragoman.corrections import AnyDeed, Correction
from dragoman.corrections.applying import target_of
from dragoman.corrections.making import Signed, Subject, signed
from dragoman.types import Article, Marking, Record


def by_ana(deed: AnyDeed, day: int = 9, marking: Marking | None = None, sight: Marking = "RED") -> Correction:
    """A correction that ana made at noon of a day."""
    return signed(deed, Signed("ana", datetime(2031, 3, day, 12, tzinfo=UTC), "she was there", marking, sight))


def record_of(record: Record, told: Article) -> Subject:
    """One record as a correction takes it."""
    return Subject(record, (target_of(record, told),))


def entry_of(joined: Record, *parts: tuple[Record, Article]) -> Subject:
    """An entry as a correction takes it."""
    return Subject(joined, tuple(target_of(*part) for part in parts), whole=True)

"""What became of forecasts, pledges and planned contacts by a given day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.types import Entry, Verdict


def resolve(entries: Iterable[Entry], as_of: date) -> tuple[Verdict, ...]:
    """One verdict for each entry that looks ahead, in the order of the entries."""
    return ()

"""What became of forecasts, pledges and planned contacts by a given day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.resolve.docket import Docket
from dragoman.resolve.rules import BY_HAND, RULES
from dragoman.types import Entry, Verdict

__all__ = ["BY_HAND", "RULES", "Docket", "resolve"]


def resolve(entries: Iterable[Entry], as_of: date) -> tuple[Verdict, ...]:
    """One verdict for each entry that looks ahead, or that a person judged, in the order of the entries.

    `entries` are those known on the day `as_of` (`ledger.entries(as_of)`); what happened later never decides. Only an
    entry decides that something came true; that a window has passed without one is `overdue`, not `failed`. What a
    person decided stands before every rule.
    """
    several = tuple(entries)
    verdicts = Docket(several).verdicts(as_of)
    return tuple(verdicts[entry.id] for entry in several if entry.id in verdicts)

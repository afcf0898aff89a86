"""What became of forecasts, pledges and planned contacts by a given day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.resolve.matching import pool_of
from dragoman.resolve.outlook import outlook_of
from dragoman.resolve.rules import RULES, verdict
from dragoman.types import Entry, Verdict

__all__ = ["RULES", "resolve"]


def resolve(entries: Iterable[Entry], as_of: date) -> tuple[Verdict, ...]:
    """One verdict for each entry that looks ahead, in the order of the entries.

    `entries` are those known on the day `as_of` (`ledger.entries(as_of)`); what happened later never decides. Only an
    entry decides that something came true; that a window has passed without one is `overdue`, not `failed`.
    """
    several = tuple(entries)
    outlooks = [outlook for entry in several if (outlook := outlook_of(entry))]
    pool = pool_of(several) if outlooks else None
    return tuple(verdict(outlook, pool, as_of) for outlook in outlooks if pool)

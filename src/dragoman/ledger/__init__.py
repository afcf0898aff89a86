"""The ledger: what was read, kept for good, and the entries that are made of it."""

from __future__ import annotations

from dragoman.corrections.markings import MARKINGS, TOP
from dragoman.ledger.audit import Audit, verify
from dragoman.ledger.cleared import open_cleared
from dragoman.ledger.finding import Hit, Query
from dragoman.ledger.journal import Briefing, Viewed
from dragoman.ledger.reading import Passage
from dragoman.ledger.since import News, Upto
from dragoman.ledger.store import IN_MEMORY, Ledger, open_ledger

__all__ = [
    "IN_MEMORY", "MARKINGS", "TOP", "Audit", "Briefing", "Hit", "Ledger", "News", "Passage", "Query", "Upto", "Viewed",
    "open_cleared", "open_ledger", "verify",
]  # fmt: skip

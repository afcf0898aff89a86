"""Who saw what when."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from dragoman.app.desk.sheet import Asked, Seen, Sheet
from dragoman.ledger import Viewed


class AskedLog(Asked, frozen=True, kw_only=True, rename="kebab"):
    """A reader, or all."""

    reader: str = ""
    limit: Annotated[int, Meta(ge=1, le=5000)] = 300


class LogShown(Struct, frozen=True):
    """The pages that readers were given, the newest first."""

    reader: str
    views: tuple[Viewed, ...]


def make(seen: Seen, asked: AskedLog) -> LogShown:
    """The log. Below the highest clearance it is empty: addresses tell of what is on the pages."""
    return LogShown(asked.reader, seen.ledger.views(asked.reader, asked.limit))


SHEET = Sheet(
    name="log",
    path="/log",
    title="Log",
    what="Which pages readers were given and when, from the ledger's chain; for who may audit and see everything.",
    make=make,
    shown=LogShown,
    asked=AskedLog,
    is_in_menu=True,
    needs="audit",
    is_kept=False,
)

"""Who was given which page when: written into the ledger's chain before the page is given."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from dragoman.ledger import Ledger, Viewed, open_ledger

WINDOW = 60.0
"""Seconds in which a reader who is given the same page again is only counted: a page that keeps itself up to date is
asked for with everything that comes in. The count is written when they are over."""
Key = tuple[str, str]


class Journal:
    """Writes in a thread of its own; pages that are asked for at the same moment share a commit."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk-journal")
        self._ledger: Ledger | None = None
        self._given: dict[Key, float] = {}
        self._again: dict[Key, Viewed] = {}
        self._waiting: list[Viewed] = []
        self._written: asyncio.Task[None] | None = None
        self._following: asyncio.Task[None] | None = None

    async def saw(self, reader: str, address: str, state: str) -> None:
        """Returns when it is written. Whoever has no name, where nobody is listed, leaves no trace.

        LedgerError where it can't be written; the page is not to be given then.
        """
        if not reader:
            return
        key, now = (reader, address), monotonic()
        if now - self._given.get(key, -WINDOW) < WINDOW:
            known = self._again.get(key)
            at = known.at if known else datetime.now(UTC)
            self._again[key] = Viewed(reader, at, address, state, known.times + 1 if known else 1)
            return
        self._given[key] = now
        self._waiting += [*self._over(now), Viewed(reader, datetime.now(UTC), address, state)]
        await self._write()

    def _over(self, now: float) -> list[Viewed]:
        """What was counted in windows that are over."""
        ended = [key for key, began in self._given.items() if now - began >= WINDOW]
        for key in ended:
            del self._given[key]
        return [self._again.pop(key) for key in [key for key in self._again if key not in self._given]]

    async def _write(self) -> None:
        """Waits for a commit that holds all that is waiting now; the one that is being made may hold none of it."""
        following = self._following
        if following is None:
            following = self._following = asyncio.ensure_future(self._write_next(self._written))
        await asyncio.shield(following)

    async def _write_next(self, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        several, self._waiting = tuple(self._waiting), []
        self._written, self._following = self._following, None
        await asyncio.get_running_loop().run_in_executor(self._thread, self._commit, several)

    def _commit(self, several: tuple[Viewed, ...]) -> None:
        if self._ledger is None:
            self._ledger = open_ledger(self._path, create=False)
        self._ledger.log_views(several)

    async def close(self) -> None:
        """Writes what was counted, and ends the thread."""
        self._waiting += self._again.values()
        self._again.clear()
        if self._waiting:
            await self._write()
        self._thread.shutdown()

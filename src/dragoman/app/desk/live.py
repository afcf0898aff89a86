"""What comes in while a page is open: the ledger is watched, and each browser told when what it may see has changed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic

from dragoman.app.desk.press import Press
from dragoman.errors import DragomanError
from dragoman.types import Marking

LOOKS_EVERY = 0.15
"""Seconds between two looks at the ledger's file."""
PATIENCE = 3.0
"""Seconds for which who adds an article is given time to merge it: that takes less work there than here."""
REST = 0.5
"""After what took so long to read, the ledger is left alone for this many times as long."""
AT_ONCE, APART = 5, 0.03
"""How many browsers are told of a state together, and the seconds between them and the next."""
KEPT_FOR = 300.0
"""Seconds for which what nobody looks at is kept up to date."""


class Watch:
    """The subscriptions of open pages. A subscriber hears of the newest state only: states between are no news."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._queues: dict[Marking, set[asyncio.Queue[str]]] = {}
        self._last_asked: dict[Marking, float] = {}

    @contextmanager
    def subscribed(self, clearance: Marking) -> Iterator[asyncio.Queue[str]]:
        """A queue that gets the state of the ledger, as that clearance sees it, whenever it is another one."""
        queue: asyncio.Queue[str] = asyncio.Queue(maxsize=1)
        queues = self._queues.setdefault(clearance, set())
        queues.add(queue)
        try:
            yield queue
        finally:
            queues.discard(queue)

    async def states(self, clearance: Marking, known: str) -> AsyncIterator[str]:
        """The states after the one that a page was made from, as they come; the present one at once if it is later."""
        with self.subscribed(clearance) as queue:
            state = (await self._press.stock(clearance)).state
            while True:
                if state != known:
                    known = state
                    yield known
                state = await queue.get()

    def asked(self, clearance: Marking) -> None:
        """Notes that somebody looks at this clearance."""
        self._last_asked[clearance] = monotonic()

    async def run(self) -> None:
        """Watches until it is cancelled; a ledger that can't be read for a moment is looked at again."""
        ledger = self._press.shelf.ledger("CLEAR")
        seen, waiting_since = -1, None
        while True:
            began = monotonic()
            try:
                version = ledger.version()
                if version != seen:
                    waiting_since = waiting_since or began
                    if ledger.is_merged() or began - waiting_since > PATIENCE:
                        await self._catch_up()
                        seen, waiting_since = version, None
            except DragomanError:
                pass
            await asyncio.sleep(max(LOOKS_EVERY, REST * (monotonic() - began)))

    async def _catch_up(self) -> None:
        for clearance in self._press.shelf.held():
            queues = self._queues.get(clearance, set())
            if not queues and monotonic() - self._last_asked.get(clearance, 0.0) > KEPT_FOR:
                self._press.shelf.forget(clearance)
                continue
            before = self._press.shelf.present(clearance)
            stock = await self._press.refresh(clearance)
            if before is None or stock.state != before.state:
                await _tell_all(tuple(queues), stock.state)


async def _tell_all(queues: Sequence[asyncio.Queue[str]], state: str) -> None:
    """Tells a few at a time: each asks for its page at once, and who is told with all others waits for them."""
    for n, queue in enumerate(queues):
        if n and n % AT_ONCE == 0:
            await asyncio.sleep(APART)
        _tell(queue, state)


def _tell(queue: asyncio.Queue[str], state: str) -> None:
    if queue.full():
        queue.get_nowait()
    queue.put_nowait(state)

"""Streams tell of what their reader may see, of nothing else, and of nothing twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

from dragoman.app.desk.live import Watch
from dragoman.app.desk.press import Press
from dragoman.app.desk.shelf import Shelf
from dragoman.app.desk.templating import make_templates
from dragoman.types import Marking
from tests.app.desk.conftest import put, told

SOON = 5.0
LONG_ENOUGH = 0.6
"""Seconds in which a change would have been told."""


def run(program: Callable[[], Coroutine[None, None, None]]) -> None:
    """Runs a test in a thread of its own: the browser of other tests has a loop of its own in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(program())).result()


@asynccontextmanager
async def watching(path: Path) -> AsyncIterator[tuple[Watch, Press]]:
    press = Press(Shelf(path), make_templates("token"))
    watch = Watch(press)
    task = asyncio.create_task(watch.run())
    try:
        yield watch, press
    finally:
        task.cancel()
        press.close()


async def following(states: AsyncIterator[str], seconds: float = SOON) -> str | None:
    """The next state; None where none comes in time."""
    try:
        return await asyncio.wait_for(asyncio.ensure_future(anext(states)), seconds)
    except TimeoutError:
        return None


def test_a_page_is_told_of_the_state_it_has_not_and_of_no_other(ledger_file: Path) -> None:
    async def program() -> None:
        async with watching(ledger_file) as (watch, press):
            present = (await press.stock("RED")).state
            assert await following(watch.states("RED", "older")) == present
            assert await following(watch.states("RED", present), LONG_ENOUGH) is None

    run(program)


def test_what_comes_in_is_told_to_who_may_see_it_alone(ledger_file: Path) -> None:
    async def program() -> None:
        async with watching(ledger_file) as (watch, press):
            readers: list[Marking] = ["CLEAR", "RED"]
            states = {clearance: (await press.stock(clearance)).state for clearance in readers}
            streams = {clearance: watch.states(clearance, states[clearance]) for clearance in readers}
            waiting = {c: asyncio.ensure_future(anext(stream)) for c, stream in streams.items()}
            await asyncio.sleep(0.05)
            put(ledger_file, told("hidden", 7, "AMBER"))
            assert await asyncio.wait_for(waiting["RED"], SOON) != states["RED"]
            await asyncio.sleep(LONG_ENOUGH)
            assert not waiting["CLEAR"].done()
            put(ledger_file, told("open", 8))
            assert await asyncio.wait_for(waiting["CLEAR"], SOON) != states["CLEAR"]

    run(program)


def test_of_many_changes_the_last_is_never_lost(ledger_file: Path) -> None:
    async def program() -> None:
        async with watching(ledger_file) as (watch, press):
            state = (await press.stock("RED")).state
            stream = watch.states("RED", state)
            waiting = asyncio.ensure_future(anext(stream))
            for n in range(8):
                await asyncio.to_thread(put, ledger_file, told(f"late {n}", 7))
            state = await asyncio.wait_for(waiting, SOON)
            while (newer := await following(stream, LONG_ENOUGH)) is not None:
                state = newer
            assert state == press.shelf.ledger("RED").state()
            assert len((await press.stock("RED")).dossier.articles) == 10

    run(program)

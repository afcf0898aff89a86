"""Sources polled for as long as one likes, what is new in them read into a ledger: the loop behind `dragoman follow`.

The network is asked from the running event loop, any number of sources at a time; reading and the ledger have a thread
of their own. Cancelling `follow` ends it cleanly: the article that is being read is finished and kept.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import ParamSpec, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dragoman.app.batch import Known, Skipped
from dragoman.app.entries import Item, linked_pages, sent_items
from dragoman.app.failures import ALL_READ, SOME_FAILED
from dragoman.app.news import News
from dragoman.app.shelf import Added, Shelf
from dragoman.app.workers import AHEAD
from dragoman.errors import LedgerError, SourceError
from dragoman.sources.manners import Manners
from dragoman.sources.polling import (
    LONGEST_AFTER,
    Standing,
    after_failure,
    after_success,
    back_off,
    conditions,
    seconds_asked,
)
from dragoman.sources.watchlist import Watch
from dragoman.sources.web import Answer, Net, fault_of
from dragoman.types import Defaults, Failure, Page

P = ParamSpec("P")
T = TypeVar("T")
UNCHANGED, MISSING, GONE, BUSY, FAILING = 304, 404, 410, 429, 500
"""Statuses of HTTP; those from `FAILING` on say that the server, not the request, is at fault."""
PASSING = frozenset({MISSING, BUSY})
"""Statuses that may be others a while later: a feed often names a page before all servers of its site have it."""
MOST_TRIES = 5
"""Polls at which the page of an entry is asked for before what the feed itself carries is read."""
HELD = "another process is writing"
"""What a LedgerError says that will pass by itself."""
PATIENCE, TRIES_TO_WRITE = 5.0, 6
"""Seconds between two tries to write a ledger that is locked, and how many."""


class How(Struct, frozen=True, kw_only=True):
    """How sources are followed: through what net; `once` only; `seed` makes the jitter the same each time.

    Where several articles wait, `jobs` other processes read them; with 1 all is read in the thread of the ledger.
    """

    net: Net = Net()
    once: bool = False
    jobs: int = 1
    seed: int | None = None


class Totals(Struct):
    """How a run went; counts grow as news comes."""

    polls: int = 0
    added: int = 0
    corrected: int = 0
    skipped: int = 0
    failed: int = 0

    def count(self, news: News) -> None:
        """Counts one piece of news."""
        match news.what:
            case Added(is_correction=True):
                self.corrected += 1
            case Added():
                self.added += 1
            case Skipped():
                self.skipped += 1
            case Failure():
                self.failed += 1

    def status(self) -> int:
        """The exit status that tells it."""
        return SOME_FAILED if self.failed else ALL_READ

    def line(self) -> str:
        """One line that tells it."""
        counts = f"{self.added} added, {self.corrected} corrected, {self.skipped} skipped, {self.failed} failed"
        return f"{self.polls} polls: {counts}"


class Tools(Struct, frozen=True, kw_only=True):
    """What every source's loop uses: the way out, the way in, and whom to tell."""

    manners: Manners
    shelf: Shelf
    room: ThreadPoolExecutor
    tell: Callable[[News], None]
    totals: Totals
    how: How

    async def on_shelf(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a call gives in the thread of the ledger; tried again where another process holds the ledger."""
        loop = asyncio.get_running_loop()
        for left in reversed(range(TRIES_TO_WRITE)):
            try:
                return await loop.run_in_executor(self.room, partial(call, *args, **kwargs))
            except LedgerError as error:
                if not left or HELD not in str(error):
                    raise
                await asyncio.sleep(PATIENCE)
        raise AssertionError("unreachable")

    def defaults(self, watch: Watch) -> Defaults:
        """What is said of the pages of a source that don't say it themselves, and the clock."""
        return Defaults(fetched=datetime.now(UTC), outlet=watch.outlet, marking=watch.marking)

    def note(self, news: News) -> None:
        """Counts news and tells it."""
        self.totals.count(news)
        self.tell(news)

    def refuse(self, failures: Sequence[Failure], source: str, again: float | None = None) -> None:
        """Keeps and tells what could not be had of a source, and when it is asked again."""
        for failure in failures:
            self.shelf.fail(failure)
            self.note(News(source=source, what=failure, again=again))

    def take_first(self, pages: Sequence[Page], standing: Standing) -> Standing:
        """How a source stands after the first of these pages that can be read was; kept, and news of it told."""
        for page in pages:
            taken = self.shelf.take(page)
            if not isinstance(taken, Known):
                self.note(News(source=standing.url, what=taken))
            if not isinstance(taken, Failure):
                standing = replace(standing, added=standing.added + isinstance(taken, Added))
                break
        self.shelf.keep(standing)
        return standing


async def follow(watches: Sequence[Watch], path: Path, tell: Callable[[News], None], totals: Totals, how: How) -> None:
    """Follows the sources into the ledger until it is cancelled, all have ended, or each was asked `once`.

    `tell` is called in the thread of the ledger, for an article once it is stored; `totals` is counted up. LedgerError
    when the ledger fails: nothing else of one source stops the others.
    """
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, thread_name_prefix="ledger") as room:
        shelf = await loop.run_in_executor(room, Shelf, path, how.jobs)
        tools = Tools(manners=Manners(how.net), shelf=shelf, room=room, tell=tell, totals=totals, how=how)
        try:
            await tools.on_shelf(shelf.warm)
            async with asyncio.TaskGroup() as group:
                for watch in watches:
                    group.create_task(follow_source(watch, tools))
        except BaseExceptionGroup as failed:
            raise first_of(failed) from None
        finally:
            room.submit(shelf.close).result()


def first_of(failed: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error of a group, which is what the command line knows how to end with."""
    error = failed.exceptions[0]
    return first_of(error) if isinstance(error, BaseExceptionGroup) else error


async def follow_source(watch: Watch, tools: Tools) -> None:
    """Polls one source, each time when it is due, until it has ended."""
    chance = Random(None if tools.how.seed is None else f"{tools.how.seed} {watch.url}")
    standing = await tools.on_shelf(tools.shelf.standing, watch.url)
    while not standing.has_ended:
        wait = min(max(0.0, standing.due - time.time()), LONGEST_AFTER)
        if not tools.how.once:
            await asyncio.sleep(wait)
        elif standing.in_a_row and wait:  # a server that fails is left alone, however often the program is started
            break
        standing = await poll(watch, standing, chance, tools)
        if tools.how.once:
            return
    if standing.fault:
        await tell_fault(standing, tools)


async def tell_fault(standing: Standing, tools: Tools) -> None:
    """Keeps and tells that a source failed, and when it is asked again."""
    failure = Failure(standing.url, f"{standing.url}: {standing.fault}")
    again = None if standing.has_ended else standing.due
    await tools.on_shelf(tools.refuse, [failure], standing.url, again)


async def poll(watch: Watch, standing: Standing, chance: Random, tools: Tools) -> Standing:
    """How a source stands after it was asked once, and what was new in it read; kept already."""
    begun, fault, asked, status = time.time(), "", 0.0, 0
    tools.totals.polls += 1
    try:
        fault = await tools.manners.bar(watch.url, watch)
        if not fault:
            answer = await tools.manners.get(watch.url, watch, conditions(standing))
            status, asked = answer.status, seconds_asked(answer.headers.get("retry-after", ""), time.time())
            if status != UNCHANGED:
                fault = fault_of(answer)
                standing, fault = (standing, fault) if fault else await read_answer(answer, watch, standing, tools)
    except SourceError as error:
        fault = str(error)
    except (LedgerError, BrokenPipeError):  # no fault of the source: the ledger fails, or no one listens any more
        raise
    except Exception as error:  # one bad source is one line; the others go on
        fault = f"could not be followed ({type(error).__name__}: {error}); report this source"
    if not fault:
        standing = after_success(standing, watch, begun, chance)
        await tools.on_shelf(tools.shelf.keep, standing)
        return standing
    wait = back_off(standing.in_a_row + 1, watch, asked, chance)
    standing = replace(after_failure(standing, fault, wait, time.time()), has_ended=status == GONE)
    await tools.on_shelf(tools.shelf.keep, standing)
    await tell_fault(standing, tools)
    return standing


async def read_answer(answer: Answer, watch: Watch, standing: Standing, tools: Tools) -> tuple[Standing, str]:
    """How a source stands after what is new in an answer was read, and what is wrong with the answer."""
    sent = await tools.on_shelf(sent_items, answer, watch, tools.defaults(watch))
    if standing.is_feed and not sent.is_feed:
        return standing, "it was a feed and is none now; check the address"
    marks = {item.mark for item in sent.items}
    standing = replace(
        standing,
        is_feed=sent.is_feed,
        done=tuple(mark for mark in standing.done if mark in marks),
        tries={mark: count for mark, count in standing.tries.items() if mark in marks},
    )
    for n, item in enumerate(sent.items):
        if item.mark not in standing.done:
            waiting = [one for one in sent.items[n:] if one.mark not in standing.done][: tools.how.jobs * AHEAD]
            await tools.on_shelf(tools.shelf.look_ahead, [one.page for one in waiting if one.page and not one.url])
            standing = await read_item(item, watch, standing, tools)
    if sent.fault or standing.tries:  # what could not be had yet would be hidden by an answer that nothing changed
        return replace(standing, etag="", modified=""), sent.fault
    headers = answer.headers
    return replace(standing, etag=headers.get("etag", ""), modified=headers.get("last-modified", "")), ""


async def read_item(item: Item, watch: Watch, standing: Standing, tools: Tools) -> Standing:
    """How a source stands after an item of it was read, or asked for in vain; kept already."""
    got, try_again = await fetch_item(item, watch, tools) if item.url else ([], False)
    tries = standing.tries.get(item.mark, 0) + 1
    failures = [one for one in got if isinstance(one, Failure)]
    if try_again and tries < MOST_TRIES:
        if tries == 1:
            await tools.on_shelf(tools.refuse, failures, watch.url)
        standing = replace(standing, tries={**standing.tries, item.mark: tries})
        await tools.on_shelf(tools.shelf.keep, standing)
        return standing
    pages = [one for one in got if isinstance(one, Page)] + ([item.page] if item.page else [])
    if not pages and not failures:
        failures = [Failure(item.name, f"{item.name}: the feed carries no text of it; follow it with pages = 'auto'")]
    left = {mark: count for mark, count in standing.tries.items() if mark != item.mark}
    standing = replace(standing, done=(*standing.done, item.mark), tries=left)
    await tools.on_shelf(tools.refuse, failures, watch.url)
    return await tools.on_shelf(tools.take_first, pages, standing)


async def fetch_item(item: Item, watch: Watch, tools: Tools) -> tuple[list[Page | Failure], bool]:
    """The page that an item leads to, or why there is none; and whether it may be there another time."""
    try:
        fault, again = await tools.manners.bar(item.url, watch), False
        if not fault:
            answer = await tools.manners.get(item.url, watch)
            fault, again = fault_of(answer), answer.status >= FAILING or answer.status in PASSING
    except SourceError as error:
        fault, again = str(error), True
    if fault:
        return [Failure(item.url, f"{item.url}: {fault}")], again
    return list(linked_pages(item, answer, tools.defaults(watch))), False

"""Articles read by several processes at once: what comes out, and its order, is what one process gives.

Parsing a page and asking whether it is known stay in the process that holds the ledger; only the reading, which takes
a hundred times as long, is handed out. Each worker loads the models once.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import chain
from multiprocessing import get_context, parent_process

from msgspec import Struct

from dragoman.app.rosters import lexicon_of
from dragoman.lexicon import Lexicon
from dragoman.types import Article, Reading

WORTH_IT = 8
"""Articles from which on another process pays for loading its models, a second and a half."""
AHEAD = 4
"""Articles for each worker that may wait to be read or to be taken."""


class Task(Struct, frozen=True):
    """An article to read with the words of its source; `name` is that of its page."""

    name: str
    source: str
    article: Article


class Done(Struct, frozen=True):
    """A task and its reading, or what went wrong."""

    task: Task
    reading: Reading | Exception


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_all(items: Iterable[object], jobs: int) -> Iterator[object]:
    """The items in their order, each `Task` as a `Done`, all others as they are; only a few are held at a time.

    With few tasks, or one job, they are read here, one after the other.
    """
    several = iter(items)
    first = _first_tasks(several, WORTH_IT) if jobs > 1 else []
    if sum(isinstance(item, Task) for item in first) == WORTH_IT:
        yield from _read_by_workers(chain(first, several), jobs)
        return
    for item in chain(first, several):
        yield Done(item, _read_or_error(item)) if isinstance(item, Task) else item


def _first_tasks(items: Iterator[object], count: int) -> list[object]:
    """The first items up to so many tasks."""
    first: list[object] = []
    for item in items:
        first.append(item)
        count -= isinstance(item, Task)
        if not count:
            break
    return first


class _Waiting(Struct):
    """A task that a worker reads, or another item in its place."""

    task: Task | None = None
    future: Future[Reading | Exception] | None = None
    other: object = None


def _read_by_workers(items: Iterable[object], jobs: int) -> Iterator[object]:
    waiting: deque[_Waiting] = deque()
    # Spawned: a forked copy of a process that has threads may hang on a lock that nobody holds any more.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for item in items:
            if isinstance(item, Task):
                waiting.append(_Waiting(item, pool.submit(_read_or_error, item)))
            else:
                waiting.append(_Waiting(other=item))
            while len(waiting) > jobs * AHEAD:
                yield _taken(waiting.popleft())
        while waiting:
            yield _taken(waiting.popleft())


class Helpers:
    """Processes that read articles ahead of who takes them; begun when they are asked first.

    They end with this process, however it ends, and leave it to this one what Ctrl-C means.
    """

    def __init__(self, jobs: int) -> None:
        context = get_context("spawn")
        self._pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_live_with_parent)

    def begin(self, task: Task) -> Future[Reading | Exception]:
        """The reading of an article, or what went wrong, once it is there. BrokenProcessPool where one was killed."""
        return self._pool.submit(_read_or_error, task)

    def close(self) -> None:
        """Ends them; what they have begun is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _live_with_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()  # also where it was killed: the pool's own queue would never tell
    os._exit(1)


def _taken(waiting: _Waiting) -> object:
    if waiting.task is None or waiting.future is None:
        return waiting.other
    try:
        return Done(waiting.task, waiting.future.result())
    except BrokenProcessPool as error:  # a worker was killed, for memory as a rule: this page fails, and those after it
        return Done(waiting.task, error)


def _read_or_error(task: Task) -> Reading | Exception:
    """The reading, or what went wrong with this article: an error must not end the worker."""
    from dragoman.read import read_article

    try:
        return read_article(task.article, _lexicon(task.source))
    except Exception as error:  # told and counted where the batch is kept, see `batch.failure`
        return error


@cache
def _lexicon(source: str) -> Lexicon:
    return lexicon_of(source)

"""How long a new article takes from the feed to its printed line, and what following many of them needs.

    python -m benchmarks.follow [SECONDS] [--pages]         (120 by default, 200 articles a minute)

A newsroom on this machine lets articles in one after another, at the rate that is asked for, while `dragoman follow`
polls its feed every second. Beyond the poll interval: from the poll that could first see an article, an interval after
it came in at the latest, to its line; it is stored by then. Prints the median and the 95th percentile of that by the
clock, and as it would be on one core or two of its own, from the processor's seconds that each article took: by the
clock, what else runs on the machine counts too. Where one core can read fewer a minute than come in, it falls behind.
Then the articles that were lost, and the largest memory, of all processes together.
With --pages the feed carries summaries and each article is read from its page.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from heapq import heappop, heappush
from math import ceil
from pathlib import Path
from statistics import mean, median, quantiles

from benchmarks.newsroom import Newsroom, open_newsroom
from msgspec import Struct

from dragoman.ledger import open_ledger

PAGE = os.sysconf("SC_PAGE_SIZE")
PROGRAM = str(Path(sys.executable).with_name("dragoman"))
EVERY, A_MINUTE, PARAGRAPHS = 1.0, 200, 9
PATIENCE = 240.0
"""Seconds in which the last article must be there after it came in."""


class Run(Struct):
    """When each article came in, when the feed was asked, and when each line was printed; seconds of one clock.

    `taken` are the processor's seconds between the line before and its own.
    """

    came: dict[str, float] = {}
    asked: list[float] = []
    told: dict[str, float] = {}
    taken: dict[str, float] = {}
    megabytes: float = 0.0
    stored: int = 0


class Watched(Newsroom):
    """A newsroom that keeps when its feed was asked for."""

    def __init__(self, run: Run, *, full: bool) -> None:
        super().__init__(full=full, paragraphs=PARAGRAPHS)
        self.run = run

    def feed(self) -> str:
        """The feed, as it is when it is asked for."""
        self.run.asked.append(time.monotonic())
        return super().feed()


def used(pid: int) -> tuple[float, float]:
    """Seconds of the processor that a running process and its children have taken, and their memory now, in MB."""
    seconds, pages = 0.0, 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(path.parent.name) == pid or int(fields[1]) == pid:
            seconds += (int(fields[11]) + int(fields[12])) / 100
            pages += int(fields[21])
    return seconds, pages * PAGE / 2**20


def listen(running: subprocess.Popen[str], run: Run) -> None:
    """Keeps when each line was printed, and what had been taken of the processor by then."""
    assert running.stdout
    before = 0.0
    for line in running.stdout:
        event = json.loads(line)
        if event["event"] == "added":
            seconds, megabytes = used(running.pid)
            run.megabytes = max(run.megabytes, megabytes)
            run.told[event["url"]], run.taken[event["url"]] = time.monotonic(), seconds - before
            before = seconds


def measure(seconds: float, folder: Path, *, pages: bool) -> Run:
    """A run over so many seconds of arriving articles."""
    run, ledger = Run(), folder / "talks.db"
    with open_newsroom(Watched(run, full=not pages)) as room:
        host = f"127.0.0.1:{room.port}"
        listed = folder / "sources.toml"
        listed.write_text(f'[[source]]\nurl = "{room.feed_url}"\nevery = {EVERY}\npause = 0\n', encoding="utf-8")
        command = [PROGRAM, "follow", str(ledger), str(listed), "--json", "--allow-host", host]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        threading.Thread(target=listen, args=(running, run), daemon=True).start()
        room.arrive()  # the first article loads what is loaded late
        while room.url(0) not in run.told:
            time.sleep(0.1)
        begun = time.monotonic()
        while (now := time.monotonic()) < begun + seconds:
            run.came[room.url(room.count)] = now
            room.arrive()
            time.sleep(max(0.0, begun + (room.count - 1) * 60 / A_MINUTE - time.monotonic()))
        patient = time.monotonic() + PATIENCE
        while run.came.keys() - run.told.keys() and time.monotonic() < patient:
            time.sleep(0.1)
        running.terminate()
        running.wait(timeout=PATIENCE)
    with open_ledger(ledger) as opened:
        run.stored = sum(article.url in run.came for article in opened.articles())
    return run


def beyond(run: Run, every: float = EVERY) -> list[float]:
    """Seconds from the poll that first could see each article to its line."""
    waits = []
    for url, came in run.came.items():
        due = came + every
        seen = min((asked for asked in run.asked if asked >= came), default=due)
        if url in run.told:
            waits.append(run.told[url] - min(seen, due))
    return waits


def alone(run: Run, cores: int) -> list[float]:
    """The same on cores of its own: polls an interval apart, each article read by the first that is free."""
    waits, free = [], [0.0] * cores
    first = min(run.came.values())
    for url, came in run.came.items():  # in the order in which they came in
        if url in run.taken:
            seen = first + EVERY * ceil((came - first) / EVERY)
            done = max(heappop(free), seen) + run.taken[url]
            heappush(free, done)
            waits.append(done - seen)
    return waits


def line_of(label: str, waits: list[float]) -> str:
    """The median, the 95th percentile and the longest of some waits in one line."""
    return (
        f"{label:38} p50 {median(waits):6.2f} s  p95 {quantiles(waits, n=20)[18]:6.2f} s  longest {max(waits):6.2f} s"
    )


def main() -> int:
    """Prints the figures; 1 when an article was lost."""
    parser = argparse.ArgumentParser(description="From a feed to the printed line.")
    parser.add_argument("seconds", nargs="?", type=float, default=120.0)
    parser.add_argument("--pages", action="store_true", help="read each article from its page")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run = measure(asked.seconds, Path(folder), pages=asked.pages)
    came, taken = len(run.came), [run.taken.get(url, 0.0) for url in run.came]
    print(f"{came} articles in {asked.seconds:.0f} s, {A_MINUTE} a minute; polled every {EVERY:g} s")
    print(line_of("beyond the interval, by the clock", beyond(run)))
    for cores in (1, 2):
        print(line_of(f"beyond it, on cores of its own: {cores}", alone(run, cores)))
    print(f"one core can read {60 / mean(taken):.0f} articles a minute")
    print(line_of("the processor, an article", taken))
    print(f"reported {len(run.told.keys() & run.came.keys())}, in the ledger {run.stored}, lost {came - run.stored}")
    print(f"at most {run.megabytes:.0f} MB")
    return came != run.stored


if __name__ == "__main__":
    sys.exit(main())

"""How the desk holds up: open pages while articles come in, and pages over a large ledger.

    python -m benchmarks.desk [--articles N] [--streams N] [--seconds N] [--rate N] [--ledger FILE] [--records N]
                              [--clearance MARKING [--hidden N]] [--json] [--only PAGES]

(1,000 articles, 50 streams, 60 seconds, 200 articles a minute by default; `--streams 0` asks for single pages only, of
100,000 articles with `--articles 100000`: making these takes an hour and a half and 17 GB, so give a FILE, or have
fewer `--records` of an article than 30. With a clearance the pages are those of a reader who has it, from whom so many
more articles, marked RED, are hidden; with `--json` they are asked for as JSON, `--only` those whose names begin with
one of some words, commas between.) A ledger of generated records is served by `dragoman serve`, made new, or kept in
FILE for the next time; another process adds articles that are read already. Each page is asked for many times, the
address another one each time where a page can be asked for in many ways: what is kept of the last answer helps nobody
then. Each stream does what an open browser does: it listens, and asks for its page again when it is told of a change.
Prints the times of pages (median, 95th percentile), the server's own work for one, the time from a commit to a page
that shows it, and the server's memory; exits with 1 where a stream missed the last state, or where the 95th percentile
of Brief, Timeline or Search is above `AT_MOST`. On a machine that does other things too the own work is the figure to
go by.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

import httpx
from benchmarks.ledger import FIRST, NAMES, RECORDS, SIDES, WORDS, article
from msgspec import Struct
from msgspec.structs import replace

from dragoman.app.desk.readers import new_token
from dragoman.app.dossier import judge
from dragoman.ledger import MARKINGS, open_ledger
from dragoman.types import Marking

PROGRAM = str(Path(sys.executable).with_name("dragoman"))
PATIENCE = 1_800.0
TOLD_EVERY = 2_000
"""Articles after which a line tells how far the making of a ledger is."""
TIMES = 41
"""How often each page is asked for; the first time is told apart."""
AT_MOST = 0.3
"""Seconds within which 95 of 100 answers of the pages that are `JUDGED` must have come."""
MOST_MEMORY = 800
"""MB that the server may hold."""


def window(n: int) -> str:
    """Some weeks of the generated days, others each time."""
    first = FIRST + timedelta(days=3 * n)
    return f"first={first}&last={first + timedelta(days=20 + n)}"


PAGES: dict[str, Callable[[int], str]] = {
    "brief": lambda n: "/",
    "timeline": lambda n: f"/timeline?{window(n)}",
    "search, a common word": lambda n: f"/search?q={WORDS[n % 3]}&limit={n + 1}",
    "search, a rare word": lambda n: f"/search?q={WORDS[500 + 37 * n]}",
    "search, words and a speaker": lambda n: f"/search?q={WORDS[0]}+{WORDS[n + 20]}&speaker={SIDES[n % len(SIDES)]}",
    "contacts": lambda n: f"/contacts?{window(n)}",
    "forecasts": lambda n: f"/forecasts?kind=forecast&limit={n + 1}",
    "positions": lambda n: "/positions",
    "accounts": lambda n: "/accounts",
    "actors": lambda n: "/actors",
    "actor": lambda n: f"/actor/{NAMES[n]}",
    "article": lambda n: f"/article/article-{n:05}",
    "all years of the timeline": lambda n: f"/timeline?first={FIRST + timedelta(days=n)}&last=2199-12-31",
}
JUDGED = ("brief", "timeline", "search, a common word", "search, a rare word")
STATE = re.compile(r'data-state="([0-9a-f]+)"')


class Heard(Struct):
    """What one open page saw: seconds of each answer, when it had which state."""

    seconds: list[float]
    states: list[tuple[float, str]]


def fill(path: Path, count: int, several: int) -> None:
    """Puts generated articles into a ledger, each with so many records, merges them and makes the verdicts.

    It goes on where it was broken off. Nothing waits for the disk: a power cut may cost the file, a kill doesn't.
    """
    began = time.process_time()
    with open_ledger(path) as ledger:
        ledger._connection.execute("PRAGMA synchronous = OFF")
        for n in range(len(ledger._connection.execute("SELECT id FROM articles").fetchall()), count):
            made, records = article(n, random.Random(n))
            ledger.put(made, records[:: RECORDS // several])  # of every kind
            if n % TOLD_EVERY == TOLD_EVERY - 1:
                print(f"{n + 1:>8,} articles: {time.process_time() - began:8.1f} s of work", flush=True)
        ledger.settle()
        print(f"merged: {time.process_time() - began:8.1f} s of work", flush=True)
        judge(ledger)


def hide(path: Path, first: int, count: int) -> None:
    """Adds articles that only the highest clearance may see, where they are not there yet; all is judged again."""
    with open_ledger(path) as ledger:
        for n in range(first, first + count):
            made, records = article(n, random.Random(n))
            ledger.put(replace(made, marking="RED"), records)
        ledger.settle()
        judge(ledger)


def readers_file(folder: Path, clearance: Marking) -> tuple[list[str], dict[str, str]]:
    """What `dragoman serve` is to be told of a reader of that clearance, and what this reader sends."""
    token, kept = new_token()
    path = folder / "readers.toml"
    path.write_text(f'[reader]\nclearance = "{clearance}"\ntokens = ["{kept}"]\n', encoding="utf-8")
    return ["--readers", str(path)], {"authorization": f"Bearer {token}"}


def write(path: Path, first: int, count: int, rate: float) -> None:
    """Adds articles as they come from a feed, `rate` a minute; a line on stdout for each: its time and the state."""
    with open_ledger(path) as ledger:
        began = time.time()
        for n in range(count):
            time.sleep(max(0.0, began + n * 60 / rate - time.time()))
            ledger.add(*article(first + n, random.Random(first + n)))
            judge(ledger, most=0)
            print(time.time(), ledger.state(), flush=True)


async def open_page(client: httpx.AsyncClient, heard: Heard) -> str:
    """Asks for the brief and notes how long that took; the state that it was made from."""
    began = time.time()
    answer = await client.get("/", headers={"accept": "text/html"})
    answer.raise_for_status()
    now = time.time()
    heard.seconds.append(now - began)
    match = STATE.search(answer.text)
    state = match[1] if match else ""
    heard.states.append((now, state))
    return state


async def browse(url: str, heard: Heard) -> None:
    """An open browser, until it is cancelled."""
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE) as client:
        state = await open_page(client, heard)
        async with client.stream("GET", f"/stream?from={state}") as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data: ") and line[6:] != state:
                    state = await open_page(client, heard)


async def hold(url: str, options: argparse.Namespace, path: Path) -> tuple[list[Heard], list[tuple[float, str]]]:
    """Opens the streams, lets the writer run to its end, and waits for what is still under way."""
    several = [Heard([], []) for _ in range(options.streams)]
    tasks = [asyncio.create_task(browse(url, heard)) for heard in several]
    await asyncio.sleep(2)
    count = max(int(options.rate * options.seconds / 60), 1)
    command = [sys.executable, "-m", "benchmarks.desk", "--write", str(path), "--articles", str(options.articles)]
    command += ["--count", str(count), "--rate", str(options.rate)]
    writer = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    out, _ = await writer.communicate()
    commits = [(float(at), state) for at, state in (line.split() for line in out.decode().splitlines())]
    for _ in range(100):
        if all(heard.states and heard.states[-1][1] == commits[-1][1] for heard in several):
            break
        await asyncio.sleep(0.1)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return several, commits


def latencies(heard: Heard, commits: list[tuple[float, str]]) -> list[float]:
    """For each commit the seconds until a page was there that shows it or a later one."""
    order = {state: n for n, (_, state) in enumerate(commits)}
    shown = [(at, order[state]) for at, state in heard.states if state in order]
    found = []
    for n, (committed, _) in enumerate(commits):
        at = next((at for at, newest in shown if newest >= n), None)
        if at is not None:
            found.append(max(at - committed, 0.0))
    return found


def memory(process: subprocess.Popen[str]) -> float:
    """The most memory that a process has held, in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1000  # type: ignore[index]


def own_work(process: subprocess.Popen[str]) -> float:
    """Seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def told(name: str, seconds: list[float]) -> None:
    """One line: the median, the 95th percentile and the slowest, in milliseconds."""
    print(
        f"{name:<34}{median(seconds) * 1000:8.0f} ms  p95 {p95(seconds) * 1000:6.0f}  most {max(seconds) * 1000:6.0f}"
    )


def p95(seconds: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(seconds, n=20)[18] if len(seconds) > 1 else seconds[0]


def first_page(url: str, headers: dict[str, str], server: subprocess.Popen[str]) -> list[str]:
    """Asks for the first page, for which the ledger is opened; what took more than it may, as lines."""
    began = time.perf_counter()
    httpx.get(url, timeout=PATIENCE, headers=headers).raise_for_status()
    seconds = time.perf_counter() - began
    print(f"{'the first page':<34}{seconds:8.2f} s, work {own_work(server):.2f} s, {memory(server):.0f} MB")
    return [f"memory: {memory(server):.0f} MB, at most {MOST_MEMORY}"] if memory(server) > MOST_MEMORY else []


def ask(url: str, headers: dict[str, str], server: subprocess.Popen[str], only: tuple[str, ...]) -> list[str]:
    """Asks for single pages one after the other, the first of each apart; what took longer than it may, as lines."""
    slow, times = [], TIMES
    with httpx.Client(base_url=url, timeout=PATIENCE, headers=headers) as client:
        for name, address in [(name, address) for name, address in PAGES.items() if name.startswith(only)]:
            seconds, work, size = [], [own_work(server)], 0
            for n in range(times):
                began = time.perf_counter()
                size = max(size, len(client.get(address(n)).raise_for_status().content))
                seconds.append(time.perf_counter() - began)
                work.append(own_work(server))
            told(name, seconds[1:])
            first, rest = work[1] - work[0], (work[-1] - work[1]) / (times - 1)
            print(
                f"{'':<34}first {seconds[0]:.2f} s, work {first:.2f} s; then {rest * 1000:.1f} ms each; {size:,} bytes"
            )
            if name in JUDGED and p95(seconds[1:]) > AT_MOST:
                slow.append(f"{name}: p95 {p95(seconds[1:]) * 1000:.0f} ms, at most {AT_MOST * 1000:.0f}")
    return slow


def run(options: argparse.Namespace) -> int:
    """Serves a ledger and does all of it; the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "desk.db"
        began = time.time()
        fill(path, options.articles, options.records)  # goes on where it was broken off; nothing where all is there
        print(f"{options.articles:,} articles put and merged in {time.time() - began:,.0f} s")
        hide(path, options.articles, options.hidden)
        told_of, sent = readers_file(Path(folder), options.clearance) if options.clearance else ([], {})
        headers = {"accept": "application/json" if options.json else "text/html", **sent}
        command = [PROGRAM, "serve", str(path), "--port", "0", *told_of]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr
            url = re.search(r"http://\S+?(?=/ )", server.stderr.readline())[0]  # type: ignore[index]
            try:
                slow = first_page(url, headers, server)
                slow += ask(url, headers, server, tuple(options.only.split(",")))
                print(f"{'memory after that':<34}{memory(server):8.0f} MB")
                for line in slow:
                    print(f"TOO SLOW: {line}")
                if not options.streams:
                    return bool(slow)
                before = own_work(server)
                several, commits = asyncio.run(hold(url, options, path))
                told(f"page, {options.streams} streams", [s for heard in several for s in heard.seconds[1:]])
                told("from commit to page", [s for heard in several for s in latencies(heard, commits)])
                lost = sum(heard.states[-1][1] != commits[-1][1] for heard in several)
                pages = sum(len(heard.seconds) for heard in several)
                print(f"{len(commits)} commits, {pages:,} pages, {lost} streams without the last state")
                print(f"{'own work of the server':<34}{own_work(server) - before:8.1f} s in {options.seconds} s")
                print(f"{'most memory':<34}{memory(server):8.0f} MB")
                return 1 if lost or slow else 0
            finally:
                server.terminate()


def main() -> int:
    """Reads the options."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--streams", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--records", type=int, choices=(5, 10, 15, 30), default=RECORDS)
    parser.add_argument("--clearance", choices=MARKINGS)
    parser.add_argument("--hidden", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--count", type=int, default=1)
    options = parser.parse_args()
    if options.write:
        write(options.write, options.articles, options.count, options.rate)
        return 0
    return run(options)


if __name__ == "__main__":
    sys.exit(main())

"""Does what `dragoman follow` reports as added outlive kill -9, and does it go on afterwards?

    python -m benchmarks.killing [KILLS [SECONDS]]        (100 by default, each run alive for up to 2.5 seconds)

A newsroom on this machine takes in articles while `dragoman follow` polls it and is killed at a random moment, time
after time; each run is a fork that has the models already, so that no kill is wasted on their loading. Then the program
is left to catch up. Prints how many articles came in, were reported and are in the ledger; exits with 1 when one
that was reported is missing, one is there or reported twice, one never came, or the chain of the ledger is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from benchmarks.newsroom import Newsroom, open_newsroom
from msgspec import Struct

from dragoman.app.cli import main as main_command
from dragoman.ledger import open_ledger, verify
from dragoman.models import load_pipeline, statement_model

PROGRAM = str(Path(sys.executable).with_name("dragoman"))
EVERY = 0.2
"""Seconds between two polls, and between two articles that come in."""
LONGEST = 2.5
"""Seconds that a run lives at most; a random share of them."""
PATIENCE = 300.0


class Killed(Struct, frozen=True, kw_only=True):
    """What was found after the last kill: the articles that came in, those reported and how often, those stored."""

    came: int
    reported: Counter[str]
    stored: Counter[str]
    silent: int
    lines_cut: int
    links: int

    @property
    def faults(self) -> list[str]:
        """What must not be: empty when all holds."""
        found = []
        if missing := self.reported.keys() - self.stored.keys():
            found.append(f"reported and not in the ledger: {sorted(missing)[:3]}")
        if twice := [url for url, count in (*self.stored.items(), *self.reported.items()) if count > 1]:
            found.append(f"there or reported twice: {twice[:3]}")
        if len(self.stored) != self.came:
            found.append(f"{self.came} came in, {len(self.stored)} are in the ledger")
        return found


def reported_in(out: str) -> tuple[list[str], bool]:
    """The addresses that a run reported as added, and whether its last line was cut off."""
    *lines, last = out.split("\n")
    events = [json.loads(line) for line in lines]
    return [event["url"] for event in events if event["event"] in ("added", "corrected")], bool(last)


def run_killed(arguments: list[str], seconds: float, out: Path) -> str:
    """What a run of dragoman printed before it was killed after so many seconds; `out` is where it prints to."""
    with out.open("wb") as lines:
        child = os.fork()
        if not child:
            try:
                os.dup2(lines.fileno(), 1)
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
                main_command(arguments)
            finally:
                os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return out.read_text(encoding="utf-8")


def measure(kills: int, folder: Path, seed: int = 7, longest: float = LONGEST) -> Killed:
    """Runs `dragoman follow` and kills it, so many times; then lets it catch up."""
    chance, ledger = random.Random(seed), folder / "talks.db"
    load_pipeline()
    statement_model()
    reported: Counter[str] = Counter()
    cut = 0
    with open_newsroom(Newsroom(paragraphs=2)) as room:
        host = f"127.0.0.1:{room.port}"
        arguments = ["follow", str(ledger), room.feed_url, "--every", str(EVERY), "--json", "--allow-host", host]
        stop = threading.Event()

        def fill() -> None:
            """Lets articles in as long as the ledger keeps up, so that the feed never drops one unread."""
            while not stop.wait(EVERY):
                if room.count - len(reported) < 40:
                    room.arrive()

        threading.Thread(target=fill, daemon=True).start()
        for _ in range(kills):
            urls, was_cut = reported_in(run_killed(arguments, chance.random() * longest, folder / "out.jsonl"))
            reported.update(urls)
            cut += was_cut
        stop.set()
        time.sleep(2 * EVERY)
        command = [PROGRAM, *arguments, "--once"]
        last = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
        reported.update(reported_in(last.stdout)[0])
        came = room.count
    with open_ledger(ledger) as opened:
        stored = Counter(version.url for one in opened.articles() for version in opened.versions(one.url))
    silent = len(stored.keys() - reported.keys())
    return Killed(came=came, reported=reported, stored=stored, silent=silent, lines_cut=cut, links=verify(ledger).links)


def main() -> int:
    """Prints what was found; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="Kill `dragoman follow` and look at what is left.")
    parser.add_argument("kills", nargs="?", type=int, default=100)
    parser.add_argument("seconds", nargs="?", type=float, default=LONGEST, help="that a run lives at most")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        found = measure(asked.kills, Path(folder), longest=asked.seconds)
    print(f"{asked.kills} kills in {time.monotonic() - begun:.0f} s; {found.came} articles came in")
    print(f"reported as added {len(found.reported)}, in the ledger {len(found.stored)}; {found.links} links hold")
    print(f"stored, but killed before the line was out: {found.silent}; in the middle of the line: {found.lines_cut}")
    for fault in found.faults:
        print(f"WRONG: {fault}")
    return bool(found.faults)


if __name__ == "__main__":
    sys.exit(main())

"""Does what `dragoman follow` reports as added outlive kill -9, and does it go on afterwards?

    python -m benchmarks.killing [KILLS [SECONDS [SEED]]]

(100 by default, each run killed within its first 2.5 seconds of work.) A newsroom on this machine takes in articles
while `dragoman follow` polls it and is killed at a random moment, time after time; each run is a fork that has the
models already, so that no kill is wasted on their loading. Moments are told by the processor's seconds that a run has
taken, so that it gets as far on a machine that does other things too; every other run has other processes read, and
`SPREAD` times as long. Then the program is left to catch up. Prints how many articles came in, were reported and are in
the ledger; exits with 1 when one that was reported is missing, one is there or reported twice, one never came, or the
chain of the ledger is broken.
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
"""Seconds of work that a run does at most; a random share of them."""
SPREAD = 4
"""How many times as many where other processes read, which load the models first."""
LOOKS_EVERY, SLOWEST = 0.005, 5
"""Seconds between two looks at the work of a run, and how many times as long by the clock it may take for it."""
PATIENCE = 300.0


class Killed(Struct, frozen=True, kw_only=True):
    """What was found after the last kill: the articles that came in, those reported and how often, those stored.

    `in_killed` of them were reported by runs that were killed.
    """

    came: int
    in_killed: int
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


def work_of(pid: int) -> float:
    """The processor's seconds that a process and its children have taken."""
    try:
        several = [pid, *map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
        stats = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in several]
    except OSError:  # one ended meanwhile
        return 0.0
    return sum(int(fields[11]) + int(fields[12]) for fields in stats) / os.sysconf("SC_CLK_TCK")


def run_killed(arguments: list[str], seconds: float, out: Path) -> str:
    """What a run of dragoman printed before it was killed after so many seconds of work; it prints to `out`."""
    with out.open("wb") as lines:
        child = os.fork()
        if not child:
            try:
                os.dup2(lines.fileno(), 1)
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
                main_command(arguments)
            finally:
                os._exit(1)
    late = time.monotonic() + SLOWEST * seconds
    while work_of(child) < seconds and time.monotonic() < late:
        time.sleep(LOOKS_EVERY)
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
        for n in range(kills):
            asked, times = (arguments, SPREAD) if n % 2 else ([*arguments, "--jobs", "1"], 1)
            urls, was_cut = reported_in(run_killed(asked, chance.random() * longest * times, folder / "out.jsonl"))
            reported.update(urls)
            cut += was_cut
        stop.set()
        in_killed = reported.total()
        time.sleep(2 * EVERY)
        command = [PROGRAM, *arguments, "--once"]
        last = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
        reported.update(reported_in(last.stdout)[0])
        came = room.count
    with open_ledger(ledger) as opened:
        stored = Counter(version.url for one in opened.articles() for version in opened.versions(one.url))
    silent = len(stored.keys() - reported.keys())
    links = verify(ledger).links
    return Killed(
        came=came, in_killed=in_killed, reported=reported, stored=stored, silent=silent, lines_cut=cut, links=links
    )


def main() -> int:
    """Prints what was found; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="Kill `dragoman follow` and look at what is left.")
    parser.add_argument("kills", nargs="?", type=int, default=100)
    parser.add_argument("seconds", nargs="?", type=float, default=LONGEST, help="of work that a run does at most")
    parser.add_argument("seed", nargs="?", type=int, default=7, help="of the moments")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        found = measure(asked.kills, Path(folder), asked.seed, asked.seconds)
    print(f"{asked.kills} kills in {time.monotonic() - begun:.0f} s; {found.came} articles came in")
    print(f"reported as added {len(found.reported)}, {found.in_killed} of them by runs that were killed")
    print(f"in the ledger {len(found.stored)}; {found.links} links hold")
    print(f"stored, but killed before the line was out: {found.silent}; in the middle of the line: {found.lines_cut}")
    for fault in found.faults:
        print(f"WRONG: {fault}")
    return bool(found.faults)


if __name__ == "__main__":
    sys.exit(main())

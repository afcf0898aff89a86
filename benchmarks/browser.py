"""How long a new article takes from its feed to the line that it changes in an open browser.

    python -m benchmarks.browser [--articles N] [--every SECONDS] [--ledger FILE] [--view PATH]

(40 articles, a poll every 2 seconds, the ledger of `examples/`, and the brief, by default.) A newsroom on this machine
lets one article in after another, each of the day after and at another moment of the poll interval; `dragoman follow`
polls its feed and adds to a copy of the ledger, which `dragoman serve` shows in Chromium. The time of an article ends
when the page marks a line as fresh. Beyond the poll interval: from the poll that could first see it, an interval after
it came in at the latest. Prints the median, the 95th percentile and the longest; exits with 1 where no line changed or
the 95th percentile is above `AT_MOST`.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.follow import PROGRAM, Run, Watched, beyond, line_of
from benchmarks.newsroom import open_newsroom
from playwright.sync_api import Page, TimeoutError, sync_playwright

EXAMPLES = Path(__file__).parents[1] / "examples" / "ukraine-2025"
AT_MOST = 1.5
"""Seconds within which 95 of 100 lines must stand in the page, beyond the poll interval."""
PATIENCE_MS = 60_000
FADE = "document.querySelectorAll('.fresh').forEach(line => line.classList.remove('fresh'))"
DAY = 86_400


def served(ledger: Path) -> tuple[subprocess.Popen[str], str]:
    """A desk over a ledger, and its address."""
    server = subprocess.Popen([PROGRAM, "serve", str(ledger), "--port", "0"], stderr=subprocess.PIPE, text=True)
    assert server.stderr
    found = re.search(r"http://\S+?(?=/ )", server.stderr.readline())
    assert found, "the desk gave no address"
    return server, found[0]


def followed(ledger: Path, room: Watched, every: float, folder: Path) -> subprocess.Popen[bytes]:
    """A newsroom, followed."""
    listed = folder / "sources.toml"
    listed.write_text(f'[[source]]\nurl = "{room.feed_url}"\nevery = {every}\npause = 0\n', encoding="utf-8")
    command = [PROGRAM, "follow", str(ledger), str(listed), "--json", "--allow-host", f"127.0.0.1:{room.port}"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def watch(page: Page, room: Watched, count: int, every: float) -> None:
    """Lets so many articles in, and keeps when each one's line stood in the page."""
    run, chance = room.run, random.Random(0)
    for number in range(count + 1):  # the first loads what is loaded late, and isn't counted
        time.sleep(every * (1 + chance.random()))
        page.evaluate(FADE)
        came = time.monotonic()
        room.arrive()
        try:
            page.wait_for_selector("#sheet .fresh", timeout=PATIENCE_MS)
        except TimeoutError:
            print(f"nothing changed by article {number}")
            continue
        if number:
            run.came[room.url(number)], run.told[room.url(number)] = came, time.monotonic()


def measure(asked: argparse.Namespace, folder: Path) -> list[float]:
    """Seconds beyond the poll interval of each article whose line came."""
    ledger, run = folder / "talks.db", Run()
    if asked.ledger:
        shutil.copy(asked.ledger, ledger)
    else:
        subprocess.run([PROGRAM, "add", str(ledger), str(EXAMPLES)], check=True, capture_output=True)
    with open_newsroom(Watched(run, full=True)) as room, sync_playwright() as playwright:
        room.apart = DAY
        follower = followed(ledger, room, asked.every, folder)
        server, url = served(ledger)
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(url + asked.view)
            page.wait_for_selector("#pulse:text('live')")
            watch(page, room, asked.articles, asked.every)
            browser.close()
        finally:
            for process in (follower, server):
                process.terminate()
                process.wait()
    return beyond(run, asked.every)


def main() -> int:
    """Prints the figures; 1 where a line never came, or too late."""
    parser = argparse.ArgumentParser(description="From a feed to the line in a browser.")
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--every", type=float, default=2.0)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--view", default="/")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        waits = measure(asked, Path(folder))
    print(line_of(f"{len(waits)} of {asked.articles} articles, beyond the interval", waits))
    late = sorted(waits)[round(0.95 * (len(waits) - 1))] > AT_MOST
    return int(late or len(waits) < asked.articles)


if __name__ == "__main__":
    sys.exit(main())

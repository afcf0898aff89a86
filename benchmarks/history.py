"""Real feeds followed as they stood, fetch after fetch: only what is new is read, what changed replaces, nothing twice.

    python -m benchmarks.history [FOLDER]        (../shared/corpus/feeds by default)

Serves the fetches of one office's RSS, the oldest first and each twice, at one address of this machine, and follows it;
then the last fetch with one of its texts changed, which none of these was; then the other feeds, each whole and cut in
half, at addresses of their own. Prints for each fetch what was new in it by its own words and what was added, replaced,
skipped and failed; exits with 1 where these differ or an address stands twice.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import feedparser
from benchmarks.newsroom import Newsroom, open_newsroom

from dragoman.app.following import How, Totals, follow
from dragoman.app.news import News
from dragoman.app.shelf import Added
from dragoman.ledger import open_ledger, verify
from dragoman.sources.watchlist import Watch
from dragoman.sources.web import Net

FEEDS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "feeds"
OFFICE = (
    "state_press_releases_2021-05-26.rss",
    "state_consecutive_6.rss",
    "state_consecutive_5.rss",
    "state_consecutive_4.rss",
    "state_consecutive_3.rss",
    "state_consecutive_2.rss",
    "state_consecutive_1.rss",
    "state_press_releases_2021-08-05.rss",
    "state_press_releases_2022-03-28.rss",
    "state_press_releases_2022-05-30.rss",
    "state_press_releases_2022-08-03.rss",
)
OTHERS = ("feed1.atom", "feed2.rss", "feed.json", "whitehouse_briefings.rss.xml")


class Office(Newsroom):
    """A server at whose feed's address stand some bytes."""

    body = b""

    def sent(self, name: str) -> tuple[bytes, str] | None:
        """The bytes, for every path but that of the rules for programs."""
        return None if name == "robots.txt" else (self.body, "application/xml")


def texts(body: bytes) -> dict[str, str]:
    """The text of each entry by its link, as another reader sees them."""
    found = feedparser.parse(BytesIO(body)).entries
    return {one.get("link", ""): f"{one.get('title')} {one.get('content') or one.get('summary')}" for one in found}


def poll(room: Office, name: str, body: bytes, ledger: Path) -> Counter[str]:
    """What became of one fetch of the feed of that name, counted."""
    counts: Counter[str] = Counter()

    def tell(news: News) -> None:
        if isinstance(news.what, Added):
            counts["corrected" if news.what.is_correction else "added"] += 1
        else:
            counts[type(news.what).__name__.lower()] += 1

    room.body = body
    watch = Watch(url=f"http://127.0.0.1:{room.port}/{name}", pause=0, pages="never")
    how = How(net=Net(allowed=frozenset({f"127.0.0.1:{room.port}"})), once=True)
    asyncio.run(follow((watch,), ledger, tell, Totals(), how))
    return counts


def line_of(name: str, counts: Counter[str], expected: str = "") -> str:
    """A fetch and what became of it in one line."""
    words = ", ".join(f"{counts[sort]} {sort}" for sort in ("added", "corrected", "skipped", "failure"))
    return f"{name:44} {expected:24} {words}"


def measure(folder: Path, ledger: Path) -> list[str]:
    """Follows all feeds, prints a line for each fetch, and gives what is wrong."""
    faults, known = [], {}
    with open_newsroom(Office()) as room:
        fetches = [(name, (folder / "history" / name).read_bytes()) for name in OFFICE]
        text, end, rest = fetches[-1][1].rpartition(b"</p>")
        fetches.append(("the same, one text changed", text + b" A word was added." + end + rest))
        for name, body in fetches:
            now = texts(body)
            new = {link for link in now if link not in known}
            changed = {link for link, text in now.items() if link in known and known[link] != text}
            known.update(now)
            counts, again = poll(room, "office.xml", body, ledger), poll(room, "office.xml", body, ledger)
            print(line_of(name, counts, f"{len(new)} new, {len(changed)} changed:"))
            if counts["added"] + counts["skipped"] != len(new) or counts["corrected"] != len(changed) or again:
                faults.append(f"{name}: {dict(counts)}, and asked again {dict(again)}")
        for name in OTHERS:
            body = (folder / name).read_bytes()
            print(line_of(name, poll(room, name, body, ledger)))
            print(line_of(f"{name}, cut in half", poll(room, f"half-{name}", body[: len(body) // 2], ledger)))
    with open_ledger(ledger) as opened:
        urls = Counter(article.url for article in opened.articles())
    faults += [f"{url} stands {count} times" for url, count in urls.items() if url and count > 1]
    print(f"{len(urls)} addresses, each once; {verify(ledger).links} links hold")
    return faults


def main(folder: Path) -> int:
    """Prints what was found; 1 when something is wrong."""
    with tempfile.TemporaryDirectory() as made:
        faults = measure(folder, Path(made) / "talks.db")
    for fault in faults:
        print(f"WRONG: {fault}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FEEDS))

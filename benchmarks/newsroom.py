"""A news server on this machine, for measures: a feed that grows while it is polled, and the pages behind it."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SIDES = ("Kenya", "Uganda", "Norway", "Chile", "Peru", "Ghana", "Latvia", "Fiji", "Oman", "Nepal")
TOWNS = ("Nairobi", "Kampala", "Oslo", "Santiago", "Lima", "Accra", "Riga", "Suva", "Muscat", "Kathmandu")
FIRST = ("Anna", "Boris", "Clara", "David", "Elena", "Frank", "Greta", "Henry", "Irene", "Jonas")
LAST = ("Lund", "Kral", "Moss", "Vane", "Tarn", "Quill", "Okell", "Brandt", "Sorel", "Imai", "Pereira", "Novak")
NOUNS = (
    "border", "harbour", "lake", "railway", "customs post", "fishery", "pipeline", "island", "bridge", "river",
    "prisoner", "corridor", "airport", "dam", "forest", "mine", "market", "school", "road", "archive",
)  # fmt: skip
VERBS = ("reopen", "survey", "patrol", "return", "guard", "share", "repair", "close", "inspect", "release")
BEGAN = 1_936_000_000
"""When the first article was published, in seconds of Unix time."""
LISTED = 150
"""Articles in the feed: the newest of those that came in."""


def dispatch(number: int, paragraphs: int = 1) -> str:
    """An article of its own: two sides, who spoke, on what they met; the same for the same number."""
    chance = random.Random(number)
    one, other = chance.sample(SIDES, 2)
    told = []
    for _ in range(paragraphs):
        name, town = f"{chance.choice(FIRST)} {chance.choice(LAST)}", chance.choice(TOWNS)
        verb, thing, place = chance.choice(VERBS), chance.choice(NOUNS), chance.choice(NOUNS)
        days, day = chance.randrange(5, 90), chance.randrange(1, 28)
        told.append(
            chance.choice(
                (
                    f"The {one} foreign minister, {name}, met the envoy of {other} in {town} on {day} May 2031. "
                    f"“We will {verb} every {thing} near the {place} within {days} days,” the minister told reporters.",
                    f"{other} rejected a proposal of {one} to {verb} the {thing} for {days} days. {name}, who speaks "
                    f"for the government, said that nobody could {chance.choice(VERBS)} a {place} so soon.",
                    f"Officials in {town} declined to say who would {verb} the {thing}. The delegations of {one} and "
                    f"{other} are expected to meet again by {day} June, an adviser to {name} said.",
                    f"{name} warned that {one} must {verb} the {thing} before any talks on the {place}. It is the "
                    f"{days}th day on which the {chance.choice(NOUNS)} has been closed to both sides.",
                )
            )
        )
    return "\n\n".join(told)


class Newsroom:
    """What has come in so far; thread-safe. `full`: whether the feed carries the articles or summaries of them."""

    apart = 1
    """Seconds between the times of publication of two articles."""

    def __init__(self, *, full: bool = True, paragraphs: int = 1) -> None:
        self.full, self.paragraphs = full, paragraphs
        self.count = 0
        self.port = 0
        self.requests = 0
        self._lock = threading.Lock()

    def arrive(self, count: int = 1) -> None:
        """Puts the next articles into the feed."""
        with self._lock:
            self.count += count

    def url(self, number: int) -> str:
        """The address of an article."""
        return f"http://127.0.0.1:{self.port}/{number}"

    @property
    def feed_url(self) -> str:
        """The address of the feed."""
        return f"http://127.0.0.1:{self.port}/feed.xml"

    def sent(self, name: str) -> tuple[bytes, str] | None:
        """The bytes and the media type of what is at a path; None for nothing."""
        if name == "feed.xml":
            return self.feed().encode(), "application/rss+xml"
        if name.isdigit():
            page = f"<!doctype html><title>Session {name}</title><article>{self.page(int(name))}</article>"
            return page.encode(), "text/html"
        return None

    def feed(self) -> str:
        """The feed as RSS, the newest on top."""
        with self._lock:
            newest = self.count
        items = []
        for number in reversed(range(max(0, newest - LISTED), newest)):
            text = escape(self.page(number)) if self.full else "A meeting took place."
            items.append(
                f"<item><title>Session {number}</title><link>/{number}</link><guid>{number}</guid>"
                f"<pubDate>{formatdate(BEGAN + self.apart * number)}</pubDate><description>{text}</description></item>"
            )
        return f'<rss version="2.0"><channel><title>Harbour Post</title>{"".join(items)}</channel></rss>'

    def page(self, number: int) -> str:
        """The text of an article as HTML."""
        return "".join(f"<p>{escape(part)}</p>" for part in dispatch(number, self.paragraphs).split("\n\n"))


def handler_of(room: Newsroom) -> type[BaseHTTPRequestHandler]:
    """What answers the requests to a newsroom."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802  (its own name)
            room.requests += 1
            if found := room.sent(self.path.strip("/")):
                self.send(*found)
            else:
                self.send_error(404)

        def send(self, body: bytes, kind: str) -> None:
            tag = f'"{sha256(body).hexdigest()[:16]}"'
            same = self.headers.get("If-None-Match") == tag
            self.send_response(304 if same else 200)
            self.send_header("ETag", tag)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", "0" if same else str(len(body)))
            self.end_headers()
            self.wfile.write(b"" if same else body)

        def log_message(self, *_: object) -> None:
            """Nothing: the measures print their own lines."""

    return Handler


@contextmanager
def open_newsroom(room: Newsroom) -> Iterator[Newsroom]:
    """The newsroom behind a port of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_of(room)) as server:
        room.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield room
        server.shutdown()

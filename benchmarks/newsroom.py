"""A news server on this machine, for measures: a feed that grows while it is polled, and the pages behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SIDES = ("Kenya", "Uganda", "Norway", "Chile", "Peru", "Ghana", "Latvia", "Fiji", "Oman", "Nepal")
TOWNS = ("Nairobi", "Kampala", "Oslo", "Santiago", "Lima", "Accra", "Riga", "Suva", "Muscat", "Kathmandu")
LISTED = 100
"""Articles in the feed: the newest of those that came in."""


def dispatch(number: int, paragraphs: int = 1) -> str:
    """An article of its own: who met whom and where, in a plain dispatch's words."""
    one, other = SIDES[number % 10], SIDES[(number // 10 + number + 1) % 10]
    town = TOWNS[number * 7 % 10]
    day = number % 27 + 1
    lines = [
        f"The foreign ministers of {one} and {other} met in {town} on {day} May 2031 in session {number}. "
        f"“We will send draft {number} to {other} next week,” the minister of {one} told reporters.",
        f"{other} rejected a proposal of {one} for a ceasefire of {number % 80 + 10} days, paper {number} says. "
        f"An adviser said that both delegations would meet again in {town} before the end of the month.",
        f"Officials in {town} declined to say who had asked for session {number}. The talks lasted two hours.",
    ]
    return "\n\n".join(lines[at % 3] for at in range(paragraphs))


class Newsroom:
    """What has come in so far; thread-safe. `reported` are the ids that the feed has listed."""

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

    def feed(self) -> str:
        """The feed as RSS, the newest on top."""
        with self._lock:
            newest = self.count
        items = []
        for number in reversed(range(max(0, newest - LISTED), newest)):
            text = escape(self.page(number)) if self.full else "A meeting took place."
            items.append(
                f"<item><title>Session {number}</title><link>/{number}</link><guid>{number}</guid>"
                f"<pubDate>{formatdate(1936000000 + number)}</pubDate><description>{text}</description></item>"
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
            name = self.path.strip("/")
            if name == "feed.xml":
                self.send(room.feed().encode(), "application/rss+xml")
            elif name.isdigit():
                self.send(f"<!doctype html><title>Session {name}</title>{room.page(int(name))}".encode(), "text/html")
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

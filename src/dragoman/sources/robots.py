"""What a server lets programs fetch: its robots.txt (RFC 9309), read by protego, the parser that Scrapy uses."""

from __future__ import annotations

import httpx
from msgspec import Struct
from protego import Protego

from dragoman.errors import SourceError
from dragoman.sources.web import VERSION, Net, get

TOKEN = "dragoman"
AGENT = f"{TOKEN}/{VERSION} (follows feeds that a person names; heeds robots.txt)"
MOST_BYTES = 512 * 1024
"""Bytes of a robots.txt that are read: RFC 9309 asks for 500 KiB at least."""
BUSY = 429
LONGEST_DELAY = 30.0
"""Seconds of a Crawl-delay that are heeded at most."""


class Robots(Struct, frozen=True):
    """The rules of one server; `fault` is why they can't be had, and then nothing may be fetched."""

    rules: Protego | None = None
    fault: str = ""

    def bar(self, url: str) -> str:
        """Why a page may not be fetched, with the remedy; empty where it may."""
        if self.fault:
            return f"its robots.txt can't be had ({self.fault})"
        if self.rules is None or self.rules.can_fetch(url, TOKEN):
            return ""
        return "its robots.txt forbids it; ask its publisher, or save the page and read the file"

    @property
    def delay(self) -> float:
        """Seconds between two requests that the server asks for."""
        asked = self.rules.crawl_delay(TOKEN) if self.rules else None
        return min(max(asked or 0.0, 0.0), LONGEST_DELAY)


async def robots_of(url: httpx.URL, net: Net) -> Robots:
    """The rules of the server of an address: none where it has no robots.txt (RFC 9309, 2.3.1.3).

    Where the server fails or can't be reached nothing may be fetched (2.3.1.4).
    """
    try:
        answer = await get(str(url.copy_with(raw_path=b"/robots.txt", fragment=None)), net, {"User-Agent": AGENT})
    except SourceError as error:
        return Robots(fault=str(error))
    if answer.status >= 500 or answer.status == BUSY:
        return Robots(fault=f"the server answered {answer.status} {answer.reason}; try again later")
    if not answer.is_success:
        return Robots()
    return Robots(Protego.parse(answer.body[:MOST_BYTES].decode("utf-8", errors="replace").removeprefix("\ufeff")))

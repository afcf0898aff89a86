"""Bytes that were opened and not yet read, as every format's reader takes them."""

from __future__ import annotations

from io import BufferedReader

from msgspec import Struct

from dragoman.types import Defaults, Failure, Page

HEAD_BYTES = 4096
MAX_BYTES = 16 * 1024 * 1024  # 2,000,000 characters are at most 8 MB; HTML carries as much again in mark-up

PLAIN = "text/plain; charset=utf-8"  # a row's text: nothing but the text
FRONTED = "text/markdown"  # a text file: front matter may stand on top
HTML = "text/html"  # a whole page with its furniture
FRAGMENT = "text/html; charset=utf-8; part=entry"  # a feed entry: the article's mark-up and nothing else

TOO_LARGE = f"larger than {MAX_BYTES // 2**20} MB, no article is; split it into one article a file or a line"


class Stream(Struct, frozen=True, kw_only=True):
    """An open source of pages. `id` is the file's stem; `known` is what a sidecar file or the caller says of it.

    `media_type` is what a server declared, else empty. The reader reads `body` once, from its start.
    """

    name: str
    id: str
    body: BufferedReader
    defaults: Defaults
    known: Known
    media_type: str = ""


class Known(Struct, frozen=True, kw_only=True):
    """What is known of a page apart from its bytes; empty is unknown."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    section: str | None = None


def read_whole(stream: Stream) -> bytes | Failure:
    """All bytes of a stream that holds one article; a Failure when there are more than MAX_BYTES."""
    body = stream.body.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        return Failure(stream.name, f"{stream.name}: {TOO_LARGE}")
    return body


def whole_page(stream: Stream, media_type: str) -> Page | Failure:
    """The stream as one page of `media_type`."""
    body = read_whole(stream)
    if isinstance(body, Failure):
        return body
    known, defaults = stream.known, stream.defaults
    return Page(
        name=stream.name,
        id=stream.id,
        body=body,
        media_type=media_type,
        fetched=defaults.fetched,
        url=known.url or "",
        title=known.title or "",
        outlet=known.outlet or defaults.outlet,
        published=known.published or defaults.published,
        section=known.section or "",
        marking=defaults.marking,
    )

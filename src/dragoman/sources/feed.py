"""RSS, Atom and JSON Feed: one page an entry. feedparser is given bytes only, so that it never fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate
from io import BytesIO
from typing import Any
from xml.sax import SAXException

import msgspec
from msgspec import Struct

from dragoman.sources.stream import FRAGMENT, PLAIN, Stream, read_whole
from dragoman.types import Failure, Page

XML_HEAD = re.compile(rb"(\xef\xbb\xbf)?\s*(<[?!][^>]*>\s*)*<(rss|feed|rdf:RDF)\b")
XML_END = (b"</rss>", b"</feed>", b"</rdf:RDF>", b"</RDF>")
JSON_HEAD = re.compile(rb'(\xef\xbb\xbf)?\s*\{.{0,2000}"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.DOTALL)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Item(Struct, frozen=True):
    """One item of a JSON Feed; other fields are ignored."""

    id: str | int = ""
    url: str = ""
    title: str = ""
    content_html: str = ""
    content_text: str = ""
    summary: str = ""
    date_published: str = ""


class JsonFeed(Struct, frozen=True):
    """A JSON Feed: its title and its items."""

    items: tuple[Item, ...]
    title: str = ""


def looks_like_feed(head: bytes) -> bool:
    """Whether the first bytes open RSS or Atom."""
    return XML_HEAD.match(head) is not None


def looks_like_json_feed(head: bytes) -> bool:
    """Whether the first bytes open a JSON Feed."""
    return JSON_HEAD.match(head) is not None


def read_feed(stream: Stream) -> Iterator[Page | Failure]:
    """A page for each entry with text, in the feed's order; Failures for the entries without and for a broken feed."""
    import feedparser  # imported here: few runs read a feed

    body = read_whole(stream)
    if isinstance(body, Failure):
        yield body
        return
    feed = feedparser.parse(BytesIO(body))  # type: ignore[attr-defined, no-untyped-call]
    channel = feed.feed.get("title", "")
    yield from entry_pages(stream, [read_entry(entry, channel) for entry in feed.entries])
    broken = isinstance(feed.get("bozo_exception"), SAXException) and not body.rstrip().endswith(XML_END)
    if broken or not feed.version:
        what = f"broken feed, {len(feed.entries)} entries could be read" if feed.entries else "no RSS or Atom feed"
        yield Failure(stream.name, f"{stream.name}: {what}; fetch it again")


def read_json_feed(stream: Stream) -> Iterator[Page | Failure]:
    """A page for each item with text, as `read_feed`."""
    body = read_whole(stream)
    if isinstance(body, Failure):
        yield body
        return
    try:
        feed = msgspec.json.decode(body, type=JsonFeed)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Failure(stream.name, f"{stream.name}: broken JSON Feed ({error}); fetch it again")
        return
    yield from entry_pages(stream, [read_item(item, feed.title) for item in feed.items])


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of any feed; `markup` says whether its text is HTML."""

    id: str
    url: str
    title: str
    outlet: str
    published: str
    text: str
    markup: bool


def entry_pages(stream: Stream, entries: list[Entry]) -> Iterator[Page | Failure]:
    """The entries as pages named `file#number`, from 1; one Failure counts those that hold a title alone."""
    defaults = stream.defaults
    for number, entry in enumerate(entries, 1):
        if entry.text.strip():
            yield Page(
                name=f"{stream.name}#{number}",
                id=entry.id or entry.url or f"{stream.id}#{number}",
                body=entry.text.encode(),
                media_type=FRAGMENT if entry.markup else PLAIN,
                fetched=defaults.fetched,
                url=entry.url,
                title=entry.title,
                outlet=stream.known.outlet or defaults.outlet or entry.outlet,
                published=entry.published or defaults.published,
                marking=defaults.marking,
            )
    bare = [entry for entry in entries if not entry.text.strip()]
    if bare:
        remedy = f"read their pages, {bare[0].url} first" if bare[0].url else "read their pages"
        yield Failure(stream.name, f"{stream.name}: {len(bare)} of {len(entries)} entries hold no text; {remedy}")


def read_entry(entry: Any, channel: str) -> Entry:  # noqa: ANN401  feedparser has no types
    """An entry of RSS or Atom: its full content where it has one, else its summary.

    `published` is as the feed writes it, because its time zone is the publisher's; empty when it names no day (what
    feedparser makes of "2031-06" is the first of June, which nobody said).
    """
    written = (entry.get("published") if "published" in entry else entry.get("updated")) or ""
    contents = entry.get("content") or [entry.get("summary_detail") or {}]
    content = max(contents, key=lambda content: len(content.get("value") or ""))
    return Entry(
        id=entry.get("id", ""),
        url=entry.get("link", ""),
        title=entry.get("title", ""),
        outlet=entry.get("source", {}).get("title") or channel,
        published=written if ISO_DAY.match(written) or parsedate(written) else "",
        text=content.get("value") or "",
        markup=content.get("type") != "text/plain",
    )


def read_item(item: Item, channel: str) -> Entry:
    """An item of a JSON Feed."""
    return Entry(
        id=str(item.id),
        url=item.url,
        title=item.title,
        outlet=channel,
        published=item.date_published,
        text=item.content_html or item.content_text or item.summary,
        markup=bool(item.content_html),
    )

"""RSS, Atom and JSON Feed: one page an entry. feedparser is given bytes only, so that it never fetches."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from email.utils import parsedate
from io import BytesIO
from typing import Any
from urllib.parse import urljoin
from xml.sax import SAXException

import msgspec
from msgspec import Struct

from dragoman.sources.stream import FRAGMENT, PLAIN, Stream, read_whole
from dragoman.types import Failure, Page

XML_HEAD = re.compile(rb"(\xef\xbb\xbf)?\s*(<[?!][^>]*>\s*)*<(rss|feed|rdf:RDF)\b")
XML_END = (b"</rss>", b"</feed>", b"</rdf:RDF>", b"</RDF>")
JSON_HEAD = re.compile(rb'(\xef\xbb\xbf)?\s*\{.{0,2000}"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
SUMMARY = 600
"""Characters below which an entry is taken for a summary: the shortest dispatches have two paragraphs."""
FIRST_ELEMENT = re.compile(rb"<\w")
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
    date_modified: str = ""
    tags: tuple[str, ...] | None = None


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


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of any feed; `markup` says whether its text is HTML."""

    id: str
    url: str
    title: str
    outlet: str
    published: str
    text: str
    markup: bool
    updated: str = ""
    """As the feed writes it; a day or a time that moves when the entry is corrected."""
    section: str = ""
    """The categories that it is filed under, a line each."""


class Feed(Struct, frozen=True):
    """The entries of a feed in its order, and what is wrong with it with the remedy, empty when nothing is."""

    entries: tuple[Entry, ...] = ()
    fault: str = ""


def read_feed(stream: Stream) -> Iterator[Page | Failure]:
    """A page for each entry with text, in the feed's order; Failures for the entries without and for a broken feed."""
    yield from read_entries(stream, parse_feed)


def read_json_feed(stream: Stream) -> Iterator[Page | Failure]:
    """A page for each item with text, as `read_feed`."""
    yield from read_entries(stream, parse_json_feed)


def read_entries(stream: Stream, parse: Callable[[bytes], Feed]) -> Iterator[Page | Failure]:
    """The pages of a feed that `parse` takes apart, and one Failure for what is wrong with it."""
    body = read_whole(stream)
    if isinstance(body, Failure):
        yield body
        return
    feed = parse(body)
    yield from entry_pages(stream, feed.entries)
    if feed.fault:
        yield Failure(stream.name, f"{stream.name}: {feed.fault}")


def parse_feed(body: bytes) -> Feed:
    """The entries of RSS or Atom; of a broken feed those that could be read."""
    import feedparser  # imported here: few runs read a feed

    if declares_entities(body):
        return Feed(fault="it declares entities of its own, which can grow without end; no feed needs them")
    feed = feedparser.parse(BytesIO(body))  # type: ignore[attr-defined, no-untyped-call]
    channel = feed.feed.get("title", "")
    entries = tuple(read_entry(entry, channel) for entry in feed.entries)
    broken = isinstance(feed.get("bozo_exception"), SAXException) and not body.rstrip().endswith(XML_END)
    if not broken and feed.version:
        return Feed(entries)
    what = f"broken feed, {len(entries)} entries could be read" if entries else "no RSS or Atom feed"
    return Feed(entries, f"{what}; fetch it again")


def declares_entities(body: bytes) -> bool:
    """Whether a feed has entities of its own: feedparser's parser for broken feeds puts them in without a limit.

    Asked of the bytes as feedparser decodes them, before the first element: only there can entities be declared.
    """
    from feedparser.encodings import convert_to_utf8

    plain: bytes = convert_to_utf8({}, body, {})  # type: ignore[no-untyped-call]
    start = FIRST_ELEMENT.search(plain)
    return b"<!ENTITY" in plain[: start.start() if start else len(plain)].upper()


def parse_json_feed(body: bytes) -> Feed:
    """The items of a JSON Feed."""
    try:
        feed = msgspec.json.decode(body, type=JsonFeed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Feed(fault=f"broken JSON Feed ({error}); fetch it again")
    return Feed(tuple(read_item(item, feed.title) for item in feed.items))


def entry_pages(stream: Stream, entries: Sequence[Entry]) -> Iterator[Page | Failure]:
    """The entries as pages named `file#number`, from 1; one Failure counts those that hold a title alone."""
    for number, entry in enumerate(entries, 1):
        if entry.text.strip():
            yield entry_page(entry, number, stream)
    bare = [entry for entry in entries if not entry.text.strip()]
    if bare:
        remedy = f"read their pages, {bare[0].url} first" if bare[0].url else "read their pages"
        yield Failure(stream.name, f"{stream.name}: {len(bare)} of {len(entries)} entries hold no text; {remedy}")


def entry_page(entry: Entry, number: int, stream: Stream) -> Page:
    """The page of entry `number`, of the text that the feed itself carries."""
    defaults = stream.defaults
    return Page(
        name=f"{stream.name}#{number}",
        id=entry.id or entry.url or f"{stream.id}#{number}",
        body=entry.text.encode(),
        media_type=FRAGMENT if entry.markup else PLAIN,
        fetched=defaults.fetched,
        url=entry_url(entry, stream),
        title=entry.title,
        outlet=stream.known.outlet or defaults.outlet or entry.outlet,
        published=entry.published or defaults.published,
        section=entry.section,
        marking=defaults.marking,
    )


def entry_url(entry: Entry, stream: Stream) -> str:
    """The address of an entry's page, made whole from that of the feed; empty where the entry has none."""
    try:
        return urljoin(stream.known.url or "", entry.url) if entry.url else ""
    except ValueError:  # an address that is none, such as "http://[": it will be refused where it is fetched
        return entry.url


def is_summary(entry: Entry) -> bool:
    """Whether an entry seems to carry less than its article: few characters, or an ellipsis for the rest."""
    words = " ".join(html.unescape(TAG.sub(" ", entry.text)).split())
    return len(words) < SUMMARY or words.rstrip("]). ").endswith(("…", "..."))


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
        updated=(entry.get("updated") if "updated" in entry else "") or "",
        section="\n".join(tag.get("term") or "" for tag in entry.get("tags", ())),
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
        updated=item.date_modified,
        section="\n".join(item.tags or ()),
    )

"""What a source sent, as items that are each read once: the entries of a feed, or the pages of what is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256

from msgspec import Struct

from dragoman.sources.feed import (
    Entry,
    Feed,
    entry_page,
    entry_url,
    is_summary,
    parse_feed,
    parse_json_feed,
    read_feed,
    read_json_feed,
)
from dragoman.sources.stream import Known, Stream
from dragoman.sources.watchlist import Watch
from dragoman.sources.web import Answer, answer_format, answer_pages, answer_stream
from dragoman.types import Defaults, Failure, Page

MARK_LENGTH = 16
"""Hex digits of a hash that marks an item: 64 bits, among the entries of one feed."""
PARSERS: dict[Callable[[Stream], Iterator[Page | Failure]], Callable[[bytes], Feed]] = {
    read_feed: parse_feed,
    read_json_feed: parse_json_feed,
}
READ_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
"""The media types of pages that entries lead to; a server that declares none is believed to send one of them."""


class Item(Struct, frozen=True, kw_only=True):
    """Something to read: `page` is what the source itself carries of it, None where that is nothing.

    `url` is set where the page at that address is to be read instead. `mark` is another one when the item has changed.
    """

    mark: str
    name: str
    page: Page | None
    url: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    section: str = ""


class Sent(Struct, frozen=True, kw_only=True):
    """The items in an answer, the oldest first, whether it is a feed, and what is wrong with it, empty for nothing."""

    items: tuple[Item, ...]
    is_feed: bool
    fault: str = ""


def sent_items(answer: Answer, watch: Watch, defaults: Defaults) -> Sent:
    """The items in what a source sent."""
    parse = PARSERS.get(answer_format(answer).read)
    if parse is None:
        return page_items(answer, watch, defaults)
    stream = answer_stream(watch.url, answer, Known(outlet=watch.outlet or None), defaults)
    feed = parse(answer.body)
    items = []
    for number, entry in enumerate(feed.entries, 1):
        page = entry_page(entry, number, stream) if entry.text.strip() else None
        url = entry_url(entry, stream)
        items.append(
            Item(
                mark=mark_of(*map(str, (entry.id, url, entry.title, entry.published, entry.updated, entry.text))),
                name=url or f"{watch.url}#{number}",
                page=page,
                url=url if wants_page(entry, watch) else "",
                title=entry.title,
                outlet=watch.outlet or entry.outlet,
                published=entry.published,
                section=entry.section,
            )
        )
    return Sent(items=tuple(reversed(items)), is_feed=True, fault=feed.fault)  # feeds have the newest first


def page_items(answer: Answer, watch: Watch, defaults: Defaults) -> Sent:
    """The pages in what is no feed."""
    found = list(answer_pages(watch.url, answer, Known(outlet=watch.outlet or None), defaults))
    pages = [page for page in found if isinstance(page, Page)]
    faults = [failure.message.removeprefix(f"{watch.url}: ") for failure in found if isinstance(failure, Failure)]
    items = [Item(mark=mark_of(page.id, page.body.decode("latin-1")), name=page.name, page=page) for page in pages]
    return Sent(items=tuple(items), is_feed=False, fault=faults[0] if faults else "")


def wants_page(entry: Entry, watch: Watch) -> bool:
    """Whether the page of an entry is to be read rather than what the feed carries."""
    return watch.pages == "always" or (watch.pages == "auto" and is_summary(entry))


def mark_of(*parts: str) -> str:
    """The mark of an item: the same for the same parts only."""
    return sha256("\x00".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()[:MARK_LENGTH]


def linked_pages(item: Item, answer: Answer, defaults: Defaults) -> Iterator[Page | Failure]:
    """The page that an item leads to; what it doesn't say of itself, the feed says."""
    kind = answer.media_type.partition(";")[0].strip().lower()
    if kind and kind not in READ_TYPES:
        yield Failure(item.name, f"{item.name}: it is {kind}, which isn't read; save it as HTML or text")
        return
    said = (item.outlet, item.title, item.published, item.section)
    outlet, title, published, section = (words or None for words in said)
    known = Known(outlet=outlet, title=title, published=published, section=section)
    yield from answer_pages(item.name, answer, known, defaults)

"""What came into a ledger since it was looked at last: for who keeps its entries, and reads only what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
from msgspec import Struct

from dragoman.ledger import asof, reading
from dragoman.ledger.correcting import Sight
from dragoman.ledger.settling import last_stamp
from dragoman.merge import Merged
from dragoman.types import Article, Entry

_entry = msgspec.json.Decoder(Merged)
CHANGED = "SELECT block FROM main.blocks WHERE stamp > ? UNION SELECT block FROM main.unmerged"


class Upto(Struct, frozen=True):
    """What was seen of a ledger: its links, and its entries by their stamp.

    `provisional` are the blocks that weren't stored as this reader sees them, and so were merged for it.
    """

    link: int
    stamp: int
    provisional: frozenset[str]


class News(Struct, frozen=True, kw_only=True):
    """A ledger at one moment, as far as it isn't what it was `upto` before; all of it where `is_whole`.

    `blocks` has all entries of the blocks that changed by id, in no order: None in place of one that is as it was.
    `articles` came in and stand, `gone` are ids of those that stand no more. `state` and `head` as the ledger has them.
    """

    upto: Upto
    is_whole: bool
    state: str
    head: str
    last_day: date | None
    articles: tuple[Article, ...]
    gone: frozenset[str]
    blocks: Mapping[str, Mapping[str, Entry | None]]


def news(connection: sqlite3.Connection, known: Upto | None) -> News:
    """What isn't as it was; `known` None: everything."""
    link = reading.last_link(connection)
    last, stamp = link.n if link else 0, last_stamp(connection)
    if known is None:
        by_block, provisional = asof.entries_by_block(connection, None)
        blocks: dict[str, Mapping[str, Entry | None]] = {b: by_id(several) for b, several in by_block.items()}
        articles, gone = reading.current_articles(connection), frozenset[str]()
    else:
        blocks, provisional = _changed(connection, known)
        articles, gone = _arrived(connection, known.link, last)
    return News(
        upto=Upto(last, stamp, provisional),
        is_whole=known is None,
        state=reading.state(connection),
        head=link.head if link else "",
        last_day=reading.last_day(connection),
        articles=articles,
        gone=gone,
        blocks=blocks,
    )


def by_id(entries: Iterable[Entry]) -> dict[str, Entry | None]:
    """The entries of a block by id."""
    return {entry.id: entry for entry in entries}


def _changed(
    connection: sqlite3.Connection, known: Upto
) -> tuple[dict[str, Mapping[str, Entry | None]], frozenset[str]]:
    """The blocks that were merged or touched since, and which are provisional now."""
    sight = Sight(connection, None, asof.Standing(connection, None))
    near = {block for (block,) in connection.execute(CHANGED, (known.stamp,))}
    changed = {member for block in near for member in sight.members(sight.home(block))}
    stale = changed.intersection(reading.stale_blocks(connection)) if changed else set()
    stale = {member for block in stale for member in sight.members(sight.home(block))}
    made: dict[str, Mapping[str, Entry | None]] = {block: {} for block in changed}
    for block in changed - stale:
        made[block] = _stored(connection, block, known.stamp if block not in known.provisional else -1)
    made.update((home, by_id(several)) for home, several in asof.merge_blocks(connection, sorted(stale), sight))
    return made, (known.provisional - changed) | stale


def _stored(connection: sqlite3.Connection, block: str, stamp: int) -> dict[str, Entry | None]:
    """The entries of a block; those that were stored after a stamp with all that is in them."""
    ids = connection.execute("SELECT id FROM entries WHERE block = ?", (block,))
    several: dict[str, Entry | None] = dict.fromkeys((id for (id,) in ids), None)
    asked = "SELECT body FROM entries WHERE block = ? AND stamp > ?"
    several.update(
        (entry.id, entry) for (b,) in connection.execute(asked, (block, stamp)) for entry in [_entry.decode(b)]
    )
    return several


def _arrived(connection: sqlite3.Connection, first: int, last: int) -> tuple[tuple[Article, ...], frozenset[str]]:
    """The articles that came in after one link and stand, and the versions in whose place they are."""
    asked = "SELECT subject FROM links WHERE n > ? AND n <= ? AND what = 'article' ORDER BY n"
    ids = [id for (id,) in connection.execute(asked, (first, last))]
    articles = {id: article for id in ids if (article := reading.one_article(connection, id))}
    standing, gone = dict[str, Article](), set[str]()
    for article in articles.values():
        *older, newest = reading.versions_of(connection, article.url) or (article,)
        gone.update(one.id for one in older)
        if newest.id in articles:
            standing[newest.id] = newest
    return tuple(standing.values()), frozenset(gone)


def taken_in(held: Mapping[str, Mapping[str, Entry]], news: News) -> dict[str, dict[str, Entry]]:
    """The blocks that changed, with the entries that are `held` in place of those that are as they were."""
    return {
        block: {id: entry or held[block][id] for id, entry in several.items()} for block, several in news.blocks.items()
    }

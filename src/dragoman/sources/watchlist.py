"""What is followed: the rows of a sources.toml, each checked before anything is fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Annotated, Literal

import httpx
import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from dragoman.errors import SourceError, UsageError
from dragoman.sources.addresses import checked_url, is_allowed, port_of
from dragoman.types import Marking

EVERY, SOONEST, LATEST = 300.0, 30.0, 7 * 86400.0
"""Seconds between two polls of a source: by default, at least, at most."""
PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds between two requests to one host."""

Seconds = Annotated[float, Meta(gt=0, le=LATEST)]
Pause = Annotated[float, Meta(ge=0, le=LONGEST_PAUSE)]
Follow = Literal["auto", "always", "never"]


class Watch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One feed or page that is followed.

    `every` are the seconds between two polls, `pause` those between two requests to its host; None in a row: as the
    file says. `pages` says when the page of a feed's entry is fetched: where the entry seems to carry a summary only,
    always, or never. `robots` may be false only where the publisher allows it: it then isn't asked what it forbids.
    """

    url: str
    outlet: str = ""
    every: Seconds | None = None
    pause: Pause | None = None
    pages: Follow = "auto"
    marking: Marking = "CLEAR"
    robots: bool = True

    @property
    def interval(self) -> float:
        """Seconds between two polls."""
        return self.every or EVERY

    @property
    def gap(self) -> float:
        """Seconds between two requests to its host."""
        return PAUSE if self.pause is None else self.pause


class Watchlist(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sources.toml: how often and with what pause, where a row doesn't say it, and the rows."""

    source: Annotated[tuple[Watch, ...], Meta(min_length=1)]
    every: Seconds = EVERY
    pause: Pause = PAUSE


def read_watchlist(source: bytes, name: str) -> tuple[Watch, ...]:
    """The rows in the bytes of a sources.toml; UsageError names the file, the row, what is wrong and the remedy."""
    try:
        listed = msgspec.toml.decode(source, type=Watchlist)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        remedy = "a row is `[[source]]` with url, outlet, every, pause, pages, marking and robots"
        raise UsageError(f"{name}: {error}; {remedy}") from None
    return tuple(
        replace(row, every=row.every or listed.every, pause=listed.pause if row.pause is None else row.pause)
        for row in listed.source
    )


def check_watches(watches: Iterable[Watch], allowed: Collection[str]) -> None:
    """UsageError for the first source whose address is refused, stands twice, or is asked too often.

    Only a host of one's own network, one of `allowed`, may be asked more often than every `SOONEST` seconds.
    """
    seen = set()
    for watch in watches:
        try:
            url = checked_url(watch.url, allowed)
        except SourceError as error:
            raise UsageError(f"{watch.url}: {error}{_of_ones_own(watch.url)}") from None
        if watch.interval < SOONEST and not is_allowed(url, allowed):
            raise UsageError(
                f"{watch.url}: every {watch.interval:g} seconds is too often; ask every {SOONEST:g} or more"
            )
        if watch.url in seen:
            raise UsageError(f"{watch.url}: it stands there twice; leave one out")
        seen.add(watch.url)


def _of_ones_own(url: str) -> str:
    """How a source is followed all the same whose host its owner allows; empty where that would not help."""
    try:
        parsed = httpx.URL(url.strip())
        host = f"{parsed.raw_host.decode('ascii')}:{port_of(parsed)}"
        checked_url(url, {host})
    except (SourceError, httpx.InvalidURL, ValueError, KeyError):
        return ""
    return f"; where it's in your own network, name its host: --allow-host {host}"

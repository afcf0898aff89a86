"""When a source is asked again, and what is kept of it between two polls. Clock and chance come from the caller."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from dragoman.sources.watchlist import Watch

LONGEST_WAIT = 6 * 3600.0
"""Seconds after which a source that keeps failing is asked again at the latest."""
LONGEST_AFTER = 86400.0
"""Seconds that a server's Retry-After is heeded at most."""
EARLY = 0.1
"""The share of the interval by which a poll may come early, so that many sources aren't asked in one moment."""
MOST_DOUBLINGS = 16


class Standing(Struct, frozen=True, kw_only=True):
    """How a source stands: what its server said last, when it is asked again, what of it was read, how often it failed.

    `due` is in seconds since 1970. `done` are the marks of the entries that stand in the feed now and were read,
    `tries` how often the page of an entry was asked for in vain. `in_a_row` are the failures since the last success.
    A source that was a feed once is none any more only when something is wrong with it.
    """

    url: str
    etag: str = ""
    modified: str = ""
    due: float = 0.0
    polls: int = 0
    failures: int = 0
    in_a_row: int = 0
    added: int = 0
    fault: str = ""
    has_ended: bool = False
    is_feed: bool = False
    done: tuple[str, ...] = ()
    tries: dict[str, int] = {}


def conditions(standing: Standing) -> dict[str, str]:
    """The headers that ask a server for what has changed since the last poll only."""
    asked = {"If-None-Match": standing.etag, "If-Modified-Since": standing.modified}
    return {name: value for name, value in asked.items() if value}


def after_success(standing: Standing, watch: Watch, now: float, chance: Random) -> Standing:
    """The standing after a poll that went well: due after the interval, or a little sooner."""
    due = now + watch.interval * (1 - EARLY * chance.random())
    return replace(standing, due=due, polls=standing.polls + 1, in_a_row=0, fault="")


def after_failure(standing: Standing, fault: str, wait: float, now: float) -> Standing:
    """The standing after a poll that failed: due after `wait` seconds."""
    return replace(
        standing,
        due=now + wait,
        polls=standing.polls + 1,
        failures=standing.failures + 1,
        in_a_row=standing.in_a_row + 1,
        fault=fault,
    )


def back_off(in_a_row: int, watch: Watch, asked: float, chance: Random) -> float:
    """Seconds to wait after so many failures in a row: the interval doubled each time, half of it by chance.

    At least what the server asked for, at most `LONGEST_WAIT` or what the server asked for. Half by chance, after
    "equal jitter" (Brooker, AWS Architecture Blog, 2015): a server that comes back isn't asked by all at once.
    """
    longest = max(watch.interval, min(watch.interval * 2.0 ** min(in_a_row, MOST_DOUBLINGS), LONGEST_WAIT))
    return max(min(asked, LONGEST_AFTER), longest * (0.5 + 0.5 * chance.random()))


def seconds_asked(retry_after: str, now: float) -> float:
    """The seconds of a Retry-After header, which names them or a date (RFC 9110, 10.2.3); 0 where it names neither."""
    words = retry_after.strip()
    if words.isascii() and words.isdigit():
        return float(words[:9])
    try:
        return max(0.0, parsedate_to_datetime(words).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return 0.0

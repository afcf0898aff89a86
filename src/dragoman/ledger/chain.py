"""Links of the chain: each commit's content hashed together with the link before it."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import msgspec
from msgspec import Struct

_encoder = msgspec.json.Encoder(order="deterministic")


class Link(Struct, frozen=True):
    """One commit: its number from 1, what it added, the id of that, and two hashes.

    It adds an "article", a "failure", a "correction", a "briefing", or what was "shown" or "viewed".
    `digest` is the SHA-256 of the canonical JSON of what was added; `head` that of the link before and of this one.
    """

    n: int
    what: str
    subject: str
    digest: str
    head: str


def canonical_json(value: object) -> str:
    """The value as JSON with the fields in one order; equal values give equal text."""
    return _encoder.encode(value).decode()


def digest_of(parts: Iterable[str]) -> str:
    """The SHA-256 of a list of strings as canonical JSON, in hex."""
    return sha256(_encoder.encode(list(parts))).hexdigest()


def next_link(before: Link | None, what: str, subject: str, digest: str) -> Link:
    """The link that follows `before` (None: the first)."""
    n, head = (before.n + 1, before.head) if before else (1, "")
    return Link(n, what, subject, digest, digest_of((head, str(n), what, subject, digest)))

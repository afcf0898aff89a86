"""Contact: a contact: parties or their people communicate directly, once in the world however often it is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, EventStatus, Record, When

Mode = Literal["meeting", "call", "video", "message", "briefing", "talks", "visit", "summit"]


class Contact(Record, frozen=True, kw_only=True, tag="contact"):
    """A contact: parties or their people communicate directly, once in the world however often it is told."""

    mode: Mode
    participants: tuple[Actor, ...]
    place: str | None = None
    when: When | None = None
    duration: str | None = None
    """ISO 8601; a range as "PT5M/PT10M"."""
    latency: str | None = None
    """How soon after the contact it reports on a briefing took place, as `duration`."""
    status: EventStatus = "held"
    topics: tuple[str, ...] = ()


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Contact]:
    """Every contact that the article asserts."""
    yield from ()


def block(record: Contact) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Contact, b: Contact) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Contact, ...]) -> Contact:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Contact) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

"""Response: a party's answer to a proposal, an offer, a plan or an invitation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, When

Stance = Literal["accept", "accept_conditionally", "counter", "ambiguous", "reject", "stall"]


class Response(Record, frozen=True, kw_only=True, tag="response"):
    """A party's answer to a proposal, an offer, a plan or an invitation."""

    by: tuple[Actor, ...]
    stance: Stance
    about: str
    conditions: tuple[str, ...] = ()
    when: When | None = None
    told_by: Actor | None = None
    """Who characterises the answer, where it is not the party itself or the reporter."""


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Response]:
    """Every response that the article asserts."""
    yield from ()


def block(record: Response) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Response, b: Response) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Response, ...]) -> Response:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Response) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

"""Pledge: an actor promises its own future action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dragoman.kinds.forecast import Expected
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, When

PledgeStatus = Literal["open", "kept", "broken"]


class Pledge(Record, frozen=True, kw_only=True, tag="pledge"):
    """An actor promises its own future action."""

    by: Actor | None
    content: str
    deadline: When | None = None
    status_in_text: PledgeStatus = "open"
    expects: Expected | None = None


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Pledge]:
    """Every pledge that the article asserts."""
    yield from ()


def block(record: Pledge) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Pledge, b: Pledge) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Pledge, ...]) -> Pledge:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Pledge) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

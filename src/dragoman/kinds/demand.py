"""Demand: a party states a condition, a demand or a red line."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record


class Demand(Record, frozen=True, kw_only=True, tag="demand"):
    """A party states a condition, a demand or a red line."""

    by: tuple[Actor, ...]
    of: tuple[Actor, ...] = ()
    content: str
    issue: str = "other"


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Demand]:
    """Every demand that the article asserts."""
    yield from ()


def block(record: Demand) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Demand, b: Demand) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Demand, ...]) -> Demand:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Demand) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

"""Proposal: a party puts terms on the table."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, Term, When


class Proposal(Record, frozen=True, kw_only=True, tag="proposal"):
    """A party puts terms on the table."""

    by: tuple[Actor, ...]
    to: tuple[Actor, ...] = ()
    terms: tuple[Term, ...] = ()
    when: When | None = None


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Proposal]:
    """Every proposal that the article asserts."""
    yield from ()


def block(record: Proposal) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Proposal, b: Proposal) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Proposal, ...]) -> Proposal:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Proposal) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

"""Agreement: two or more parties agreed something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, Term, When

AgreementStatus = Literal["reached", "expected", "near", "broken", "denied"]


class Agreement(Record, frozen=True, kw_only=True, tag="agreement"):
    """Two or more parties agreed something."""

    parties: tuple[Actor, ...]
    content: str
    terms: tuple[Term, ...] = ()
    when: When | None = None
    status: AgreementStatus = "reached"


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Agreement]:
    """Every agreement that the article asserts."""
    yield from ()


def block(record: Agreement) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Agreement, b: Agreement) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Agreement, ...]) -> Agreement:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Agreement) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

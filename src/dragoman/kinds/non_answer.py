"""NonAnswer: someone declines, refuses or avoids to answer or to comment."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, When


class NonAnswer(Record, frozen=True, kw_only=True, tag="non_answer"):
    """Someone declines, refuses or avoids to answer or to comment."""

    by: Actor | None
    about: str
    when: When | None = None


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[NonAnswer]:
    """Every non answer that the article asserts."""
    yield from ()


def block(record: NonAnswer) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: NonAnswer, b: NonAnswer) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[NonAnswer, ...]) -> NonAnswer:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: NonAnswer) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

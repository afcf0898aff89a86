"""Statement: someone is reported to have said or written something."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, Span, SpeechForm, When


class SpeechSpans(Struct, frozen=True):
    """Where the words stand: the source as mentioned (not resolved), the cue, the content, each in parts."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Statement(Record, frozen=True, kw_only=True, tag="statement"):
    """Someone is reported to have said or written something."""

    speaker: Actor | None
    type: SpeechForm
    content: tuple[str, ...]
    cue: str | None = None
    to: str | None = None
    when: When | None = None
    depth: int = 0
    spans: SpeechSpans


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Statement]:
    """Every statement that the article asserts."""
    yield from ()


def block(record: Statement) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Statement, b: Statement) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Statement, ...]) -> Statement:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Statement) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

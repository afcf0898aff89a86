"""Forecast: someone, or the article itself, says that a specific future thing will, may or should happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, Record, When

Confidence = Literal["certain", "likely", "hopeful", "possible", "doubtful"]


class Expected(Struct, frozen=True):
    """What kind of entry would make a forecast or pledge come true: a kind, a mode or term type, and who takes part."""

    kind: str
    mode: str | None = None
    actors: tuple[Actor, ...] = ()


class Forecast(Record, frozen=True, kw_only=True, tag="forecast"):
    """Someone, or the article itself, says that a specific future thing will, may or should happen."""

    speaker: Actor | None
    """None when the narrator forecasts."""
    outcome: str
    window: When | None = None
    confidence: Confidence = "certain"
    expects: Expected | None = None


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Forecast]:
    """Every forecast that the article asserts."""
    yield from ()


def block(record: Forecast) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Forecast, b: Forecast) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Forecast, ...]) -> Forecast:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Forecast) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

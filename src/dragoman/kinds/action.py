"""Action: a material or verbal act between parties that is none of the other kinds; `type` is PLOVER's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, EventStatus, Record, When

ActionType = Literal[
    "ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "RETREAT", "CONCEDE",
    "ACCUSE", "THREATEN", "REQUEST", "SUPPORT", "COOPERATE", "PROTEST",
]  # fmt: skip


class Action(Record, frozen=True, kw_only=True, tag="action"):
    """A material or verbal act between parties that is none of the other kinds; `type` is PLOVER's."""

    actor: tuple[Actor, ...]
    target: tuple[Actor, ...] = ()
    type: ActionType
    when: When | None = None
    place: str | None = None
    status: EventStatus = "held"


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Action]:
    """Every action that the article asserts."""
    yield from ()


def block(record: Action) -> str:
    """The group outside which nothing is compared with this record."""
    return ""


def same(a: Action, b: Action) -> bool:
    """Whether two records tell of one thing in the world; symmetric."""
    return a == b


def join(records: tuple[Action, ...]) -> Action:
    """One record that holds what the records of one thing say together."""
    return records[0]


def line(record: Action) -> str:
    """The record in one plain line of a brief."""
    return record.evidence[0].quote

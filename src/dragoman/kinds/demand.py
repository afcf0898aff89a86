"""Demand: a party states a condition, a demand or a red line."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from dragoman.kinds.compare import LEAST_SHARE, near_equal, parties, party_key
from dragoman.kinds.joining import join_actors, latest, longest, most_given
from dragoman.kinds.phrasing import names, quoted
from dragoman.types import Actor, Record, When

ConditionKind = Literal[
    "precondition", "suspensive", "verification", "guarantee", "clarification", "exclusion", "root_cause"
]


class Demand(Record, frozen=True, kw_only=True, tag="demand"):
    """A party states a condition, a demand or a red line."""

    by: tuple[Actor, ...]
    of: tuple[Actor, ...] = ()
    content: str
    issue: str = "other"
    made: When | None = None
    """When it was put, where the text tells that it wasn't today."""
    condition: ConditionKind | None = None
    """What sort of condition it is, where its words or the way it is put say so."""


def block(record: Demand) -> str:
    """The side that demands, and the issue."""
    return f"{party_key(record.by)}:{record.issue}"


def same(a: Demand, b: Demand) -> bool:
    """Whether two records give one demand: near-equal words, and no different addressees; symmetric."""
    if a.of and b.of and not parties(a.of) & parties(b.of):
        return False
    return near_equal(a.content, b.content, LEAST_SHARE)


def join(records: tuple[Demand, ...]) -> Demand:
    """One record of one demand: all who make it, all whom it is made of, the longest words."""
    return replace(
        records[0],
        by=join_actors(record.by for record in records),
        of=join_actors(record.of for record in records),
        content=longest(record.content for record in records),
        made=latest(record.made for record in records),
        condition=most_given(record.condition for record in records),
    )


def line(record: Demand) -> str:
    """The demand in one plain line of a brief: who demands what of whom."""
    of = f" of {names(record.of)}" if record.of else ""
    return f"{names(record.by)}: demand{of}: {quoted(record.content)}"

"""Factuality: what became of an event, more finely than by its status.

As of FactBank (Saurí and Pustejovsky 2009), in the values that a negotiation needs told apart.
"""

from __future__ import annotations

from typing import Literal, cast

from msgspec import Struct

from dragoman.types import Actor, EventStatus, Evidence

FactualityValue = Literal[
    "held", "ongoing", "scheduled", "intended", "expected", "proposed", "conditional", "hypothetical",
    "cancelled", "postponed", "denied", "not",
]  # fmt: skip

PLAIN: dict[EventStatus, FactualityValue] = {"planned": "scheduled"}
"""What a status is called here where the words say no more; else it keeps its name."""


class Factuality(Struct, frozen=True, gc=False):
    """How an event is told, more finely than by its status."""

    value: FactualityValue
    """What became of it; `not` is told by a negation, `denied` by somebody who denies it."""
    cue: tuple[Evidence, ...] = ()
    """The words that say so; empty where tense or day say it."""
    by: Actor | None = None
    """Who expects, proposes, intends or denies it, where the text says."""
    on: str | None = None
    """The words of the condition that it is bound to."""


def plainly(status: EventStatus) -> Factuality:
    """The factuality of a status that no word of its own gives."""
    return Factuality(value=PLAIN.get(status, cast("FactualityValue", status)))

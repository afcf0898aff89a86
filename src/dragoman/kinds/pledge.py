"""Pledge: an actor promises its own future action."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from dragoman.kinds.compare import LEAST_SHARE, near_equal, same_speaker, speaker_key
from dragoman.kinds.forecast import Expected, same_expected
from dragoman.kinds.joining import first_named, latest, longest, most_given
from dragoman.kinds.objects import of_others, say_otherwise, tell_alike
from dragoman.kinds.phrasing import quoted, within
from dragoman.kinds.windows import apart_in_time, overlap_in_time, tightest
from dragoman.types import Actor, Record, When

PledgeStatus = Literal["open", "kept", "broken"]


class Pledge(Record, frozen=True, kw_only=True, tag="pledge"):
    """An actor promises its own future action."""

    by: Actor | None
    content: str
    made: When | None = None
    """When it was made, where the text tells that it wasn't today."""
    deadline: When | None = None
    status_in_text: PledgeStatus = "open"
    expects: Expected | None = None


def block(record: Pledge) -> str:
    """The actor that promises, however named."""
    return speaker_key(record.by)


def same(a: Pledge, b: Pledge) -> bool:
    """Whether two records give one promise of one actor; symmetric.

    Near-equal words that tell what is promised, and to nobody else; or the same event expected; no deadlines apart.
    """
    if not same_speaker(a.by, b.by) or apart_in_time(a.deadline, b.deadline):
        return False
    if same_expected(a.expects, b.expects):
        return True
    if not near_equal(a.content, b.content, LEAST_SHARE) or not tell_alike(a.content, b.content):
        return False
    return not of_others(a.content, b.content, a.by.side if a.by else None)


def apart(a: Pledge, b: Pledge, days: int) -> bool:
    """Whether two that are the same, reported so many days apart, were made on two occasions; symmetric.

    What is said again long after is another promise where it says otherwise; an event that is promised is another one
    by then, but for one of the same days.
    """
    if days <= ONE_OCCASION or overlap_in_time(a.deadline, b.deadline):
        return False
    return same_expected(a.expects, b.expects) or say_otherwise(a.content, b.content)


ONE_OCCASION = 30
"""Days within which what is told of a promise is of one occasion."""


def join(records: tuple[Pledge, ...]) -> Pledge:
    """One record of one promise: the longest words, the narrowest deadline, kept or broken where any text says so."""
    decided = [record.status_in_text for record in records if record.status_in_text != "open"]
    return replace(
        records[0],
        by=first_named(record.by for record in records),
        content=longest(record.content for record in records),
        made=latest(record.made for record in records),
        deadline=tightest(record.deadline for record in records) or records[0].deadline,
        status_in_text=decided[-1] if decided else "open",
        expects=most_given(record.expects for record in records),
    )


def line(record: Pledge) -> str:
    """The promise in one plain line of a brief: who promised what, and by when."""
    who = record.by.name if record.by else "Someone not named"
    return f"{who} promised: {quoted(record.content)}{within(record.deadline)}"

"""Response: a party's answer to a proposal, an offer, a plan or an invitation."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec.structs import replace

from dragoman.kinds.compare import (
    HALF,
    NO_HANDLES,
    Handles,
    eras_of,
    fold,
    overlap,
    party_key,
    persons_agree,
    words_of,
)
from dragoman.kinds.joining import distinct_texts, join_actors, longest
from dragoman.kinds.phrasing import dated, names, quoted
from dragoman.kinds.windows import apart_in_time, is_close, overlap_in_time, tightest
from dragoman.types import Actor, Record, When

Stance = Literal["accept", "accept_conditionally", "counter", "ambiguous", "reject", "stall"]
ToldAs = Literal["party", "counterpart", "mediator", "reporter"]

RESERVED_FIRST: tuple[Stance, ...] = ("reject", "counter", "accept_conditionally", "ambiguous", "stall", "accept")
"""Which stance stands where accounts differ: consent is never assumed over a reservation."""
NEAREST_FIRST: tuple[ToldAs, ...] = ("party", "counterpart", "mediator", "reporter")
"""Whose account of an answer stands where several give one: the party's own before all others."""
ASSENT = frozenset({"accept", "accept_conditionally"})
PHRASES: dict[Stance, str] = {
    "accept": "accepted",
    "accept_conditionally": "accepted with conditions",
    "counter": "made a counter-offer to",
    "ambiguous": "answered without a clear yes or no to",
    "reject": "rejected",
    "stall": "put off an answer to",
}
"""How a line tells each stance."""
PRINCIPLE = "spoke in favour of"
"""How a line tells an acceptance in principle."""


class Response(Record, frozen=True, kw_only=True, tag="response"):
    """A party's answer to a proposal, an offer, a plan or an invitation."""

    by: tuple[Actor, ...]
    stance: Stance
    about: str
    conditions: tuple[str, ...] = ()
    when: When | None = None
    told_by: Actor | None = None
    """Who characterises the answer, where it is not the party itself or the reporter."""
    told_as: ToldAs = "reporter"
    """Who characterises it: the party itself, another party, a mediator, or the reporter alone."""
    in_principle: bool = False
    """Of an acceptance: it assents to the idea and takes on no terms ("welcomed", "supports", "in principle")."""


def block(record: Response) -> str:
    """The side that answers."""
    return party_key(record.by)


def same(a: Response, b: Response) -> bool:
    """Whether two records give one answer to one offer; symmetric.

    Another stance is another answer, save that one day's "accepts" and "accepts if" are two accounts of one.
    Where what is answered is only "it" or "the plan", the day must be the same.
    """
    one_day = overlap_in_time(a.when, b.when) and is_close(a.when) and is_close(b.when)
    if apart_in_time(a.when, b.when) or (a.stance != b.stance and not (one_day and {a.stance, b.stance} <= ASSENT)):
        return False
    if not persons_agree(a.by, b.by):
        return False
    one, other = words_of(a.about), words_of(b.about)
    if min(len(one), len(other)) < 2:
        return one_day or fold(a.about) == fold(b.about)
    return overlap(one, other) >= HALF


def handles(record: Response, seen: date) -> Handles:
    """The words of what is answered, each with the stance, save that assent with and without conditions may be one."""
    words = words_of(record.about)
    if len(words) < 2:
        return NO_HANDLES
    stance = "accept" if record.stance in ASSENT else record.stance
    return Handles(frozenset(f"{stance} {word}" for word in words), HALF, eras=eras_of(record.when))


def join(records: tuple[Response, ...]) -> Response:
    """One record of one answer: the more reserved stance, all conditions, the longest words for what is answered."""
    stance = next(stance for stance in RESERVED_FIRST if any(record.stance == stance for record in records))
    lead = next(record for record in records if record.stance == stance)
    return replace(
        lead,
        by=join_actors(record.by for record in records),
        about=longest(record.about for record in records),
        conditions=distinct_texts(record.conditions for record in records),
        when=tightest(record.when for record in records) or lead.when,
        # Hearsay only where nobody gives the party's own words.
        told_by=None if any(record.told_by is None for record in records) else lead.told_by,
        told_as=next(told for told in NEAREST_FIRST if any(record.told_as == told for record in records)),
        in_principle=all(record.in_principle for record in records if record.stance == stance),
    )


def line(record: Response) -> str:
    """The answer in one plain line of a brief, with its conditions and who characterises it."""
    conditions = f", on conditions: {quoted('; '.join(record.conditions))}" if record.conditions else ""
    told = f" (according to {record.told_by.name})" if record.told_by else ""
    verb = PRINCIPLE if record.in_principle else PHRASES[record.stance]
    return dated(record.when, f"{names(record.by)} {verb} {quoted(record.about)}{conditions}{told}")

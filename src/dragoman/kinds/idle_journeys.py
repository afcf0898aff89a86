"""Journeys without a host that are told elsewhere with one, or made for a contact that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.kinds.places import places_agree
from dragoman.kinds.telling import is_same_actor
from dragoman.kinds.windows import apart_in_time

if TYPE_CHECKING:
    from dragoman.kinds.contact import Contact

AT_DISTANCE = frozenset({"call", "video", "message"})


def without_idle_journeys(contacts: Iterable[Contact]) -> Iterator[Contact]:
    """The contacts, less the journeys without a host that are told elsewhere with one, or made for a contact told."""
    told = list(contacts)
    kept: list[Contact] = []
    for contact in told:
        is_lone = contact.mode == "visit" and len(contact.participants) == 1
        others = [*kept, *(c for c in told if len(c.participants) > 1)]
        if not (is_lone and any(_is_told_with(contact, other) for other in others)):
            kept.append(contact)
    yield from kept


def _is_told_with(journey: Contact, other: Contact) -> bool:
    """Whether the other contact has the traveller, or somebody of his side, at that time and in no other place."""
    (traveller,) = journey.participants
    if other.mode in AT_DISTANCE or apart_in_time(journey.when, other.when):
        return False
    there = any(
        is_same_actor(traveller, p) or (traveller.side is not None and p.side == traveller.side)
        for p in other.participants
    )
    one_place = not (journey.place and other.place) or places_agree(journey.place, other.place)
    return there and one_place

"""Of which side those are who receive a traveller: a president met in the state that the journey goes to is its own."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.kinds.contact import Contact
from dragoman.kinds.places import places_agree
from dragoman.types import Actor

OFFICES = frozenset({"officials", "ministers", "leaders", "authorities", "lawmakers", "counterparts"})
"""Last words of groups that are a state's, wherever they are met by somebody who travelled to it."""


def with_hosts_side(contact: Contact, journeys: Iterable[Contact]) -> tuple[Actor, ...]:
    """The parties of a contact; those with an office and no side have that of the state that was travelled to.

    Only where the text tells the journey, of somebody of another side, and the contact in its place: "will visit Baku,
    where President Haddad and other officials receive her". Who is met in a third state need not be of it.
    """
    told = list(journeys)
    sides = {side for journey in told if (side := _side_visited(contact, journey))}
    travellers = {journey.participants[0].name: journey.participants[0].side for journey in told}
    known = {party.side for party in contact.participants if party.side}
    if len(sides) != 1 or None in travellers.values() or known & sides:
        return contact.participants
    side = sides.pop()
    return tuple(
        replace(p, side=side) if _is_in_office(p) and p.name not in travellers else p for p in contact.participants
    )


def _side_visited(contact: Contact, journey: Contact) -> str | None:
    """The state that a journey goes to, where the contact took place there; else None."""
    hosts = [p for p in journey.participants[1:] if p.kind == "state" and p.side]
    there = bool(contact.place and journey.place) and places_agree(contact.place, journey.place)
    return hosts[0].side if len(hosts) == 1 and there else None


def _is_in_office(actor: Actor) -> bool:
    if actor.side is not None:
        return False
    if actor.kind == "person":
        return bool(actor.role)
    return actor.kind == "group" and actor.name.rpartition(" ")[2].lower() in OFFICES

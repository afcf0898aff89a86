"""Contact: a contact: parties or their people communicate directly, once in the world however often it is told."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec.structs import replace

from dragoman.kinds.compare import Handles
from dragoman.kinds.factuality import Factuality, FactualityValue
from dragoman.kinds.forms import TOLD, ContactForm, form_of
from dragoman.kinds.joining import distinct_texts, join_actors, most_given, settled
from dragoman.kinds.meeting import DONE, contact_handles, days_of_all, filed_under, is_one_contact, likeness
from dragoman.kinds.phrasing import are, dated, names
from dragoman.kinds.windows import length_in_words
from dragoman.types import Actor, DurationMod, EventStatus, Record, When

Mode = Literal["meeting", "call", "video", "message", "briefing", "talks", "visit", "summit"]

PHRASES: dict[Mode, tuple[str, str]] = {
    "meeting": ("met", "meet"),
    "call": ("spoke by phone", "speak by phone"),
    "video": ("spoke by video link", "speak by video link"),
    "message": ("exchanged a message", "exchange a message"),
    "briefing": ("held a briefing", "hold a briefing"),
    "talks": ("held talks", "hold talks"),
    "visit": ("met on a visit", "meet on a visit"),
    "summit": ("met at a summit", "meet at a summit"),
}
"""How a line tells each way of contact, past and plain."""


class Contact(Record, frozen=True, kw_only=True, tag="contact"):
    """A contact: parties or their people communicate directly, once in the world however often it is told."""

    mode: Mode
    participants: tuple[Actor, ...]
    place: str | None = None
    when: When | None = None
    duration: str | None = None
    """ISO 8601; a range as "PT5M/PT10M"."""
    duration_mod: DurationMod | None = None
    """The hedge of the duration as TIMEX3 has it: "more than two hours" is PT2H with MORE_THAN."""
    latency: str | None = None
    """How soon after the contact it reports on a briefing took place, as `duration`."""
    status: EventStatus = "held"
    topics: tuple[str, ...] = ()
    host: Actor | None = None
    mediators: tuple[Actor, ...] = ()
    venue: str | None = None
    """The house that it took place in; `place` is the town or country."""
    outcome: str | None = None
    """The words that tell what came of it."""
    form: ContactForm | None = None
    """Who was in the room, at which level, by which way; null where the sides are not known."""
    factuality: Factuality | None = None
    """The status more finely, with the words that give it."""


def block(record: Contact) -> str:
    """One of the parties, the same whether the host or a go-between is named or not; see `filed_under`."""
    return filed_under(record.participants)


def same(a: Contact, b: Contact) -> bool:
    """Whether two records tell of one contact; symmetric. See `is_one_contact`."""
    return is_one_contact(a, b)


def handles(record: Contact, seen: date) -> Handles:
    """By what the record is found among those of its block: two of its parties and its week, or that of the report."""
    return contact_handles(record, seen)


def like(a: Contact, b: Contact) -> int:
    """How much two records that are the same have in common."""
    return likeness(a, b)


def join(records: tuple[Contact, ...]) -> Contact:
    """One record of one contact: what was held before what was foreseen, the narrowest days, everybody named."""
    status = settled(record.status for record in records)
    lead = next(record for record in records if record.status == status)
    modes = [record.mode for record in records if record.mode != "talks"]
    duration = most_given(record.duration for record in records)
    mode, parties = most_given(modes) or "talks", join_actors(record.participants for record in records)
    return replace(
        lead,
        mode=mode,
        participants=parties,
        form=form_of(mode, parties, most_given(record.form for record in records if record.form in TOLD)),
        place=most_given(record.place for record in records),
        when=days_of_all(r for r in records if r.status == status or {r.status, status} <= DONE) or lead.when,
        duration=duration,
        duration_mod=most_given(record.duration_mod for record in records if record.duration == duration),
        latency=most_given(record.latency for record in records),
        topics=distinct_texts(record.topics for record in records),
        host=most_given(record.host for record in records),
        mediators=join_actors(record.mediators for record in records),
        venue=most_given(record.venue for record in records),
        outcome=most_given(record.outcome for record in records),
    )


def line(record: Contact) -> str:
    """The contact in one plain line of a brief.

    "Tue 18 Mar  Anna Lund and Boris Kral spoke by phone (2 and a half hours)"
    """
    is_lone = record.mode == "visit" and len(record.participants) == 1
    past, plain = ("travelled", "travel") if is_lone else PHRASES[record.mode]
    who, verb = names(record.participants), are(record.participants)
    told = {
        "held": f"{who} {past}",
        "ongoing": f"{who} {verb} in contact: {record.mode}",
        "planned": f"{who} {verb} to {plain}",
        "expected": f"{who} {verb} expected to {plain}",
        "proposed": f"{who}: {record.mode} proposed",
        "cancelled": f"{who}: {record.mode} {'postponed' if _is(record, 'postponed') else 'cancelled'}",
        "denied": f"{who}: no {record.mode}" if _is(record, "not") else f"{who}: {record.mode} denied",
    }[record.status]
    place = f" {'to' if is_lone else 'in'} {record.place}" if record.place else ""
    length = f" ({length_in_words(record.duration, record.duration_mod)})" if record.duration else ""
    return dated(record.when, told + place + length)


def _is(record: Contact, value: FactualityValue) -> bool:
    return record.factuality is not None and record.factuality.value == value

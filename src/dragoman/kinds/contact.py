"""Contact: a contact: parties or their people communicate directly, once in the world however often it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal, cast

from msgspec.structs import replace

from dragoman.annotate.evidence import cite
from dragoman.annotate.voices import author
from dragoman.kinds.compare import Handles
from dragoman.kinds.encounters import Encounter, find_encounters
from dragoman.kinds.factuality import Factuality, FactualityValue, plainly
from dragoman.kinds.forms import TOLD, ContactForm, form_of
from dragoman.kinds.joining import distinct_texts, join_actors, most_given, settled
from dragoman.kinds.lasting import Lasted
from dragoman.kinds.meeting import AHEAD, contact_handles, filed_under, is_one_contact, likeness
from dragoman.kinds.phrasing import are, dated, names
from dragoman.kinds.talkers import with_talkers
from dragoman.kinds.telling import (
    is_echo_of,
    is_one,
    is_same_actor,
    merge_parties,
    window_length,
    without_counterparts,
)
from dragoman.kinds.windows import apart_in_time, length_in_words, tightest
from dragoman.lexicon import Lexicon
from dragoman.types import Actor, Annotated, DurationMod, EventStatus, Record, When

Mode = Literal["meeting", "call", "video", "message", "briefing", "talks", "visit", "summit"]

DONE: frozenset[EventStatus] = frozenset({"held", "ongoing"})
VAGUE_MODES = frozenset({"talks", "visit"})
"""Modes that give way where another telling of the same contact says more exactly what it was."""
STATUS_ORDER: tuple[EventStatus, ...] = ("cancelled", "denied", "held", "ongoing", "expected", "planned", "proposed")
"""Where tellings of one contact differ, the first of these stands: what came of it before what was hoped of it."""

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


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Contact]:
    """Every contact that the article asserts, its tellings put together."""
    groups: list[list[Encounter]] = []
    unplaced: list[Encounter] = []
    for encounter in find_encounters(annotated, lexicon):
        if encounter.is_echo:
            home = next((group for group in reversed(groups) if is_echo_of(encounter, group)), None)
        else:
            home = next((group for group in groups if all(is_one(encounter, told) for told in group)), None)
        if home is not None:
            home.append(encounter)
        elif not encounter.is_echo:
            groups.append([encounter])
        elif encounter.is_open:
            unplaced.append(encounter)
    _place_open(annotated, groups, unplaced)
    contacts = [_as_contact(annotated, group) for group in sorted(groups, key=lambda group: group[0].span.start)]
    for contact in [_on_journey(contact, contacts) for contact in contacts]:
        if contact.mode != "visit" or not any(_is_met_on(contact, other) for other in contacts):
            yield contact


def _place_open(annotated: Annotated, groups: list[list[Encounter]], unplaced: list[Encounter]) -> None:
    """Adds what is told without its parties to the contact that fits, else as a contact of those who talk."""
    told_whole = tuple(groups)
    for told in unplaced:
        home = next((group for group in groups if is_echo_of(told, group)), None)
        parties = told.participants if told.is_whole else with_talkers(annotated, told, told_whole)
        if home is not None:
            home.append(told)
        elif len(parties) >= 2 or told.is_whole:
            groups.append([replace(told, participants=parties)])


NEAR_TIME = 45
"""Days that a time ahead may span and still be when a contact told as held is to take place."""
OPENING = 400
"""Code points at the head of an official text in which the contact stands that it was written about."""


def _opens_readout(annotated: Annotated, group: list[Encounter]) -> bool:
    issuer = author(annotated)
    if issuer is None or group[0].span.start > OPENING:
        return False
    return any(party.side == issuer.name for told in group for party in told.participants)


def _day_of_readout(annotated: Annotated) -> When | None:
    """An official text that opens with a contact and gives no day tells of the day it was published."""
    day = annotated.article.published
    return When("", day, day, approx=True, vagueness=2, rule="contact.readout_day") if day else None


def _is_ahead(annotated: Annotated, when: When | None) -> bool:
    """Whether the window begins after publication: what is told as held then is still to come."""
    published = annotated.article.published
    return bool(when and when.start and published and when.start > published)


def _on_journey(contact: Contact, others: list[Contact]) -> Contact:
    """A meeting without a place has that of the journey made for it; one to come without a day has its days."""
    if contact.mode in {"visit", "call", "video", "message"}:
        return contact
    journeys = [
        v
        for v in others
        if v.mode == "visit" and any(is_same_actor(v.participants[0], p) for p in contact.participants)
    ]
    place = next(
        (v.place for v in journeys if _is_met_on(v, contact) and not apart_in_time(v.when, contact.when)), None
    )
    ahead = (v.when for v in journeys if v.when is not None and v.status in AHEAD)
    when = next(ahead, None) if contact.status in AHEAD and contact.when is None else contact.when
    return replace(contact, when=when, place=contact.place or place)


def _is_past(annotated: Annotated, when: When | None) -> bool:
    """Whether the window closed days before publication: what is told as to come then is not to come."""
    published = annotated.article.published
    return bool(when and when.end and published and (published - when.end).days > STALE)


STALE = 2


def _is_met_on(visit: Contact, other: Contact) -> bool:
    """Whether the journey's purpose is recorded as a contact of its own (guidelines, convention 6)."""
    traveller, *hosts = visit.participants
    if other.mode in {"visit", "call", "video", "message"} or not any(
        is_same_actor(traveller, p) for p in other.participants
    ):
        return False
    if apart_in_time(visit.when, other.when):
        return False
    if any(a.start < b.end and b.start < a.end for a in visit.evidence for b in other.evidence):
        return True  # "flew to Oslo for talks with Y"
    return any(p.side == host.side or is_same_actor(p, host) for host in hosts for p in other.participants)


def _days_of(annotated: Annotated, group: list[Encounter], status: EventStatus, told: When | None) -> When | None:
    """The days told, unless they are another thing's; for what is told as done without a day those of the story."""
    if told is not None and status in DONE and _is_ahead(annotated, told) and window_length(told) > NEAR_TIME:
        told = None  # "talks on the 2030 programme": the year of something else
    if status in AHEAD and _is_past(annotated, told):
        told = None  # "spoke on Monday and agreed to meet"
    if told is not None or status not in DONE:
        return told
    if _opens_readout(annotated, group):
        return _day_of_readout(annotated)
    return next((one.running for one in group if one.running and not one.is_echo), None)


def _as_contact(annotated: Annotated, group: list[Encounter]) -> Contact:
    """One contact of its tellings: the narrowest time, the most frequent certain mode, everybody who took part."""
    told_modes = [told.mode for told in group]
    modes = [mode for mode in told_modes if mode not in VAGUE_MODES] or told_modes
    named = [told for told in group if not told.is_echo] or group
    dated = [told for told in named if told.when] or group
    windows = [told.when for told in dated if told.when and told.when.start and told.when.end]
    told_when = min(windows, key=window_length, default=next((told.when for told in group if told.when), None))
    is_named = any(not told.is_echo for told in group)
    status = next(s for s in STATUS_ORDER if any(told.status == s for told in (named if is_named else group[:1])))
    when = _days_of(annotated, group, status, told_when)
    if status in DONE and _is_ahead(annotated, when):
        status = "planned"
    parties = without_counterparts(merge_parties([told.participants for told in group]))
    mode = cast(Mode, Counter(modes).most_common(1)[0][0])
    lasted = next((told.lasted for told in group if told.lasted.length), Lasted())
    return Contact(
        article=annotated.article.id,
        evidence=tuple(cite(annotated.article, span) for span in dict.fromkeys(told.span for told in group)),
        rule=group[0].rule,
        mode=mode,
        participants=parties,
        form=form_of(mode, parties, next((told.form for told in group if told.form), None)),
        place=next((told.place for told in group if told.place), None),
        when=when,
        duration=lasted.length,
        duration_mod=lasted.mod,
        status=status,
        factuality=next((told.factuality for told in group if told.status == status), plainly(status)),
        topics=tuple(dict.fromkeys(topic for told in group for topic in told.topics))[:5],
        latency=next((told.hosting.latency for told in group if told.hosting.latency), None),
        host=next((told.hosting.host for told in group if told.hosting.host), None),
        mediators=merge_parties([told.hosting.mediators for told in group]),
        venue=next((told.hosting.venue for told in group if told.hosting.venue), None),
        outcome=next((told.hosting.outcome for told in group if told.hosting.outcome), None),
    )


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
        when=tightest(r.when for r in records if (r.status in AHEAD) == (status in AHEAD)) or lead.when,
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
    past, plain = PHRASES[record.mode]
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
    place = f" in {record.place}" if record.place else ""
    length = f" ({length_in_words(record.duration, record.duration_mod)})" if record.duration else ""
    return dated(record.when, told + place + length)


def _is(record: Contact, value: FactualityValue) -> bool:
    return record.factuality is not None and record.factuality.value == value

"""How a contact is found in an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import cast

from msgspec.structs import replace

from dragoman.annotate.evidence import cite
from dragoman.annotate.voices import author, is_transcript
from dragoman.kinds.contact import Contact, Mode
from dragoman.kinds.convening import body_in_town, with_callers
from dragoman.kinds.dated import whole_journey
from dragoman.kinds.dealt import OF_ONE
from dragoman.kinds.encounters import Encounter, find_encounters
from dragoman.kinds.factuality import plainly
from dragoman.kinds.forms import form_of
from dragoman.kinds.idle_journeys import without_idle_journeys
from dragoman.kinds.lasting import Lasted
from dragoman.kinds.meeting import AHEAD, DONE, VAGUE
from dragoman.kinds.places import places_agree
from dragoman.kinds.received import with_hosts_side
from dragoman.kinds.setting import sentence_number
from dragoman.kinds.talkers import with_talkers
from dragoman.kinds.telling import (
    GATHERING,
    SAID,
    are_there,
    has_parties,
    is_echo_of,
    is_one,
    is_same_actor,
    is_told_by_states,
    merge_parties,
    window_length,
    with_roll,
    without_counterparts,
    without_own_states,
)
from dragoman.kinds.told_status import NEAR_TIME
from dragoman.kinds.windows import apart_in_time, is_dated
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, EventStatus, When

VAGUE_MODES = frozenset({"talks", "visit"})
"""Modes that give way where another telling of the same contact says more exactly what it was."""
STATUS_ORDER: tuple[EventStatus, ...] = ("cancelled", "denied", "held", "ongoing", "expected", "planned", "proposed")
"""Where tellings of one contact differ, the first of these stands: what came of it before what was hoped of it."""


def find(annotated: Annotated, lexicon: Lexicon) -> Iterator[Contact]:
    """Every contact that the article asserts, its tellings put together."""
    groups: list[list[Encounter]] = []
    unplaced: list[Encounter] = []
    in_order = not is_transcript(annotated)
    for encounter in find_encounters(annotated, lexicon):
        home: list[Encounter] | None = None
        encounter = with_callers(annotated, encounter)
        if encounter.is_echo:
            fitting = [
                g for g in groups if is_echo_of(encounter, g) and (in_order or _is_near(annotated, g, encounter))
            ]
            home = max(fitting, key=lambda group: _nearness(group, encounter), default=None)
            encounter = (in_order and _resumed(annotated, encounter, home, groups)) or encounter
        if not encounter.is_echo:
            home = next((g for g in groups if all(is_one(encounter, told) for told in g if has_parties(told, g))), None)
            home = home or _gone_back_to(annotated, encounter, groups) or _of_roll(encounter, groups)
        if home is not None:
            home.append(_without_guesses(encounter))
        elif len(encounter.roll) >= 2:
            groups.append([replace(encounter, participants=encounter.roll, is_echo=False)])
        elif not encounter.is_echo:
            groups.append([encounter])
        elif encounter.is_open:
            unplaced.append(encounter)
    _place_open(annotated, groups, unplaced)
    contacts = [_as_contact(annotated, group) for group in sorted(groups, key=lambda group: group[0].span.start)]
    placed = [_on_journey(contact, contacts) for contact in contacts if not _is_alone(contact)]
    for contact in without_idle_journeys(placed):
        alone = (
            sum(c.mode == "visit" and is_same_actor(c.participants[0], contact.participants[0]) for c in contacts) < 2
        )
        made_for = any(_is_met_on(contact, c) or (alone and _is_told_on(annotated, contact, c)) for c in contacts)
        if contact.mode != "visit" or (_is_journey(contact) and not made_for):
            yield contact


def _is_journey(visit: Contact) -> bool:
    """Whether somebody travelled: where only the state is known ("we arrived in Oslo") nobody can tell who came."""
    return visit.participants[0].kind != "state"


def _gone_back_to(annotated: Annotated, told: Encounter, groups: list[list[Encounter]]) -> list[Encounter] | None:
    """ "Those talks, between Kenya and the rebels": the talks told just before, whatever has become of them since."""
    here = sentence_number(annotated, told.span.start) if told.goes_back else -1
    before = [
        (last, group)
        for group in groups
        if told.goes_back
        and all(one.mode == told.mode for one in group)
        and here - 1 <= sentence_number(annotated, last := _told_last(group, told)) <= here
        and are_there(told.participants, group)
    ]
    return max(before, key=lambda one: one[0])[1] if before else None


def _of_roll(told: Encounter, groups: list[list[Encounter]]) -> list[Encounter] | None:
    """ "They met": the contact, told without a place of its own, at which all of them have been counted up."""
    for group in groups:
        there = [one for one in group if one.roll]
        alike = told.mode == group[0].mode or {told.mode, group[0].mode} <= GATHERING
        if there and told.place is None and alike and are_there(told.participants, there):
            return group
    return None


def _nearness(group: list[Encounter], echo: Encounter) -> tuple[bool, int]:
    """How well a contact fits an echo: one of the place that the echo names first, then the one told last before it."""
    return bool(echo.place) and any(told.place == echo.place for told in group), _told_last(group, echo)


def _without_guesses(told: Encounter) -> Encounter:
    """ "They also spoke of trade" goes back to a contact whose parties are told: whoever "they" is adds none."""
    return replace(told, participants=()) if told.is_echo and told.rule in SAID else told


def _is_alone(contact: Contact) -> bool:
    """Whether one person or state is all that is left of it: nobody meets alone, nor the own state."""
    if contact.rule == OF_ONE:
        return False
    parties = without_own_states(contact.participants)
    is_traveller = contact.mode == "visit" and contact.place is not None
    return len(parties) == 1 and parties[0].kind in {"person", "state"} and not is_traveller


def _is_near(annotated: Annotated, group: list[Encounter], echo: Encounter) -> bool:
    """Whether the contact was told a few sentences before: in a transcript each question has its own talks."""
    last = _told_last(group, echo)
    here = sentence_number(annotated, echo.span.start)
    return last >= 0 and here - sentence_number(annotated, last) <= TURN


TURN = 5
"""Sentences over which "the talks" go back in a transcript."""


def _told_last(group: list[Encounter], before: Encounter) -> int:
    """Where the contact was told last before another telling; -1 where only after it."""
    return max((told.span.start for told in group if told.span.start <= before.span.start), default=-1)


def _resumed(
    annotated: Annotated, echo: Encounter, home: list[Encounter] | None, groups: list[list[Encounter]]
) -> Encounter | None:
    """ "The talks are to go on on Friday": the talks told before, as a contact to come; None where none is nearer."""
    is_ahead = echo.status in AHEAD or _is_ahead(annotated, echo.when)
    if not is_ahead or echo.when is None or not echo.is_known:
        return None
    if echo.goes_on:
        return _gone_on(echo, groups)
    if echo.participants:
        return None
    done = [g for g in groups if all(told.status in DONE for told in g) and is_echo_of(_as_told(echo, g), g)]
    nearest = max(done, key=lambda group: _told_last(group, echo), default=None)
    if nearest is None or (home is not None and _told_last(home, echo) > _told_last(nearest, echo)):
        return None
    place = echo.place or next((told.place for told in nearest if told.place), None)
    parties = merge_parties(told.participants for told in nearest)
    return replace(echo, participants=parties, place=place, is_echo=False, is_open=False)


def _gone_on(echo: Encounter, groups: list[list[Encounter]]) -> Encounter | None:
    """ "Discussions would continue on Wednesday": those told last before, with whoever goes on."""
    done = [g for g in groups if all(told.status in DONE and told.mode in GATHERING for told in g)]
    nearest = max(done, key=lambda group: _told_last(group, echo), default=None)
    if nearest is None or _told_last(nearest, echo) < 0:
        return None
    place = echo.place or next((told.place for told in nearest if told.place), None)
    parties = merge_parties([*(told.participants for told in nearest), echo.participants])
    return replace(echo, participants=parties, place=place, is_echo=False, is_open=False)


def _as_told(echo: Encounter, group: list[Encounter]) -> Encounter:
    return replace(echo, status=group[0].status, when=None, place=None)


def _place_open(annotated: Annotated, groups: list[list[Encounter]], unplaced: list[Encounter]) -> None:
    """Adds what is told without its parties to the contact that fits, else as a contact of those who talk."""
    told_whole = tuple(groups)
    for told in unplaced:
        home = next((g for g in groups if is_echo_of(told, g) or _is_gone_back_to(annotated, told, g)), None)
        known = tuple(groups) if told.is_again else told_whole  # "a second round" is of those of the first
        is_whole = told.is_whole or _is_of_many(told)
        parties = told.participants if is_whole else with_talkers(annotated, told, known)
        if told.goes_on and told.participants:  # whoever sees to it that they go on need not have been there before
            others = with_talkers(annotated, replace(told, participants=()), known)
            parties = merge_parties([others, told.participants]) if len(others) >= 2 else parties
        if home is None and told.other is not None and len(parties) < 2:
            both = (told.other, *told.participants)
            parties = both if not any(are_there(both, group) for group in groups) else parties
        if home is not None:
            home.append(told)
        elif len(parties) >= 2 or is_whole or (parties and parties == body_in_town(annotated, told)):
            groups.append([replace(told, participants=parties)])


def _is_gone_back_to(annotated: Annotated, told: Encounter, group: list[Encounter]) -> bool:
    """Whether "those talks" of the contact, in the sentence after, are the ones told here without their parties."""
    here = sentence_number(annotated, told.span.start)
    return not told.participants and any(
        one.goes_back and one.mode == told.mode and sentence_number(annotated, one.span.start) - here == 1
        for one in group
    )


def _is_of_many(told: Encounter) -> bool:
    """ "Ministers at Thursday's talks", "major powers began talks": a crowd of no side meets among itself."""
    crowd = [p for p in told.participants if p.kind == "group" and p.side is None]
    return bool(crowd) and len(crowd) == len(told.participants) and not {p.name for p in crowd} & {"sides", "parties"}


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


def _now(annotated: Annotated) -> When | None:
    """What is told as going on ("are holding talks in Oslo") goes on when the article comes out."""
    day = annotated.article.published
    return When("", day, day, approx=True, vagueness=2, rule="contact.going_on") if day else None


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
    when = contact.when
    if contact.status in AHEAD and when is None:
        leg = _leg_of(contact, [v for v in journeys if v.when is not None and v.status in AHEAD])
        when = leg.when if leg is not None else None
    if contact.status in DONE and any(ON_JOURNEY.match(e.quote) for e in contact.evidence):  # on the journey's days
        when = next((v.when for v in journeys if v.when is not None and is_dated(v.when)), when)
        place = place or (journeys[0].place if len(journeys) == 1 else None)
    parties = with_hosts_side(contact, journeys)
    return replace(contact, when=when, place=contact.place or place, participants=parties)


def _leg_of(contact: Contact, journeys: list[Contact]) -> Contact | None:
    """Of the journeys of one traveller that to the place of the contact, the one told last before it."""
    if len(journeys) == 1:  # to the Gulf, and the meeting in Riyadh
        return journeys[0]
    fitting = [v for v in journeys if not (v.place and contact.place) or places_agree(v.place, contact.place)]
    before = [v for v in fitting if v.evidence[0].start <= contact.evidence[0].start]
    return max(before, key=lambda v: v.evidence[0].start, default=next(iter(fitting), None))


def _is_past(annotated: Annotated, when: When | None) -> bool:
    """Whether the window closed days before publication: what is told as to come then is not to come."""
    published = annotated.article.published
    return bool(when and when.end and published and (published - when.end).days > STALE)


STALE = 2
NOW = "ref.now"
"""The rule of times for "at present"."""
ON_JOURNEY = re.compile(r"(?:During|On|Throughout) (?:his|her|their|the) (?:trip|visit|travels?|tour|journey|stay)\b")
"""Words by which all of a journey's meetings are told at once, whose days are told nowhere."""
FORTNIGHT = 14


def _is_weeks_on(annotated: Annotated, when: When) -> bool:
    """Whether the window reaches from publication over weeks to come."""
    return when.start == annotated.article.published and FORTNIGHT < window_length(when) < NEAR_TIME


def _is_met_on(visit: Contact, other: Contact) -> bool:
    """Whether the journey's purpose is recorded as a contact of its own (guidelines, convention 6)."""
    traveller, *hosts = visit.participants
    if other.mode in {"visit", "call", "video", "message"} or not any(
        is_same_actor(traveller, p) for p in other.participants
    ):
        return False
    if apart_in_time(visit.when, other.when):
        return False
    if any(a.start < b.end and b.start < a.end for a in visit.evidence[:1] for b in other.evidence):
        return True  # "flew to Oslo for talks with Y"
    hosts = [h for h in hosts if h.side is None or h.side != traveller.side]  # not those who came with her
    return any(
        (h.side is not None and p.side == h.side) or is_same_actor(p, h) for h in hosts for p in other.participants
    )


def _is_told_on(annotated: Annotated, visit: Contact, other: Contact) -> bool:
    """ "During her trip she met ...": all that was done on the only journey told, whoever the hosts are."""
    traveller = visit.participants[0]
    told = any(ON_JOURNEY.match(annotated.article.text, e.start) for e in other.evidence)
    at_sight = other.mode not in {"visit", "call", "video", "message"}
    return told and at_sight and any(is_same_actor(traveller, p) for p in other.participants)


def _days_of(annotated: Annotated, group: list[Encounter], status: EventStatus, told: When | None) -> When | None:
    """The days told, unless they are another thing's; for what is told as done without a day those of the story."""
    if told is not None and status in DONE and _is_ahead(annotated, told) and window_length(told) > NEAR_TIME:
        told = None  # "talks on the 2030 programme": the year of something else
    if status in DONE and told is not None and told.vagueness >= VAGUE and _is_weeks_on(annotated, told):
        told = None  # "are talking about the weeks ahead"
    if status == "denied" and told is not None and told.rule == NOW:
        told = None  # "there are no plans at present for a meeting": of no day
    if status in AHEAD and _is_past(annotated, told):
        told = None  # "spoke on Monday and agreed to meet"
    if told is not None or status not in DONE:
        return told
    if ON_JOURNEY.match(annotated.article.text, group[0].span.start):
        return _week_up_to(next((one.running for one in group if one.running and not one.is_echo), None))
    if _opens_readout(annotated, group):
        return _day_of_readout(annotated)
    named = [one for one in group if not one.is_echo] or group
    if status == "ongoing" and any(one.place and one.mode in GATHERING for one in named):
        return _now(annotated)
    return next((one.running for one in group if one.running and not one.is_echo), None)


JOURNEY = timedelta(days=6)


def _week_up_to(day: When | None) -> When | None:
    """ "During her trip she met ...": some day of the week up to that of the story."""
    return replace(day, start=day.start - JOURNEY) if day is not None and day.start is not None else None


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
    by_persons = [told for told in group if not any(is_told_by_states(told, other) for other in group)]
    parties = without_counterparts(merge_parties([without_own_states(told.participants) for told in by_persons]))
    parties = without_own_states(parties) if author(annotated) is not None else parties  # "I called", "we talked"
    parties = with_roll(parties, merge_parties([told.roll for told in group]))
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
        when=whole_journey(when) if mode == "visit" and status in AHEAD else when,
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

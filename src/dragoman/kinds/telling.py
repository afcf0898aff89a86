"""Whether two tellings in one article are of one contact, and what they say together."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.annotate.names import is_same_name, name_parts
from dragoman.kinds.compare import persons_agree
from dragoman.kinds.encounters import Encounter
from dragoman.kinds.meeting import AHEAD, DONE
from dragoman.kinds.places import places_agree
from dragoman.types import Actor, When

REMOTE, IN_WORDS = frozenset({"call", "video"}), frozenset({"message", "briefing"})
PROCESS_RULE = "contact.negotiations"
CONFERENCE = "contact.conference"
NAMED_TALKS = frozenset({"contact.talks", PROCESS_RULE, "contact.summit", "contact.meeting", "contact.conference"})
"""Rules of the nouns by which talks are known afterwards; who "discussed it with X" held none."""
DAY_ONE = 10_000
WEEK = 7
GATHERING = frozenset({"talks", "meeting", "summit"})


def window_length(when: When) -> int:
    """Days that the window spans; a window with an open end counts as longest."""
    return (when.end - when.start).days if when.start and when.end else DAY_ONE


def is_same_actor(a: Actor, b: Actor) -> bool:
    """Whether two mentions in one article can be one actor: by name or alias, surname, a group's last words."""
    if a.name == b.name or a.name in b.aliases or b.name in a.aliases:
        return True
    if a.kind == b.kind == "group" and " " in a.name and " " in b.name:
        return f" {a.name}".endswith(f" {b.name}") or f" {b.name}".endswith(f" {a.name}")  # "key European leaders"
    return a.kind == b.kind == "person" and is_same_name(name_parts(a.name), name_parts(b.name))


def is_one(a: Encounter, b: Encounter) -> bool:
    """One contact: compatible modes, two parties in common, no contrary status, windows that touch."""
    return (
        not _is_process_and_call(a, b)
        and not any(x.mode in REMOTE and y.place for x, y in ((a, b), (b, a)))
        and _modes_fit(a.mode, b.mode)
        and _parties_fit(a, b)
        and _status_fits(a, b)
        and windows_touch(a.when, b.when)
        and not _is_elsewhere(a, b)
        and not (_is_long_before(a, b) or _is_long_before(b, a))
    )


def _is_elsewhere(a: Encounter, b: Encounter) -> bool:
    """Whether both name their place, and not the same: talks in Oslo and a meeting in Rome are two, whoever came."""
    if not (a.place and b.place) or places_agree(a.place, b.place):
        return False
    one_day = a.when is not None and b.when is not None and window_length(a.when) == window_length(b.when) == 0
    return not one_day


LONG_BEFORE = 31
"""Days before the story's day by which a contact is history."""


def _is_long_before(a: Encounter, b: Encounter) -> bool:
    """Whether one is history and the other the news, told without a day: "they held talks in 2014"."""
    told = (b.running.start if b.running is not None else b.lately) if b.when is None else None
    over = a.when.end if a.when is not None else None
    return told is not None and over is not None and (told - over).days > LONG_BEFORE


def _is_process_and_call(a: Encounter, b: Encounter) -> bool:
    """Negotiations that are agreed on or go on are not the call at which that was said."""
    return any(x.rule == PROCESS_RULE and y.mode in REMOTE for x, y in ((a, b), (b, a)))


def is_echo_of(echo: Encounter, group: list[Encounter]) -> bool:
    """Whether "the call lasted ..." speaks of a contact told before: its mode, no contrary status, windows that touch.

    Talks go on under many names, so "the talks" echo talks only, not every meeting; what is told with a day or a place
    of its own and not as known ("talks in Oslo on Friday") is only that of the same day or place.
    """
    if echo.participants and not are_there(echo.participants, group):
        return False
    whole = [told for told in group if not told.is_echo] or group
    if _is_said_there(echo, whole):
        return True
    if echo.is_trilateral and len({p.side or p.name for told in whole for p in told.participants}) < 3:
        return False
    if echo.rule == PROCESS_RULE and not any(told.rule in NAMED_TALKS for told in whole):
        return False  # "negotiations" are not what one "talked about" with somebody
    if echo.rule == CONFERENCE and all(told.rule in {"contact.meeting", "contact.host"} for told in whole):
        return False  # a conference is not what two had "a meeting" at
    if echo.is_open and not echo.is_known and not any(_is_same_setting(echo, told) for told in group):
        return False
    if echo.is_open and all(
        (_is_same_place(echo, told) or _is_that_day(echo, told)) and told.mode in GATHERING for told in group
    ):
        return True
    if echo.place and any(told.place and not _is_same_setting(echo, told) for told in group):
        return False
    if echo.is_open and echo.place and not any(told.place or told.rule in NAMED_TALKS for told in whole):
        return False  # "the Oslo talks" are not what two spoke about
    return all(
        (echo.mode == told.mode or {echo.mode, told.mode} == {"call", "video"})
        and _status_fits(echo, told)
        and windows_touch(echo.when, told.when)
        for told in group
    )


def _is_said_there(echo: Encounter, whole: list[Encounter]) -> bool:
    """ "Torv met Haddad. The two discussed the lake": what the very same said, with no day and no place of its own."""
    if echo.rule not in SAID or not echo.participants or echo.when or echo.place or echo.goes_on:
        return False
    met = merge_parties(told.participants for told in whole)
    is_done = all({echo.status, told.status} <= DONE and told.rule in DONE_BY for told in whole)
    return is_done and len(met) == len(echo.participants) and are_there(met, [echo])


def are_there(parties: tuple[Actor, ...], group: list[Encounter]) -> bool:
    """Whether each of these, or somebody of its side, took part in the contact."""
    there = merge_parties([*(told.participants for told in group), *(told.roll for told in group)])
    return all(any(is_same_actor(x, y) or (x.side and x.side == y.side) for y in there) for x in parties)


def _is_same_place(a: Encounter, b: Encounter) -> bool:
    return bool(a.place and b.place) and _is_same_setting(a, b) and windows_touch(a.when, b.when)


def _is_that_day(echo: Encounter, told: Encounter) -> bool:
    """Whether "Friday's meeting in Oslo", of nobody, is the talks that are told of the same Friday, but of no place.

    "The meeting, set for Friday," is the talks that are told of that week.
    """
    if echo.participants or echo.mode not in GATHERING or echo.when is None or told.when is None:
        return False
    one_day = window_length(echo.when) == window_length(told.when) == 0 and windows_touch(echo.when, told.when)
    if echo.is_known and window_length(echo.when) == 0 < window_length(told.when) <= WEEK and not told.place:
        return windows_touch(echo.when, told.when) and {echo.status, told.status} <= AHEAD | {"cancelled"}
    return one_day and _status_fits(echo, told) and (not told.place or _is_same_place(echo, told))


def _is_same_setting(a: Encounter, b: Encounter) -> bool:
    """Whether both are told of one place, or of one day or week."""
    if a.place and b.place:
        return a.place.casefold() in b.place.casefold() or b.place.casefold() in a.place.casefold()
    if a.when is None or b.when is None:
        return False
    return max(window_length(a.when), window_length(b.when)) <= WEEK and windows_touch(a.when, b.when)


def _modes_fit(a: str, b: str) -> bool:
    if "visit" in (a, b):  # a journey is more than one meeting; what it was for takes its place elsewhere
        return a == b
    if a == b or "talks" in (a, b):
        return True
    groups = (REMOTE, IN_WORDS)
    return all((a in group) == (b in group) for group in groups)


def _parties_fit(a: Encounter, b: Encounter) -> bool:
    shared = [x for x in a.participants if any(is_same_actor(x, y) for y in b.participants)]
    common = sum(not _is_crowd(x) for x in shared)
    if common >= 2:
        return True
    if common == 1 and (_is_counterpart_of(a, b) or _are_all_of_them(a, b) or _are_all_of_them(b, a)):
        return True
    if not persons_agree(a.participants, b.participants):
        return False
    if (common == 1 and _is_manned(a, b)) or is_told_by_states(a, b) or is_told_by_states(b, a):
        return True
    sides_a = {x.side or x.name for x in a.participants}
    sides_b = {x.side or x.name for x in b.participants}
    return sides_a == sides_b and len(sides_a) > 1 and common >= 1


def _are_all_of_them(a: Encounter, b: Encounter) -> bool:
    """ "The northern leaders' call to Torv", told beside her call with the leaders of three states or more."""
    others = [x for x in a.participants if not any(is_same_actor(x, y) for y in b.participants)]
    many = len({y.side for y in b.participants if y.side}) > MANY
    return many and a.mode == b.mode and all(x.kind == "group" and x.side is None for x in others)


MANY = 3
"""Sides at a contact beyond which "the leaders" are all of them."""


def _is_crowd(actor: Actor) -> bool:
    """ "Other officials", "civil society members": there are such everywhere, so that they tell no contact apart."""
    return actor.kind == "group" and actor.side is None and actor.name.islower()


def _is_manned(a: Encounter, b: Encounter) -> bool:
    """Whether a state in one is a person of that state in the other, beside an actor in both."""
    alone_a = [x for x in a.participants if not any(is_same_actor(x, y) for y in b.participants)]
    alone_b = [y for y in b.participants if not any(is_same_actor(x, y) for x in a.participants)]
    pairs = [(x, y) for x in alone_a for y in alone_b]
    return any(x.side == y.side and {x.kind, y.kind} == {"state", "person"} for x, y in pairs if x.side)


TOLD_NEAR = 1500
"""Code points between two tellings of one day's talks, by persons and by their states."""


def is_told_by_states(a: Encounter, b: Encounter) -> bool:
    """ "The Kenyan and Norwegian officials discussed trade", told beside the meeting of their ministers that day."""
    is_of_plan = a.status in AHEAD and bool(a.place and b.place) and places_agree(a.place, b.place)
    if a.mode != "talks" or any(p.kind != "state" for p in a.participants) or not (a.status in DONE or is_of_plan):
        return False
    persons = [p for p in b.participants if p.kind == "person"]
    told, met = a.when or a.running, b.when or b.running
    one_day = told is not None and met is not None and (told.start, told.end) == (met.start, met.end)
    sides = {p.side for p in persons}
    near = abs(a.span.start - b.span.start) < TOLD_NEAR
    return one_day and near and len(sides) > 1 and sides == {p.side for p in a.participants} and None not in sides


def _is_counterpart_of(a: Encounter, b: Encounter) -> bool:
    """Whether "his Kenyan counterpart" in one is a Kenyan who is named in the other."""
    pairs = [(x, y) for x in a.participants for y in b.participants if x.side and x.side == y.side]
    return any(x.name.endswith("counterpart") != y.name.endswith("counterpart") for x, y in pairs)


SAID = frozenset({"contact.speak", "contact.talk"})
"""Rules of the verbs for what was said at a contact, by whomever "they" are."""

DONE_BY = frozenset({"contact.meet", "contact.speak", "contact.call_verb", "contact.host"})
"""Rules of the verbs by which one contact is told."""


def has_parties(told: Encounter, group: list[Encounter]) -> bool:
    """Whether others can be told to be the same by it: not where it was left without its parties ("they spoke").

    That goes for a contact that a verb tells ("Torv spoke with Haddad"), and not for "half a dozen calls".
    """
    is_left_out = told.is_echo and told.rule in SAID and not told.participants
    return not (is_left_out and group[0].rule in DONE_BY)


def _status_fits(a: Encounter, b: Encounter) -> bool:
    if any(x.mode in REMOTE and x.rule == "contact.talks" and x.status == "ongoing" for x in (a, b)):
        return a.status == b.status  # "are in contact by phone" is no one call
    return a.status == b.status or {a.status, b.status} <= AHEAD or {a.status, b.status} <= DONE


def windows_touch(a: When | None, b: When | None) -> bool:
    """Whether both can be of one day; a window that is not known touches any."""
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return True
    return a.start <= b.end and b.start <= a.end


def merge_parties(told: Iterable[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Everybody named in any telling, each once, in the order of the text."""
    found: list[Actor] = []
    for parties in told:
        for actor in parties:
            if all(not is_same_actor(actor, other) for other in found):
                found.append(actor)
    return tuple(found)


def with_roll(parties: tuple[Actor, ...], roll: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The parties with those counted up, in place of the groups of no side that they are ("northern leaders")."""
    if len(roll) < 2:
        return parties
    return merge_parties([tuple(p for p in parties if p.kind != "group" or p.side), roll])


def without_counterparts(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The parties without "his Kenyan counterpart" where a Kenyan is named beside."""
    named = {actor.side for actor in parties if actor.kind == "person" and not actor.name.endswith("counterpart")}
    return tuple(a for a in parties if not (a.name.endswith("counterpart") and a.side and a.side in named))


def without_own_states(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The parties without the state of a person among them: whoever acts for Kenya meets others, not Kenya."""
    of_persons = {actor.side for actor in parties if actor.kind == "person" and actor.side}
    return tuple(a for a in parties if a.kind != "state" or a.name not in of_persons)

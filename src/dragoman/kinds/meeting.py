"""Whether two records tell of one contact, and by what such records find each other.

Papers name the host or leave him out, give a surname or an office, a town or its state, one day of two. So two records
need not name the same sides: two parties in common carry a likeness, where nothing else speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.kinds.compare import Handles, fold, party, persons_agree, same_actor, surname
from dragoman.kinds.places import places_agree
from dragoman.kinds.windows import (
    apart_in_time,
    days_long,
    first_day,
    is_close,
    is_dated,
    last_day,
    tightest,
)
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor, EventStatus, When

if TYPE_CHECKING:
    from dragoman.kinds.contact import Contact

FAMILIES = (
    frozenset({"talks", "meeting", "visit", "summit"}),
    frozenset({"talks", "call", "video"}),
)
"""Ways of contact that may be one contact told differently; "talks" says nothing of the medium."""
GATHERINGS = FAMILIES[0]
OPPOSITION = " opposition"
"""How the side of a state's opposition ends, as annotate.sides gives it; a brief loads no rule of reading."""
AHEAD = frozenset({"planned", "expected", "proposed"})
DONE: frozenset[EventStatus] = frozenset({"held", "ongoing"})
NEXT_DAY = timedelta(days=1)
ROUND = timedelta(days=4)
"""The longest between two tellings of one round of talks of a government and its opposition."""
JOINT = "many states"
"""In place of a party: a body of several states, or many of whom no text of one contact need name the same."""
VAGUE = 3
"""From this vagueness a time ahead ("soon") begins after the day on which it is said."""
CURRENT = "ref.current"
"""The rule of times/rules.toml by which something is of the day on which it is told, and of others about it."""
NAMED = 6
"""Participants by whom a record is found; a list of forty ministers is found by its first ones."""
WEEK = 7
ERA = 20
"""Days of a stretch by which reports without a day find the events of about then."""
SEASON = 100
"""Days of a window beyond which a record is compared with all of its parties."""
REPORTED_WITHIN = timedelta(days=10)
"""See `merge.groups.REPORTED_WITHIN`: beyond it an event without a day is another one."""


def is_one_contact(a: Contact, b: Contact) -> bool:
    """Whether two records tell of one contact; symmetric.

    The ways fit ("talks" fits any), two parties are in both, on each side somebody is in both where both name persons,
    and a day lies in both windows: what was expected this week and what was held on Tuesday are one, calls of two days
    never. Meetings in one place on adjoining days are one round of talks. Long windows and unknown days take the same
    named persons or the same named place; another place parts all but records of one exact day.
    """
    if not _ways_fit(a.mode, b.mode) or _is_call_and_place(a, b) or not _parties_fit(a, b):
        return False
    if _is_later(a, b) or _is_later(b, a) or _is_running_beside(a, b) or _is_running_beside(b, a):
        return False
    if apart_in_time(a.when, b.when):
        return _is_one_round(a, b)
    one_place = places_agree(a.place, b.place)
    if is_close(a.when) and is_close(b.when):
        return one_place or days_long(a.when) == days_long(b.when) == 1
    told_alike = (a.status in AHEAD) == (b.status in AHEAD) or (is_dated(a.when) and is_dated(b.when))
    return one_place and told_alike and (bool(a.place and b.place) or _both_sides_named(a, b))


def _ways_fit(a: str, b: str) -> bool:
    return a == b or any({a, b} <= family for family in FAMILIES)


def _is_call_and_place(a: Contact, b: Contact) -> bool:
    """Whether one is by phone or video and the other are talks that took place somewhere."""
    return any(x.mode in {"call", "video"} and y.mode == "talks" and y.place for x, y in ((a, b), (b, a)))


def _is_later(a: Contact, b: Contact) -> bool:
    """Whether one is to come "soon" and the other is of the very day on which that was said, or of before."""
    if a.when is None or b.when is None or not (is_dated(a.when) and is_dated(b.when)):
        return False
    return a.status in AHEAD and a.when.vagueness >= VAGUE and last_day(b.when) <= first_day(a.when)


def is_running(record: Contact) -> bool:
    """Whether it is a process of "now" ("the current negotiations"), which met on no day in particular."""
    return record.status == "ongoing" and record.when is not None and record.when.rule == CURRENT


def _is_running_beside(a: Contact, b: Contact) -> bool:
    """Whether one is a process that goes on and the other a meeting of it, held or to come."""
    return is_running(a) and b.status != "ongoing"


def _is_one_round(a: Contact, b: Contact) -> bool:
    """Whether both are days of one round: a gathering in one place that is named, on adjoining days.

    Of talks, or of a meeting of three, one text may leave the place out: whoever talked yesterday talks on today. Talks
    of a government and its opposition, which mediators gather for a while, go on over a few days without news.
    """
    if a.when is None or b.when is None or not places_agree(a.place, b.place):
        return False
    early, late = sorted((a.when, b.when), key=first_day)
    if a.mode == b.mode == "talks" and _is_at_home(a) and _is_at_home(b):
        return is_close(early) and is_close(late) and first_day(late) - last_day(early) <= ROUND
    adjoin = days_long(early) == days_long(late) == 1 and last_day(early) + NEXT_DAY == first_day(late)
    if not adjoin or not {a.mode, b.mode} <= GATHERINGS:
        return False
    return bool(a.place and b.place) or (bool(a.place or b.place) and (a.mode == b.mode == "talks" or _of_three(a, b)))


def _is_at_home(record: Contact) -> bool:
    """Whether it is of a state's own opposition, with somebody else."""
    sides = {actor.side for actor in record.participants if actor.side}
    return len(sides) > 1 and any(side.endswith(OPPOSITION) for side in sides)


def _of_three(a: Contact, b: Contact) -> bool:
    return min(len(_parties(_known(a.participants))), len(_parties(_known(b.participants)))) > 2


def days_of_all(records: Iterable[Contact]) -> When | None:
    """The narrowest days that records of one contact give; of a round that goes on, from its first day to its last."""
    windows = [record.when for record in records]
    narrow = tightest(windows)
    days = [when for when in windows if when is not None and days_long(when) == 1 and not when.approx]
    if narrow is None or days_long(narrow) > 1 or len({when.start for when in days}) < 2:
        return narrow
    early, late = min(days, key=first_day), max(days, key=last_day)
    return replace(early, end=late.end, vagueness=late.vagueness)


def likeness(a: Contact, b: Contact) -> int:
    """How much speaks for one contact where a record fits several: a day, a place, all parties that both give."""
    one_day = days_long(a.when) == days_long(b.when) == 1 and not apart_in_time(a.when, b.when)
    one_place = bool(a.place and b.place and places_agree(a.place, b.place))
    return one_day + one_place + (_parties(_known(a.participants)) == _parties(_known(b.participants)))


# ---- parties --------------------------------------------------------------------------------------------------------


def _parties_fit(a: Contact, b: Contact) -> bool:
    """Whether two parties are in both, and what only one names can have been left out by the other.

    A call of two is no call of three; of a meeting one paper may name the host or the mediator and another not, but two
    lists that each have somebody else are of two meetings, unless three are in both.
    """
    if not persons_agree(a.participants, b.participants):
        return False
    ours, theirs = _known(a.participants), _known(b.participants)
    in_both, also = _met(ours, theirs), _met(theirs, ours)
    shared = min(len(in_both), len(also))
    only_ours, only_theirs = _parties(ours) - in_both, _parties(theirs) - also
    if {a.mode, b.mode} <= GATHERINGS and (_bodies(ours) & _bodies(theirs) or _is_one_of_many(a, b)):
        return True  # one text names some of those who belong to the body, another the body alone
    if shared < 2:
        return shared == 1 and not only_ours and not only_theirs
    if not {a.mode, b.mode} <= GATHERINGS:
        return not only_ours and not only_theirs
    if shared > 2 or not (only_ours or only_theirs):
        return True
    # Where no place is named twice, only who often hosts or mediates is left out: talks of other two are other talks.
    sides = {fold(actor.side) for actor in (*ours, *theirs) if actor.side}
    others = (only_ours | only_theirs) & sides
    one_place = bool(a.place and b.place)
    return not (only_ours and only_theirs) and (one_place or others <= _hosts().keys())


def _known(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those that a reader could tell from others: "leaders" or "partners" may be anybody. All, where none is."""
    several = tuple(actors)
    return tuple(actor for actor in several if actor.side or actor.kind != "group") or several


def _parties(actors: Iterable[Actor]) -> set[str]:
    return {party(actor) for actor in actors}


def _bodies(actors: Iterable[Actor]) -> set[str]:
    """The bodies of several states by folded name: "International Sudan Support Group"."""
    words = {fold(word) for word in load_lexicon().words("actors/joint")}
    names = (fold(actor.name) for actor in actors if actor.kind == "organisation" and actor.side is None)
    return {name for name in names if " " in name and name.rpartition(" ")[2] in words}


def _is_joint(actors: Iterable[Actor]) -> bool:
    """Whether many states meet of whom hardly one is named: their body, "major powers", "Kenya and other countries"."""
    several = tuple(actors)
    names = [fold(actor.name).split() for actor in several if actor.side is None and actor.kind == "group"]
    many = [name for name in names if name and name[-1] in _many()]
    sides = {actor.side for actor in several if actor.side}
    return bool(_bodies(several)) or (bool(many) and (not sides or (len(sides) == 1 and any(map(_is_rest, many)))))


def _is_rest(words: list[str]) -> bool:
    return "other" in words


@cache
def _many() -> frozenset[str]:
    """The last words of many states without their names, folded."""
    return frozenset(fold(word) for word in load_lexicon().words("actors/many"))


def _is_one_of_many(a: Contact, b: Contact) -> bool:
    """Whether many met in a place that both name and on days that both know, and only one text names their body."""
    if not (a.place and b.place and is_close(a.when) and is_close(b.when)):
        return False
    joint = _is_joint(a.participants) and _is_joint(b.participants)
    return joint and not (_bodies(a.participants) and _bodies(b.participants))


def _met(ours: tuple[Actor, ...], theirs: tuple[Actor, ...]) -> set[str]:
    """The parties of `ours` that are among `theirs`: by side, or as the same person, whose side one text leaves out."""
    return {party(one) for one in ours if any(is_one_party(one, other) for other in theirs)}


def is_one_party(a: Actor, b: Actor) -> bool:
    """Whether two actors stand for one party: of one side, or the same by name."""
    return bool(a.side and b.side and fold(a.side) == fold(b.side)) or same_actor(a, b)


def _both_sides_named(a: Contact, b: Contact) -> bool:
    """Whether two parties, or the only one, are the same actors in both; a state may stand for a person of it.

    Not for all: two states' names say nothing of who met, so at least one party is the same by its own name.
    """
    ours, theirs = _known(a.participants), _known(b.participants)
    pairs = [(one, other) for one in ours for other in theirs if same_actor(one, other) or _stands_for(one, other)]
    named = any(same_actor(one, other) for one, other in pairs)
    found = min(len(_parties(one for one, _ in pairs)), len(_parties(other for _, other in pairs)))
    return named and found >= min(2, len(_parties(ours)), len(_parties(theirs)))


def _stands_for(a: Actor, b: Actor) -> bool:
    """A state for a person of it; of an opposition, which no state's name stands for, any body for another."""
    if not a.side or a.side != b.side:
        return False
    kinds = {a.kind, b.kind}
    return kinds == {"state", "person"} or ("person" not in kinds and a.side.endswith(OPPOSITION))


# ---- finding each other ---------------------------------------------------------------------------------------------


def filed_under(actors: Iterable[Actor]) -> str:
    """The party under which a contact is filed: of those that are no usual hosts or go-betweens the first by name.

    Papers leave out the host, the mediator or a side that they don't know; filed by all parties, one contact would lie
    in several places. Who has no side counts only where nobody has one, but a body of several states, whose members one
    text names and another doesn't, comes before them: all such bodies lie together, with "major powers" of no name.
    """
    several = tuple(actors)
    if _is_joint(several):
        return JOINT
    known = _known(several)
    sides = {fold(actor.side) for actor in known if actor.side} or _parties(known)
    return min(sides, key=lambda side: (_hosts().get(side, 0), side), default="")


@cache
def _hosts() -> dict[str, int]:
    """The usual hosts and go-betweens by folded name, and how willingly a contact is filed under them."""
    return {fold(word): int(row.means) for row in load_lexicon().rows("actors/hosts") for word in row.words}


def contact_handles(record: Contact, seen: date) -> Handles:
    """Two parties and a time: by these a record is sought among the contacts of its block.

    A record whose days are known to a week seeks those of the same two parties in that week, and those of a longer
    window or without a day that were reported about then; one without a day seeks those of about the day `seen`. One
    of a window longer than a season seeks all of the same two parties.
    """
    pairs = _pairs(_known(record.participants)) | ({JOINT} if _is_joint(record.participants) else set())
    when = record.when
    if when is None or not is_dated(when):
        eras, is_short = _eras(seen - REPORTED_WITHIN, seen + REPORTED_WITHIN) if seen < date.max else {"?"}, False
    elif days_long(when) > SEASON:
        everything = frozenset(f"{pair} all" for pair in pairs)
        return Handles(everything | {f"{pair} any" for pair in pairs}, files=everything)
    else:
        eras, is_short = _eras(first_day(when), last_day(when)), is_close(when)
    filed = {f"{pair} {era}" for pair in pairs for era in eras}
    weeks: set[str] = set()
    if is_short and when is not None:
        first, last = first_day(when).toordinal(), last_day(when).toordinal()
        days = (first, last, last + 1, *((last + ROUND.days,) if _is_at_home(record) else ()))
        weeks = {f"{pair} w{day // WEEK}" for pair in pairs for day in days}
    sought = weeks | {f"{entry} vague" for entry in filed} | (set() if is_short else filed)
    kept = weeks | filed | (set() if is_short else {f"{entry} vague" for entry in filed})
    every = {f"{pair} all" for pair in pairs}
    return Handles(frozenset(sought | every), files=frozenset(kept | {f"{pair} any" for pair in pairs}))


def _eras(first: date, last: date) -> set[str]:
    """The stretches of `ERA` days that the days from first to last touch."""
    return {f"e{era}" for era in range(first.toordinal() // ERA, last.toordinal() // ERA + 1)}


def _pairs(actors: tuple[Actor, ...]) -> set[str]:
    """Names of two of the parties together; of the only one, where all are of one side."""
    several = sorted(actors, key=party)[:NAMED]
    pairs = {
        "+".join(sorted((x, y))) for one, other in combinations(several, 2) for x in _names(one) for y in _names(other)
    }
    pairs |= _bodies(actors)
    return pairs if len(_parties(actors)) > 1 else pairs | {name for actor in several for name in _names(actor)}


def _names(actor: Actor) -> set[str]:
    """By what an actor may be named elsewhere: the side; a person's surname; every name of an organisation or group."""
    names = {fold(actor.side)} if actor.side else set()
    if actor.kind == "person":
        return names | {surname(actor)}
    return names if actor.kind == "state" and names else names | {fold(name) for name in (actor.name, *actor.aliases)}

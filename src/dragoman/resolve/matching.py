"""Which entries bear on what was expected: those that did it, did part of it, or put an end to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from math import ceil

from msgspec import Struct

from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.compare import (
    LEAST_SHARE,
    fold,
    parties,
    party,
    persons,
    same_speaker,
    share_a_person,
    speaker_key,
    words_of,
)
from dragoman.kinds.contact import Contact
from dragoman.kinds.forecast import Expected, Forecast
from dragoman.kinds.meeting import FAMILIES, is_running
from dragoman.kinds.windows import apart_in_time, is_close, is_dated
from dragoman.resolve.anchored import names_truce
from dragoman.resolve.outlook import Outlook
from dragoman.resolve.outlook import when_of as when_of
from dragoman.resolve.planned import NEGATED
from dragoman.resolve.taking_part import are_those, handles_of
from dragoman.resolve.wording import Said, Wording
from dragoman.types import Actor, Entry, When

DONE = frozenset({"held", "ongoing", "reached"})
UNDONE = frozenset({"cancelled", "denied", "broken"})
ENOUGH_WORDS = 3
"""Words that count which an outcome must have before its words alone may find what did it."""
SHARED_WORDS = 0.75
AFAR = frozenset({"call", "video", "message"})
"""Ways of contact that have no place."""
ABOUT = 3
"""Days that an event may lie before one that is only about: a readout of a journey bears the day of the readout."""
ROUND = timedelta(days=4)
"""The longest that one round of talks goes on: "they meet again on Wednesday", told on its first day."""
ACTOR_FIELDS = ("participants", "parties", "by", "actor")


class Decider(Struct, frozen=True):
    """An entry that bears on an outlook, and the first and last day on which it can have happened."""

    entry: Entry
    first: date
    last: date
    whole: bool = True
    """Whether it is all that was expected; False: part of it."""


Filed = dict[tuple[str, str], dict[str, Entry]]
"""Entries by id, by their kind and one of the names, parties and offices of who took part."""


class Pool:
    """The entries that can decide something, filed so that an outlook asks only those that may fit it.

    `done` took place on days known to a week, `undone` were called off, denied or broken.
    `by_name` are the done ones by kind and the surname or name of each who took part, `by_word` by the words of their
    line and first evidence and their last day. `forecasts` are by speaker and by the words of what they foresee.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.done: Filed = {}
        self.undone: Filed = {}
        self.by_name: Filed = {}
        self.forecasts: dict[str, Wording] = {}
        self.by_word = Wording()
        for entry in sorted(entries, key=_last_day):  # in the order of `by_word`, which is quickest to file
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Files an entry that isn't here."""
        record = entry.record
        if isinstance(record, Forecast) and entry.first_seen:
            said = Said(entry, words_of(record.outcome), entry.first_seen)
            self.forecasts.setdefault(speaker_key(record.speaker), Wording()).add(said)
        if is_undone(entry):
            for key in keys_of(entry):
                self.undone.setdefault(key, {})[entry.id] = entry
        if is_done(entry):
            for key in keys_of(entry):
                self.done.setdefault(key, {})[entry.id] = entry
            for key in names_of(entry):
                self.by_name.setdefault(key, {})[entry.id] = entry
            when = when_of(entry)
            if when and when.end:
                self.by_word.add(Said(entry, words_said(entry), when.end))

    def drop(self, entry: Entry) -> None:
        """Takes an entry away that was filed as it is."""
        record = entry.record
        if isinstance(record, Forecast) and entry.first_seen:
            self.forecasts[speaker_key(record.speaker)].drop(entry.id)
        if is_undone(entry):
            for key in keys_of(entry):
                del self.undone[key][entry.id]
        if is_done(entry):
            for key in keys_of(entry):
                del self.done[key][entry.id]
            for key in names_of(entry):
                del self.by_name[key][entry.id]
            self.by_word.drop(entry.id)


def _last_day(entry: Entry) -> tuple[date, str]:
    when = when_of(entry)
    return ((when.end if when else None) or date.min, entry.id)


def is_done(entry: Entry) -> bool:
    """Whether an entry took place, on days known to a week."""
    if isinstance(entry.record, Contact) and is_running(entry.record):
        return False  # "the current talks" are of no day
    return getattr(entry.record, "status", "") in DONE and is_close(when_of(entry))


def is_undone(entry: Entry) -> bool:
    """Whether an entry was called off, denied or broken."""
    return getattr(entry.record, "status", "") in UNDONE


def keys_of(entry: Entry) -> list[tuple[str, str]]:
    """The kind of an entry with each of the names, parties and offices of who took part."""
    return [(entry.kind, one) for one in handles_of(_actors(entry))]


def names_of(entry: Entry) -> set[tuple[str, str]]:
    """The kind of an entry with the surname or name of each who took part."""
    return {(entry.kind, speaker_key(actor)) for actor in _actors(entry)}


def words_said(entry: Entry) -> frozenset[str]:
    """The words by which an entry is found: of its line and first evidence."""
    return words_of(entry.line).union(*(words_of(e.quote) for e in entry.record.evidence))


def doers(outlook: Outlook, pool: Pool) -> list[Decider]:
    """Entries that did what was expected, or part of it, whole ones first, the earliest first; only dated ones do."""
    expected = outlook.expected
    if expected and expected.actors:
        until = outlook.last_that_counts() or date.max
        found = _near(expected, pool.done)
        near = {id: one for id, one in found.items() if _is_about_then(one, outlook.clock.since, until)}
    else:
        near = {entry.id: entry for entry in (*_naming(outlook, pool), *_wording(outlook, pool))}
    return in_order(done for entry in near.values() if (done := done_by(outlook, entry)))


def done_by(outlook: Outlook, entry: Entry) -> Decider | None:
    """The entry, of those `is_done`, as what did what was expected; None where it didn't."""
    expected = outlook.expected
    if not _is_about_then(entry, outlook.clock.since, date.max):  # asked first, because it costs least
        return None
    if expected and expected.actors:
        fits = _is_expected(expected, entry) and not _is_afar(outlook, entry)
        found = _dated(entry, outlook, whole=_mode_fits(expected, entry)) if fits else None
    else:
        fits = expected is not None and _mode_fits(expected, entry) and _is_named(outlook, entry)
        found = _dated(entry, outlook, whole=True) if fits or _is_worded(outlook, entry) else None
    last = outlook.last_that_counts() if found else None
    return found if found and (last is None or found.first <= last) and _is_not_another(found, outlook) else None


def _is_about_then(entry: Entry, since: date, until: date) -> bool:
    """Whether an entry's days may lie between two days."""
    when = when_of(entry)
    start, end = (when.start, when.end) if when else (None, None)
    return start is not None and end is not None and since <= end and start - timedelta(days=ABOUT) <= until


def _is_not_another(decider: Decider, outlook: Outlook) -> bool:
    """Whether what came after the last day may still be what was expected: it must name the person or the place.

    And somebody must have told its day: that of the report, taken for want of another, makes nothing late.
    """
    last, when = outlook.clock.last_day(), when_of(decider.entry)
    if last is None or decider.first <= last:
        return True
    return not (when and when.approx and when.rule in UNTOLD) and _is_surely(outlook, decider.entry)


UNTOLD = frozenset({"contact.running_day", "contact.readout_day", "contact.going_on"})
"""Rules by which a contact without a day has that of the story or of the report."""


def enders(outlook: Outlook, pool: Pool) -> list[Decider]:
    """Entries by which what was expected was called off, denied or broken, by the day that this became known."""
    near = _near(outlook.expected, pool.undone) if outlook.expected else {}
    return in_order(ended for entry in near.values() if (ended := ended_by(outlook, entry)))


def ended_on(entry: Entry) -> date | None:
    """The day on which it became known that a thing was called off, denied or broken."""
    return next((state.seen for state in entry.history if state.status in UNDONE), None)


def ended_by(outlook: Outlook, entry: Entry) -> Decider | None:
    """The entry, of those `is_undone`, as what ended what was expected; None where it is nothing to it."""
    expected = outlook.expected
    seen = ended_on(entry)
    if expected is None or seen is None or not outlook.clock.since <= seen or entry.id == outlook.event.id:
        return None
    fits = _is_expected(expected, entry) and not _was_known(outlook, entry) and _is_of_then(outlook, entry, seen)
    return Decider(entry, seen, seen) if fits else None


def revisions(outlook: Outlook, pool: Pool) -> list[Decider]:
    """Later forecasts by which the same speaker moved what was expected to other days, in much the same words."""
    record = outlook.entry.record
    if not isinstance(record, Forecast) or record.speaker is None:
        return []
    known = pool.forecasts.get(speaker_key(record.speaker), Wording())
    near = known.having(words_of(record.outcome), LEAST_SHARE, outlook.clock.since)
    return in_order(moved for entry in near if (moved := moved_by(outlook, entry)))


def moved_by(outlook: Outlook, entry: Entry) -> Decider | None:
    """The entry as the forecast by which another one was moved; None where it says something else."""
    record, other, seen = outlook.entry.record, entry.record, entry.first_seen
    if not isinstance(record, Forecast) or not isinstance(other, Forecast) or record.speaker is None:
        return None
    if seen is None or not outlook.clock.since < seen or not same_speaker(record.speaker, other.speaker):
        return None
    moved = apart_in_time(record.window, other.window) and _one_event(record.expects, other.expects)
    return Decider(entry, seen, seen) if moved and _shares(record.outcome, other.outcome) else None


def _shares(words: str, other: str) -> bool:
    """Whether enough of the words are the other's too."""
    one = words_of(words)
    return bool(one) and len(one & words_of(other)) >= ceil(LEAST_SHARE * len(one))


def _one_event(a: Expected | None, b: Expected | None) -> bool:
    """Whether two forecasts in much the same words can be of one event: a meeting is not a call, whoever takes part."""
    return a is None or b is None or (a.kind, a.mode) == (b.kind, b.mode)


def _near(expected: Expected, filed: Filed) -> dict[str, Entry]:
    """The entries of the expected kind in which two of the expected may have a part."""
    lists = [[filed.get((expected.kind, one), {}) for one in handles_of((actor,))] for actor in expected.actors]
    if len(lists) < 2:
        return {id: entry for several in lists for found in several for id, entry in found.items()}
    # Two of them are there, so one of them is who is not found most often.
    lists.sort(key=lambda several: sum(map(len, several)))
    return {id: entry for several in lists[:-1] for found in several for id, entry in found.items()}


def in_order(found: Iterable[Decider]) -> list[Decider]:
    """The whole ones first, the earliest first."""
    return sorted(found, key=lambda decider: (not decider.whole, decider.first, decider.entry.id))


def _dated(entry: Entry, outlook: Outlook, *, whole: bool) -> Decider | None:
    """The entry as a decider; None for the outlook itself, for what began before it, and for what was known with it."""
    when = when_of(entry)
    if entry.id == outlook.event.id or not when or not when.start or not when.end or _was_known(outlook, entry):
        return None
    first = when.start - timedelta(days=ABOUT) if when.approx and _is_surely(outlook, entry) else when.start
    if when.end < outlook.clock.since or (first < outlook.clock.since and not _has_begun(outlook, when)):
        return None
    if outlook.clock.soft and outlook.clock.due and outlook.told and when.end <= outlook.clock.since:
        return None  # "the next meeting comes soon", said at the end of one
    return Decider(entry, max(first, outlook.clock.since), when.end, whole)


def _is_surely(outlook: Outlook, entry: Entry) -> bool:
    """Whether one of the persons who were expected, or the place, is named: what only fits must fit the days too."""
    expected, came = outlook.expected.actors if outlook.expected else outlook.actors, _actors(entry)
    there, here = (words_of(getattr(one.record, "place", None) or "") for one in (outlook.event, entry))
    return share_a_person(persons(expected), came) or bool(there & here) or not persons(expected)


def _has_begun(outlook: Outlook, when: When) -> bool:
    """Whether what began before the time foreseen can be it: its days are only about, or it lasted into that day."""
    clock = outlook.clock
    if when.start is None or when.end is None or clock.soft or clock.due is None:
        return when.approx
    return when.approx or (when.start < when.end <= when.start + ROUND and when.end <= clock.due)


def _was_known(outlook: Outlook, entry: Entry) -> bool:
    """Whether only the text that looks ahead tells of it: that two agreed to speak again is not done by speaking."""
    first = outlook.event.supports[0]
    ahead = {support.article for support in outlook.event.supports if support.seen == first.seen}
    return all(support.article in ahead for support in entry.supports)


def _is_of_then(outlook: Outlook, entry: Entry, seen: date) -> bool:
    """Whether what was called off may be what was expected: of its days, or told before these were over."""
    when, last = when_of(entry), outlook.clock.last_day()
    if outlook.clock.due is None or last is None:
        return True
    if not is_dated(when):
        return seen <= last
    return not apart_in_time(When("", min(outlook.clock.since, outlook.clock.due), outlook.clock.due), when)


def _is_expected(expected: Expected, entry: Entry) -> bool:
    """Whether an entry is of the kind expected and has enough of the expected parties, two where two were named."""
    if entry.kind != expected.kind or not _type_fits(expected, entry):
        return False
    return are_those(expected.actors, _actors(entry)) and _has_two(expected, entry)


def _has_two(expected: Expected, entry: Entry) -> bool:
    there = handles_of(_actors(entry))
    return sum(not there.isdisjoint(handles_of((one,))) for one in expected.actors) >= min(len(expected.actors), 2)


def _type_fits(expected: Expected, entry: Entry) -> bool:
    """Whether an act is of the type expected; of a truce that is to be kept, whether its words name one."""
    if not isinstance(entry.record, Action):
        return True
    return entry.record.type == expected.mode and names_truce(entry.record)


def _is_afar(outlook: Outlook, entry: Entry) -> bool:
    """Whether a call or message stands against a meeting at a place that was named."""
    place = isinstance(outlook.event.record, Contact) and outlook.event.record.place
    return bool(place) and isinstance(entry.record, Contact) and entry.record.mode in AFAR


def _mode_fits(expected: Expected, entry: Entry) -> bool:
    """Whether a contact was had in the way that was expected; "talks" fits any way."""
    if not isinstance(entry.record, Contact):
        return True
    modes = {entry.record.mode, expected.mode or "talks"}
    return len(modes) == 1 or any(modes <= family for family in FAMILIES)


@lru_cache(maxsize=65_536)
def _is_negated(words: str) -> bool:
    return NEGATED.search(words) is not None


def words_sought(outlook: Outlook) -> frozenset[str]:
    """The words of which `SHARED_WORDS` are had by what did what was expected; none where they don't tell."""
    words = words_of(outlook.words)
    is_telling = len(words) >= ENOUGH_WORDS and not _is_negated(outlook.words)
    return words if is_telling and not (outlook.expected and outlook.expected.actors) else frozenset()


def _wording(outlook: Outlook, pool: Pool) -> list[Entry]:
    words = words_sought(outlook)
    return pool.by_word.having(words, SHARED_WORDS, outlook.clock.since) if words else []


def _is_worded(outlook: Outlook, entry: Entry) -> bool:
    """Whether an entry has enough of an outcome's words; for a pledge, with its actor in them."""
    when, words = when_of(entry), words_sought(outlook)
    if not words or when is None or when.end is None or when.end < outlook.clock.since:
        return False
    return len(words & words_said(entry)) >= ceil(SHARED_WORDS * len(words)) and _has_part(outlook, entry)


def names_sought(outlook: Outlook) -> list[tuple[str, str]]:
    """The expected kind with each word by which an outcome may name who takes part, where it names nobody otherwise."""
    expected = outlook.expected
    if expected is None or expected.actors or _is_negated(outlook.words):
        return []
    return [(expected.kind, word) for word in sorted(set(fold(outlook.words).split()))]


def _naming(outlook: Outlook, pool: Pool) -> list[Entry]:
    return [entry for key in names_sought(outlook) for entry in pool.by_name.get(key, {}).values()]


def _is_named(outlook: Outlook, entry: Entry) -> bool:
    """Whether an outcome's words name two who took part, of two parties, in an entry of the expected kind."""
    words = set(names_sought(outlook))
    return len({party(actor) for actor in _actors(entry) if (entry.kind, speaker_key(actor)) in words}) > 1


def _has_part(outlook: Outlook, entry: Entry) -> bool:
    """Whether the entry is of the kind expected, and the one who pledged takes part in it."""
    if outlook.expected and entry.kind != outlook.expected.kind:
        return False
    acting = parties(_actors(entry))
    return outlook.event.kind != "pledge" or any(party(actor) in acting for actor in outlook.actors)


def _actors(entry: Entry) -> tuple[Actor, ...]:
    """Who takes part in an entry."""
    record = entry.record
    if isinstance(record, Agreement):
        return record.parties
    return next((found for field in ACTOR_FIELDS if isinstance(found := getattr(record, field, None), tuple)), ())

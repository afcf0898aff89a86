"""Which entries bear on what was expected: those that did it, did part of it, or put an end to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

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
from dragoman.kinds.meeting import FAMILIES
from dragoman.kinds.windows import apart_in_time, is_close, is_dated
from dragoman.resolve.anchored import names_truce
from dragoman.resolve.outlook import Outlook
from dragoman.resolve.taking_part import are_those, handles_of
from dragoman.resolve.wording import Said, Wording
from dragoman.types import Actor, Entry, When

DONE = frozenset({"held", "ongoing", "reached"})
UNDONE = frozenset({"cancelled", "denied", "broken"})
ENOUGH_WORDS = 3
"""Words that count which an outcome must have before its words alone may find what did it."""
SHARED_WORDS = 0.75
NEGATED = re.compile(r"\b(?:not|never|no|without)\b|n['’]t\b", re.IGNORECASE)
"""An outcome that something will not happen is never matched by its words: what did not happen leaves no entry."""
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


class Pool(Struct, frozen=True):
    """The entries that can decide something, filed so that an outlook asks only those that may fit it.

    `done` took place on days known to a week, `undone` were called off, denied or broken; both by kind and by
    the names, parties and offices of who took part.
    `by_name` are the done ones by kind and the surname or name of each who took part, `by_word` by the words of their
    line and first evidence and their last day. `forecasts` are by speaker and by the words of what they foresee.
    """

    done: dict[tuple[str, str], list[Entry]]
    undone: dict[tuple[str, str], list[Entry]]
    by_name: dict[tuple[str, str], list[Entry]]
    by_word: Wording
    forecasts: dict[str, Wording]


def pool_of(entries: Iterable[Entry]) -> Pool:
    """The entries filed, each list in the order of the entries."""
    pool = Pool({}, {}, {}, Wording(()), {})
    done: list[Said] = []
    forecasts: dict[str, list[Said]] = {}
    for entry in entries:
        record = entry.record
        if isinstance(record, Forecast) and entry.first_seen:
            said = Said(entry, words_of(record.outcome), entry.first_seen)
            forecasts.setdefault(speaker_key(record.speaker), []).append(said)
        status, when = getattr(record, "status", ""), _when(entry)
        if status in UNDONE:
            for one in handles_of(_actors(entry)):
                pool.undone.setdefault((entry.kind, one), []).append(entry)
        if status in DONE and is_close(when):
            _file_done(entry, pool)
            if when and when.end:
                done.append(Said(entry, _words(entry), when.end))
    by_speaker = {speaker: Wording(said) for speaker, said in forecasts.items()}
    return Pool(pool.done, pool.undone, pool.by_name, Wording(done), by_speaker)


def _file_done(entry: Entry, pool: Pool) -> None:
    for one in handles_of(_actors(entry)):
        pool.done.setdefault((entry.kind, one), []).append(entry)
    for name in {speaker_key(actor) for actor in _actors(entry)}:
        pool.by_name.setdefault((entry.kind, name), []).append(entry)


def _words(entry: Entry) -> frozenset[str]:
    return words_of(entry.line).union(*(words_of(e.quote) for e in entry.record.evidence))


def doers(outlook: Outlook, pool: Pool, as_of: date) -> tuple[Decider, ...]:
    """Entries that did what was expected, or part of it, whole ones first, the earliest first; only dated ones do."""
    expected, last = outlook.expected, outlook.last_that_counts()
    if expected and expected.actors:
        until = min(last or as_of, as_of)
        near = (entry for entry in _near(expected, pool.done) if _is_about_then(entry, outlook.clock.since, until))
        fitting = [entry for entry in near if _is_expected(expected, entry) and not _is_afar(outlook, entry)]
        found = [_dated(entry, outlook, whole=_mode_fits(expected, entry)) for entry in fitting]
    else:
        named = [entry for entry in _naming_both(outlook, pool) if expected and _mode_fits(expected, entry)]
        found = [_dated(entry, outlook, whole=True) for entry in (*named, *_saying_it(outlook, pool))]
    in_time = (decider for decider in found if decider and (last is None or decider.first <= last))
    return _by_day(one for one in in_time if one.first <= as_of and _is_not_another(one, outlook))


def _is_about_then(entry: Entry, since: date, until: date) -> bool:
    """Whether an entry's days may lie between two days: asked first, because it costs least."""
    when = _when(entry)
    start, end = (when.start, when.end) if when else (None, None)
    return start is not None and end is not None and since <= end and start - timedelta(days=ABOUT) <= until


def _is_not_another(decider: Decider, outlook: Outlook) -> bool:
    """Whether what came after the last day may still be what was expected: it must name the person or the place.

    And somebody must have told its day: that of the report, taken for want of another, makes nothing late.
    """
    last, when = outlook.clock.last_day(), _when(decider.entry)
    if last is None or decider.first <= last:
        return True
    return not (when and when.approx and when.rule in UNTOLD) and _is_surely(outlook, decider.entry)


UNTOLD = frozenset({"contact.running_day", "contact.readout_day", "contact.going_on"})
"""Rules by which a contact without a day has that of the story or of the report."""


def enders(outlook: Outlook, pool: Pool, as_of: date) -> tuple[Decider, ...]:
    """Entries by which what was expected was called off, denied or broken, by the day that this became known."""
    expected = outlook.expected
    if expected is None:
        return ()
    found = []
    for entry in _near(expected, pool.undone):
        seen = next((state.seen for state in entry.history if state.status in UNDONE), None)
        if seen is None or not outlook.clock.since <= seen <= as_of or entry.id == outlook.entry.id:
            continue
        if _is_expected(expected, entry) and not _was_known(outlook, entry) and _is_of_then(outlook, entry, seen):
            found.append(Decider(entry, seen, seen))
    return _by_day(found)


def revisions(outlook: Outlook, pool: Pool, as_of: date) -> tuple[Decider, ...]:
    """Later forecasts by which the same speaker moved what was expected to other days, in much the same words."""
    record = outlook.entry.record
    if not isinstance(record, Forecast) or record.speaker is None:
        return ()
    known = pool.forecasts.get(speaker_key(record.speaker), Wording(()))
    found = []
    for entry in known.having(words_of(record.outcome), LEAST_SHARE, outlook.clock.since):
        other, seen = entry.record, entry.first_seen
        if not isinstance(other, Forecast) or seen is None or not outlook.clock.since < seen <= as_of:
            continue
        moved = apart_in_time(record.window, other.window) and _one_event(record.expects, other.expects)
        if moved and same_speaker(record.speaker, other.speaker):
            found.append(Decider(entry, seen, seen))
    return _by_day(found)


def _one_event(a: Expected | None, b: Expected | None) -> bool:
    """Whether two forecasts in much the same words can be of one event: a meeting is not a call, whoever takes part."""
    return a is None or b is None or (a.kind, a.mode) == (b.kind, b.mode)


def _near(expected: Expected, filed: dict[tuple[str, str], list[Entry]]) -> list[Entry]:
    """The entries of the expected kind in which two of the expected may have a part."""
    lists = []
    for actor in expected.actors:
        found = {e.id: e for one in handles_of((actor,)) for e in filed.get((expected.kind, one), ())}
        lists.append(found)
    # Two of them are there, so one of them is who is not found most often.
    most = max(lists, key=len, default=None)
    near = {id: entry for found in lists if found is not most or len(lists) == 1 for id, entry in found.items()}
    return list(near.values())


def _by_day(found: Iterable[Decider]) -> tuple[Decider, ...]:
    return tuple(sorted(found, key=lambda decider: (not decider.whole, decider.first, decider.entry.id)))


def _dated(entry: Entry, outlook: Outlook, *, whole: bool) -> Decider | None:
    """The entry as a decider; None for the outlook itself, for what began before it, and for what was known with it."""
    when = _when(entry)
    if entry.id == outlook.entry.id or not when or not when.start or not when.end or _was_known(outlook, entry):
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
    there, here = (words_of(getattr(one.record, "place", None) or "") for one in (outlook.entry, entry))
    return share_a_person(persons(expected), came) or bool(there & here) or not persons(expected)


def _has_begun(outlook: Outlook, when: When) -> bool:
    """Whether what began before the time foreseen can be it: its days are only about, or it lasted into that day."""
    clock = outlook.clock
    if when.start is None or when.end is None or clock.soft or clock.due is None:
        return when.approx
    return when.approx or (when.start < when.end <= when.start + ROUND and when.end <= clock.due)


def _was_known(outlook: Outlook, entry: Entry) -> bool:
    """Whether only the text that looks ahead tells of it: that two agreed to speak again is not done by speaking."""
    first = outlook.entry.supports[0]
    ahead = {support.article for support in outlook.entry.supports if support.seen == first.seen}
    return all(support.article in ahead for support in entry.supports)


def _when(entry: Entry) -> When | None:
    when = getattr(entry.record, "when", None)
    return when if isinstance(when, When) else None


def _is_of_then(outlook: Outlook, entry: Entry, seen: date) -> bool:
    """Whether what was called off may be what was expected: of its days, or told before these were over."""
    when, last = _when(entry), outlook.clock.last_day()
    if outlook.clock.due is None or last is None:
        return True
    if not is_dated(when):
        return seen <= last
    return not apart_in_time(When("", min(outlook.clock.since, outlook.clock.due), outlook.clock.due), when)


def _is_expected(expected: Expected, entry: Entry) -> bool:
    """Whether an entry is of the kind expected and has enough of the expected parties."""
    return entry.kind == expected.kind and _type_fits(expected, entry) and are_those(expected.actors, _actors(entry))


def _type_fits(expected: Expected, entry: Entry) -> bool:
    """Whether an act is of the type expected; of a truce that is to be kept, whether its words name one."""
    if not isinstance(entry.record, Action):
        return True
    return entry.record.type == expected.mode and names_truce(entry.record)


def _is_afar(outlook: Outlook, entry: Entry) -> bool:
    """Whether a call or message stands against a meeting at a place that was named."""
    place = isinstance(outlook.entry.record, Contact) and outlook.entry.record.place
    return bool(place) and isinstance(entry.record, Contact) and entry.record.mode in AFAR


def _mode_fits(expected: Expected, entry: Entry) -> bool:
    """Whether a contact was had in the way that was expected; "talks" fits any way."""
    if not isinstance(entry.record, Contact):
        return True
    modes = {entry.record.mode, expected.mode or "talks"}
    return len(modes) == 1 or any(modes <= family for family in FAMILIES)


def _saying_it(outlook: Outlook, pool: Pool) -> list[Entry]:
    """Entries that have enough of an outcome's words; for a pledge, with its actor in them."""
    expected = words_of(outlook.words)
    if NEGATED.search(outlook.words) or len(expected) < ENOUGH_WORDS:
        return []
    near = pool.by_word.having(expected, SHARED_WORDS, outlook.clock.since)
    return [entry for entry in near if _has_part(outlook, entry)]


def _naming_both(outlook: Outlook, pool: Pool) -> list[Entry]:
    """Entries of the expected kind of which the outcome's words name two who took part, of two parties."""
    if outlook.expected is None or NEGATED.search(outlook.words):
        return []
    kind, words = outlook.expected.kind, set(fold(outlook.words).split())
    found: dict[str, tuple[Entry, set[str]]] = {}
    for word in sorted(words):
        for entry in pool.by_name.get((kind, word), ()):
            named = {party(actor) for actor in _actors(entry) if speaker_key(actor) == word}
            found.setdefault(entry.id, (entry, set()))[1].update(named)
    return [entry for entry, named in found.values() if len(named) > 1]


def _has_part(outlook: Outlook, entry: Entry) -> bool:
    """Whether the entry is of the kind expected, and the one who pledged takes part in it."""
    if outlook.expected and entry.kind != outlook.expected.kind:
        return False
    acting = parties(_actors(entry))
    return outlook.entry.kind != "pledge" or any(party(actor) in acting for actor in outlook.actors)


def _actors(entry: Entry) -> tuple[Actor, ...]:
    """Who takes part in an entry."""
    record = entry.record
    if isinstance(record, Agreement):
        return record.parties
    return next((found for field in ACTOR_FIELDS if isinstance(found := getattr(record, field, None), tuple)), ())

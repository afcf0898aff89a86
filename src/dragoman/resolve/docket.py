"""Verdicts that are kept while entries come and go: only what an entry bears on is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct

from dragoman.kinds.compare import LEAST_SHARE, speaker_key, words_of
from dragoman.kinds.forecast import Forecast
from dragoman.resolve.anchored import anchors_of, counted_window, counts_from_event
from dragoman.resolve.bearing import Sought as SoughtKey
from dragoman.resolve.bearing import Words, sought_by
from dragoman.resolve.matching import (
    SHARED_WORDS,
    Decider,
    Pool,
    doers,
    done_by,
    ended_by,
    enders,
    in_order,
    is_done,
    is_undone,
    keys_of,
    moved_by,
    names_of,
    names_sought,
    revisions,
    words_said,
    words_sought,
)
from dragoman.resolve.outlook import Outlook, outlook_of
from dragoman.resolve.planned import is_plan, is_told_ahead
from dragoman.resolve.rules import DUE_WITHIN, Case, ruled, verdict
from dragoman.resolve.taking_part import handles_of
from dragoman.resolve.wording import Sought
from dragoman.types import Entry, Verdict

ONE, LONG_AGO = timedelta(days=1), date(1, 2, 1)


class Kept(Struct):
    """What is known of an entry that looks ahead. Lists are of all days, in order; None where nobody asked yet."""

    outlook: Outlook
    done: list[Decider] | None = None
    ended: list[Decider] | None = None
    moved: list[Decider] | None = None
    counts: bool = False
    """Whether its days may be counted from an event that the ledger knows ("within two weeks of the summit")."""
    made: tuple[date, Verdict] | None = None
    """The last verdict and the day that it is of."""

    def deciders(self) -> Iterator[Decider]:
        """All that are known."""
        yield from chain(self.done or (), self.ended or (), self.moved or ())


Asked = tuple[str, Callable[[Outlook, Entry], Decider | None]]
"""A list of `Kept` and what decides whether an entry belongs there."""
DONE: Asked = ("done", done_by)
ENDED: Asked = ("ended", ended_by)
MOVED: Asked = ("moved", moved_by)


class Judgement(Struct, frozen=True):
    """A verdict, what its entry was looked for by, by which entries it and its days stand, the first and the last day
    on which it holds.

    That is as long as nothing comes in that is `sought`, and these entries stay as they are.
    """

    verdict: Verdict
    sought: frozenset[SoughtKey | Words] = frozenset()
    by: tuple[str, ...] = ()
    since: date = date.min
    until: date = date.max


class Docket:
    """The entries of a ledger, and what became of those that look ahead: the same whatever came and went before."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._pool = Pool(self._entries.values())
        self._plans: dict[str, dict[str, Entry]] = {}
        self._kept: dict[str, Kept] = {}
        self._seekers: Seekers | None = None
        """Made when something changes first: who asks once needs none."""
        self._open: dict[str, set[str]] = {}
        """Article id to the forecasts and pledges in it that may be told as a planned contact too."""
        self._decided: dict[str, set[str]] = {}
        """Entry id to the entries in whose lists it stands."""
        for entry in self._entries.values():
            self._plan(entry)
        for entry in self._entries.values():
            self._look(entry)

    # ---- changes ----------------------------------------------------------------------------------------------------

    def change(self, gone: Iterable[Entry], come: Iterable[Entry]) -> None:
        """Takes entries away, as they are here, and adds others; one that became another is gone and has come."""
        if self._seekers is None:
            self._seekers = Seekers(one.outlook for one in self._kept.values())
        articles: set[str] = set()
        for entry in [self._entries[one.id] for one in gone]:
            articles |= self._plan(entry, is_gone=True)
            self._forget(entry)
        added = {entry.id: entry for entry in come}
        for entry in added.values():
            self._entries[entry.id] = entry
            self._pool.add(entry)
            articles |= self._plan(entry)
        for id in {id for article in articles for id in self._open.get(article, ())} - added.keys():
            self._look(self._entries[id])
        for entry in added.values():
            self._look(entry)
        for entry in added.values():
            for id, asked in self._seekers.seeking(entry):
                self._tell(id, entry, asked)

    def _forget(self, entry: Entry) -> None:
        del self._entries[entry.id]
        self._pool.drop(entry)
        self._drop(entry.id)
        for article in {support.article for support in entry.supports}:
            self._open.get(article, set()).discard(entry.id)
        for id in self._decided.pop(entry.id, ()):
            kept = self._kept.get(id)
            if kept:
                kept.made = None
                for name, _ in (DONE, ENDED, MOVED):
                    known = getattr(kept, name)
                    if known is not None:
                        setattr(kept, name, [one for one in known if one.entry.id != entry.id])

    def _drop(self, id: str) -> None:
        kept = self._kept.pop(id, None)
        if kept and self._seekers:
            self._seekers.drop(kept.outlook)

    def _plan(self, entry: Entry, *, is_gone: bool = False) -> set[str]:
        """Files an entry that was planned under its articles, or takes it away; the articles."""
        articles = {support.article for support in entry.supports} if is_plan(entry) else set()
        for article in articles:
            plans = self._plans.setdefault(article, {})
            if is_gone:
                del plans[entry.id]
            else:
                plans[entry.id] = entry
        return articles

    def _look(self, entry: Entry) -> None:
        """Begins anew with an entry, where it looks ahead."""
        if is_told_ahead(entry.record):
            for support in entry.supports:
                self._open.setdefault(support.article, set()).add(entry.id)
        outlook = outlook_of(entry, self._plans)
        before = self._kept.get(entry.id)
        if before and before.outlook == outlook:
            return
        self._drop(entry.id)
        if outlook:
            self._kept[entry.id] = Kept(outlook, counts=counts_from_event(entry))
            if self._seekers:
                self._seekers.add(outlook)

    def _tell(self, id: str, entry: Entry, asked: Asked) -> None:
        """Adds an entry to a list of one that looks ahead, where it belongs there and somebody asked for the list."""
        (name, decide), kept = asked, self._kept[id]
        known: list[Decider] | None = getattr(kept, name)
        if known is None or any(one.entry.id == entry.id for one in known):
            return
        found = decide(kept.outlook, entry)
        if found:
            setattr(kept, name, in_order([*known, found]))
            kept.made = None
            self._decided.setdefault(entry.id, set()).add(id)

    # ---- verdicts ---------------------------------------------------------------------------------------------------

    def verdicts(self, as_of: date) -> dict[str, Verdict]:
        """The verdict of each entry that looks ahead, or that a person judged, by its id."""
        made = self._verdicts(as_of, None)
        return made | self._counted(made, as_of)

    def _verdicts(self, as_of: date, among: Container[str] | None) -> dict[str, Verdict]:
        """The same of some entries or (None) of all, but for days that are counted from an event."""
        looked_at = {id: kept for id, kept in self._kept.items() if among is None or id in among}
        made = {id: self._verdict(kept, as_of) for id, kept in looked_at.items() if not is_ruled(kept.outlook)}
        judged = {id: one for id, one in self._entries.items() if one.ruling and (among is None or id in among)}
        # Who judges a planned contact by hand judges what is foreseen in the same words.
        judged |= {id: kept.outlook.event for id, kept in looked_at.items() if id not in made and id not in judged}
        shown = _shown_by(judged.values(), self._entries.values())
        for id, by in judged.items():
            kept = self._kept.get(id)
            if by.ruling:
                clock = kept.outlook.clock if kept else None
                made[id] = ruled(self._entries[id], by.ruling, shown.get(by.id), clock)
        return made

    def judgements(self, as_of: date, among: Container[str] | None = None) -> dict[str, Judgement]:
        """The same with what each rests on, of some entries by id or (None) of all."""
        wanted = [id for id in self._entries if among is None or id in among]
        counts = any(self._kept[id].counts for id in wanted if id in self._kept)
        plain = self._verdicts(as_of, None if counts else among)
        counted = {id: Kept(outlook) for id, outlook in self._counted_outlooks(plain).items()} if counts else {}
        made = {id: (plain[id], counted.get(id)) for id in wanted if id in plain}
        return {id: self._judgement(id, one, own, as_of) for id, (one, own) in made.items()}

    def _judgement(self, id: str, plain: Verdict, counted: Kept | None, as_of: date) -> Judgement:
        kept = self._kept.get(id)
        if kept is None or kept.outlook.entry.ruling:
            return Judgement(plain)
        if is_ruled(kept.outlook):
            return Judgement(plain, frozenset(sought_by(kept.outlook, counts=kept.counts)), (kept.outlook.event.id,))
        own = counted or kept
        case = self._case(own, as_of)
        sought = frozenset((*sought_by(kept.outlook, counts=kept.counts), *sought_by(own.outlook, counts=False)))
        since, until = _holds(own, as_of)
        heads = {one.entry.id for one in (case.done, case.ended, case.moved) if one}
        turns = {since, until + ONE if until < date.max else None}
        heads |= {one.entry.id for one in own.deciders() if one.first in turns}
        made = verdict(case) if counted else plain
        return Judgement(made, sought, tuple(sorted(heads)), since, until)

    def _counted(self, made: Mapping[str, Verdict], as_of: date) -> dict[str, Verdict]:
        """The verdicts of what counts its days from an event: those are known only when all others are."""
        outlooks = self._counted_outlooks(made)
        return {id: verdict(self._case(Kept(outlook), as_of)) for id, outlook in outlooks.items()}

    def _counted_outlooks(self, made: Mapping[str, Verdict]) -> dict[str, Outlook]:
        """Those whose days are counted from an event that is known, as these have them."""
        counting = [kept for kept in self._kept.values() if kept.counts and not is_ruled(kept.outlook)]
        anchors = anchors_of(self._entries.values(), made) if counting else {}
        found = {}
        for kept in counting:
            entry = kept.outlook.entry
            outlook = outlook_of(entry, self._plans, counted_window(entry, anchors))
            if outlook and outlook != kept.outlook:
                found[entry.id] = outlook
        return found

    def _verdict(self, kept: Kept, as_of: date) -> Verdict:
        if kept.made is None or kept.made[0] != as_of:
            kept.made = (as_of, verdict(self._case(kept, as_of)))
        return kept.made[1]

    def _case(self, kept: Kept, as_of: date) -> Case:
        # In the order of the rules, and each only where the one before found nothing: most time goes into the last.
        outlook = kept.outlook
        if kept.done is None:
            kept.done = self._found(outlook, doers) if not outlook.stated else []
        done = _first(kept.done, as_of)
        ended = moved = None
        if done is None or not done.whole:
            if kept.ended is None:
                kept.ended = self._found(outlook, enders)
            ended = _first(kept.ended, as_of)
            if ended is None:
                if kept.moved is None:
                    kept.moved = self._found(outlook, revisions)
                moved = _first(kept.moved, as_of)
        return Case(outlook=outlook, as_of=as_of, done=done, ended=ended, moved=moved)

    def _found(self, outlook: Outlook, find: Callable[[Outlook, Pool], list[Decider]]) -> list[Decider]:
        found = find(outlook, self._pool)
        for one in found:
            self._decided.setdefault(one.entry.id, set()).add(outlook.entry.id)
        return found


def is_ruled(outlook: Outlook) -> bool:
    """Whether a person judged an entry, or the planned contact that it tells of in the same words."""
    return bool(outlook.entry.ruling or outlook.event.ruling)


def _holds(kept: Kept, as_of: date) -> tuple[date, date]:
    """The first and last day, around one, on which the clock and what is known by then leave a verdict as it is."""
    outlook, clock = kept.outlook, kept.outlook.clock
    if outlook.stated and not outlook.event.last_seen:
        return as_of, as_of  # its day may be that of the verdict
    lapses, ends = outlook.last_that_counts(), clock.last_day()
    turns = [
        clock.due - timedelta(days=DUE_WITHIN) if clock.due and clock.due > LONG_AGO else None,
        clock.due + ONE if clock.due and clock.due < date.max else None,
        ends + ONE if ends and ends < date.max else None,
        lapses + ONE if lapses and lapses < date.max else None,
        *(one.first for one in kept.deciders()),
    ]
    days = [day for day in turns if day]
    since = max((day for day in days if day <= as_of), default=date.min)
    return since, min((day - ONE for day in days if day > as_of), default=date.max)


def _first(found: Iterable[Decider], as_of: date) -> Decider | None:
    """The first in order of what can have happened by a day."""
    return next((one for one in found if one.first <= as_of), None)


def _shown_by(judged: Iterable[Entry], entries: Iterable[Entry]) -> dict[str, str]:
    """Each entry that a person judged and the id of the entry that was named as showing it, where one is there."""
    named = [(entry.id, entry.ruling.records) for entry in judged if entry.ruling and entry.ruling.records]
    homes = {support.record: entry.id for entry in entries for support in entry.supports} if named else {}
    found = ((id, next((homes[record] for record in records if record in homes), None)) for id, records in named)
    return {id: home for id, home in found if home}


class Seekers:
    """Who looks for what, filed so that a new entry finds those that it may bear on."""

    def __init__(self, outlooks: Iterable[Outlook]) -> None:
        self._by_actor: dict[tuple[str, str], set[str]] = {}
        self._by_name: dict[tuple[str, str], set[str]] = {}
        self._by_word = Sought()
        self._by_speaker: dict[str, Sought] = {}
        for outlook in outlooks:
            self.add(outlook)

    def add(self, outlook: Outlook) -> None:
        """Files what an entry looks for."""
        id, record = outlook.entry.id, outlook.entry.record
        for key in _actors_sought(outlook):
            self._by_actor.setdefault(key, set()).add(id)
        for key in names_sought(outlook):
            self._by_name.setdefault(key, set()).add(id)
        if words := words_sought(outlook):
            self._by_word.add(id, words, SHARED_WORDS)
        if isinstance(record, Forecast) and record.speaker:
            known = self._by_speaker.setdefault(speaker_key(record.speaker), Sought())
            known.add(id, words_of(record.outcome), LEAST_SHARE)

    def drop(self, outlook: Outlook) -> None:
        """Takes away what was filed as it is."""
        id, record = outlook.entry.id, outlook.entry.record
        for key in _actors_sought(outlook):
            self._by_actor[key].discard(id)
        for key in names_sought(outlook):
            self._by_name[key].discard(id)
        self._by_word.drop(id)
        if isinstance(record, Forecast) and record.speaker:
            self._by_speaker[speaker_key(record.speaker)].drop(id)

    def seeking(self, entry: Entry) -> Iterator[tuple[str, Asked]]:
        """The ids of those for whom an entry may be something, and what."""
        record = entry.record
        if is_undone(entry) or is_done(entry):
            near = {id for key in keys_of(entry) for id in self._by_actor.get(key, ())}
            yield from ((id, ENDED if is_undone(entry) else DONE) for id in near)
        if is_done(entry):
            named = {id for key in names_of(entry) for id in self._by_name.get(key, ())}
            yield from ((id, DONE) for id in named.union(self._by_word.near(words_said(entry))))
        if isinstance(record, Forecast) and (known := self._by_speaker.get(speaker_key(record.speaker))):
            yield from ((id, MOVED) for id in known.near(words_of(record.outcome)))


def _actors_sought(outlook: Outlook) -> list[tuple[str, str]]:
    expected = outlook.expected
    return [(expected.kind, one) for one in handles_of(expected.actors)] if expected else []

"""What every section of a brief is written from: the entries by kind, the verdicts, the parties, the day."""

from __future__ import annotations

import sys
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dragoman.brief.phrases import NO_DATE, day_words, party, when_words
from dragoman.errors import UsageError
from dragoman.kinds.phrasing import days, within
from dragoman.types import Actor, Article, Entry, Record, Verdict, When

R = TypeVar("R", bound=Record)
MOST_PARTIES = 5
SMALL_SHARE = 12
"""A side named less than once for every `SMALL_SHARE` times of the most named one is no party of the conflict."""


ACTING = {
    "contact": "participants",
    "proposal": "by",
    "response": "by",
    "demand": "by",
    "agreement": "parties",
    "action": "actor",
    "pledge": "by",
}
"""Kinds that make someone a party, and their field that has who does what they tell."""


Rank = tuple[int, int, str]
Ranked = tuple[Rank, Entry]
MOST = -sys.maxsize
"""Below all numbers of origins as `rank` has them."""


class Dossier(Struct, frozen=True, kw_only=True):
    """What is known of one negotiation on one day: entries, verdicts by entry id, articles by id.

    `head` is the last link of the ledger's chain, empty for a folder that was read in memory.
    """

    name: str
    entries: tuple[Entry, ...]
    verdicts: Mapping[str, Verdict]
    articles: Mapping[str, Article]
    head: str = ""


class View(Struct, frozen=True, kw_only=True):
    """Whose brief of which day. `shown` has how each entry stood when the reader was shown it (see `changes.standing`).

    Without a reader `shown` is None, and what changed is counted from the day `since`, if there is one.
    """

    as_of: date | None = None
    since: date | None = None
    reader: str | None = None
    shown: Mapping[str, str] | None = None


class Scene(Struct, frozen=True, kw_only=True):
    """A dossier made ready to be written about."""

    dossier: Dossier
    view: View
    by_kind: Mapping[str, tuple[Entry, ...]]
    parties: tuple[str, ...]

    def verdict(self, entry: Entry) -> Verdict | None:
        """What became of an entry; None where nothing is to come of it."""
        return self.dossier.verdicts.get(entry.id)

    def named(self, id: str) -> Entry:
        """The entry whose id begins so; UsageError where there is none or several."""
        found = [entry for entry in self.dossier.entries if entry.id.startswith(id)]
        if len(found) != 1:
            what = "no entry" if not found else f"{len(found)} entries"
            raise UsageError(f"{id}: {what} of that id; `dragoman timeline` prints the ids")
        return found[0]

    @property
    def year(self) -> int | None:
        """The year that days are written without."""
        return self.view.as_of.year if self.view.as_of else None


class Stage:
    """Entries in the order in which they are written about, kept while they come and go."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._ranked: list[Ranked] = sorted(((rank(entry), entry) for entry in entries), key=itemgetter(0))
        self._by_kind: dict[str, list[Ranked]] = {}
        self._sides: Counter[str] = Counter()
        for one in self._ranked:
            self._by_kind.setdefault(one[1].kind, []).append(one)
            for side in sides_of(one[1]):
                self._sides[side] += 1

    def change(self, gone: Iterable[Entry], come: Iterable[Entry]) -> None:
        """Takes entries away and adds others; one that became another is gone and has come."""
        for entry in gone:
            place = rank(entry)
            for ranked in (self._ranked, self._by_kind[entry.kind]):
                del ranked[bisect_left(ranked, place, key=itemgetter(0))]
            self._sides.subtract(sides_of(entry))
        for entry in come:
            for ranked in (self._ranked, self._by_kind.setdefault(entry.kind, [])):
                insort(ranked, (rank(entry), entry), key=itemgetter(0))
            self._sides.update(sides_of(entry))

    def scene(self, dossier: Dossier, view: View) -> Scene:
        """These entries, which are those of a dossier, as of the day of a view; without one of the last day."""
        if view.as_of is None:
            view = replace(view, as_of=last_day(dossier))
        by_kind = {kind: seen_on(ranked, view.as_of) for kind, ranked in self._by_kind.items() if ranked}
        return Scene(
            dossier=replace(dossier, entries=seen_on(self._ranked, view.as_of)),
            view=view,
            by_kind={kind: by_kind[kind] for kind in sorted(by_kind, key=lambda kind: rank(by_kind[kind][0]))},
            parties=parties(self._sides),
        )


def set_scene(dossier: Dossier, view: View) -> Scene:
    """The entries of a dossier by kind, each kind newest and best corroborated first, and the parties."""
    return Stage(dossier.entries).scene(dossier, view)


def seen_on(ranked: Sequence[Ranked], as_of: date | None) -> tuple[Entry, ...]:
    """The entries in their order, without days after that of the brief."""
    entries = tuple(entry for _, entry in ranked)
    later = bisect_left(ranked, (-as_of.toordinal(), MOST), key=lambda one: one[0][:2]) if as_of else 0
    if not later:
        return entries
    return tuple(sorted((*(seen_by(entry, as_of) for entry in entries[:later]), *entries[later:]), key=rank))


def seen_by(entry: Entry, as_of: date | None) -> Entry:
    """The entry without days after that of the brief: an undated article bears the day on which it was fetched."""
    if as_of is None or entry.last_seen is None or entry.last_seen <= as_of:
        return entry
    days = sorted(support.seen for support in entry.supports if support.seen and support.seen <= as_of)
    return replace(entry, first_seen=days[0] if days else None, last_seen=days[-1] if days else None)


def last_day(dossier: Dossier) -> date | None:
    """The last day of publication among the articles; None where no article bears one."""
    return max((article.published for article in dossier.articles.values() if article.published), default=None)


BACKGROUND = 30
"""Days after which a thing that is told is background."""


def rank(entry: Entry) -> Rank:
    """Newest first, then most origins; the id decides, so that the order never depends on that of arrival.

    What was long past when it was told is as old as it is: a chronicle of this week makes no news of last year.
    """
    seen = entry.last_seen.toordinal() if entry.last_seen else 0
    when = told_time(entry)
    past = when.end.toordinal() if when and when.end else seen
    return (-past if seen - past > BACKGROUND else -seen, -len(entry.origins), entry.id)


def each(scene: Scene, kind: type[R]) -> Iterator[tuple[Entry, R]]:
    """The entries of one kind with their records, in the order of `rank`."""
    for entry in scene.by_kind.get(str(kind.__struct_config__.tag), ()):
        if isinstance(entry.record, kind):
            yield entry, entry.record


def parties(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The sides that meet, offer, answer, demand and act most often, of how often each does, at most `MOST_PARTIES`.

    Statements don't count: a foreign minister who comments on a conflict is no party to it.
    """
    floor = max(counts.values(), default=0) / SMALL_SHARE
    ranked = sorted(counts, key=lambda side: (-counts[side], side))
    return tuple(side for side in ranked if counts[side] and counts[side] >= floor)[:MOST_PARTIES]


def sides_of(entry: Entry) -> set[str]:
    """The sides that do what an entry tells, of the kinds that make someone a party."""
    if entry.kind not in ACTING:
        return set()
    return {side for actor in doers(entry.kind, entry.record) if (side := party(actor))}


def doers(kind: str, record: Record) -> tuple[Actor, ...]:
    """Who does what a record tells, of the kinds that make someone a party."""
    acting: tuple[Actor, ...] | Actor | None = getattr(record, ACTING[kind]) if kind in ACTING else None
    return (acting,) if isinstance(acting, Actor) else acting or ()


def when_of(record: Record) -> When | None:
    """The days on which a thing happened or is to happen; None where the record has none."""
    when = getattr(record, "when", None) or getattr(record, "window", None) or getattr(record, "deadline", None)
    return when if isinstance(when, When) else None


def event_day(entry: Entry) -> date | None:
    """The first day of a thing, else the day on which it became known."""
    when = when_of(entry.record)
    return (when and (when.start or when.end)) or entry.first_seen


def told_time(entry: Entry) -> When | None:
    """When a thing happened, a demand was put or a promise made, as far as it is told."""
    when = getattr(entry.record, "when", None) or getattr(entry.record, "made", None)
    return when if isinstance(when, When) else None


def news_day(entry: Entry) -> date | None:
    """The day under which a thing is news: when it happened, and for what is still to come when it became known."""
    when = told_time(entry)
    happened = when.start if when else None
    return min((day for day in (happened, entry.first_seen) if day), default=None)


def happened_words(entry: Entry, year: int | None) -> str:
    """The days on which a thing happened, else "reported Tue 18 Mar": the day of a report is not the day of a thing."""
    when = told_time(entry)
    if when and (when.start or when.end):
        return when_words(when, year)
    return f"reported {day_words(entry.first_seen, year)}" if entry.first_seen else NO_DATE


def dated_line(entry: Entry, year: int | None = None) -> str:
    """An entry's line, its days before a colon: a kind parts them from its words by two blanks.

    Days that aren't in `year` have theirs: an entry's own line leaves it out, whatever the year of the brief.
    """
    head, gap, _ = entry.line.partition("  ")
    known = days(told_time(entry), year) or head
    return f"{known}: {bare_line(entry, year)}" if gap and head else bare_line(entry, year)


def bare_line(entry: Entry, year: int | None = None) -> str:
    """An entry's line without its days, for a line that has them in its left column; years as in `dated_line`."""
    words = entry.line.split("  ", 1)[-1]
    for field in ("window", "deadline"):
        told = within(getattr(entry.record, field, None))
        if told and words.endswith(told):
            return words.removesuffix(told) + within(getattr(entry.record, field), year)
    return words

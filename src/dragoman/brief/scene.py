"""What every section of a brief is written from: the entries by kind, the verdicts, the parties, the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
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


def set_scene(dossier: Dossier, view: View) -> Scene:
    """The entries of a dossier by kind, each kind newest and best corroborated first, and the parties."""
    if view.as_of is None:
        view = replace(view, as_of=last_day(dossier))
    entries = tuple(sorted((seen_by(entry, view.as_of) for entry in dossier.entries), key=rank))
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.kind, []).append(entry)
    by_kind = {kind: tuple(group) for kind, group in groups.items()}
    return Scene(dossier=replace(dossier, entries=entries), view=view, by_kind=by_kind, parties=parties(entries))


def seen_by(entry: Entry, as_of: date | None) -> Entry:
    """The entry without days after that of the brief: an undated article bears the day on which it was fetched."""
    if as_of is None or entry.last_seen is None or entry.last_seen <= as_of:
        return entry
    days = sorted(support.seen for support in entry.supports if support.seen and support.seen <= as_of)
    return replace(entry, first_seen=days[0] if days else None, last_seen=days[-1] if days else None)


def last_day(dossier: Dossier) -> date | None:
    """The last day of publication among the articles; None where no article bears one."""
    return max((article.published for article in dossier.articles.values() if article.published), default=None)


def rank(entry: Entry) -> tuple[int, int, str]:
    """Newest first, then most origins; the id decides, so that the order never depends on that of arrival."""
    seen = entry.last_seen.toordinal() if entry.last_seen else 0
    return (-seen, -len(entry.origins), entry.id)


def each(scene: Scene, kind: type[R]) -> Iterator[tuple[Entry, R]]:
    """The entries of one kind with their records, in the order of `rank`."""
    for entry in scene.by_kind.get(str(kind.__struct_config__.tag), ()):
        if isinstance(entry.record, kind):
            yield entry, entry.record


def parties(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The sides that meet, offer, answer, demand and act most often in the entries, at most `MOST_PARTIES`.

    Statements don't count: a foreign minister who comments on a conflict is no party to it.
    """
    counts: Counter[str] = Counter()
    for entry in entries:
        if entry.kind in ACTING:
            for side in {party(actor) for actor in doers(entry.kind, entry.record)}:
                if side:
                    counts[side] += 1
    floor = max(counts.values(), default=0) / SMALL_SHARE
    ranked = sorted(counts, key=lambda side: (-counts[side], side))
    return tuple(side for side in ranked if counts[side] >= floor)[:MOST_PARTIES]


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


def news_day(entry: Entry) -> date | None:
    """The day under which a thing is news: when it happened, and for what is still to come when it became known."""
    when = getattr(entry.record, "when", None)
    happened = when.start if isinstance(when, When) else None
    return min((day for day in (happened, entry.first_seen) if day), default=None)


def happened_words(entry: Entry, year: int | None) -> str:
    """The days on which a thing happened, else "reported Tue 18 Mar": the day of a report is not the day of a thing."""
    when = getattr(entry.record, "when", None)
    if isinstance(when, When) and (when.start or when.end):
        return when_words(when, year)
    return f"reported {day_words(entry.first_seen, year)}" if entry.first_seen else NO_DATE


def dated_line(entry: Entry, year: int | None = None) -> str:
    """An entry's line, its days before a colon: a kind parts them from its words by two blanks.

    Days that aren't in `year` have theirs: an entry's own line leaves it out, whatever the year of the brief.
    """
    head, gap, _ = entry.line.partition("  ")
    known = days(getattr(entry.record, "when", None), year) or head
    return f"{known}: {bare_line(entry, year)}" if gap and head else bare_line(entry, year)


def bare_line(entry: Entry, year: int | None = None) -> str:
    """An entry's line without its days, for a line that has them in its left column; years as in `dated_line`."""
    words = entry.line.split("  ", 1)[-1]
    for field in ("window", "deadline"):
        told = within(getattr(entry.record, field, None))
        if told and words.endswith(told):
            return words.removesuffix(told) + within(getattr(entry.record, field), year)
    return words

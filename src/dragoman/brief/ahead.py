"""What is to come, or should have come, among entries that are all at hand; how a brief counts and sorts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from dragoman.kinds.forecast import Forecast
from dragoman.ledger.judged import CLOCKS, NOBODY, Clock, Foreseen, Person, Told
from dragoman.merge.filing import rank
from dragoman.resolve.record import foreseen, speaker_of
from dragoman.types import Entry, Evidence, Verdict

OPEN = frozenset({"open", "due", "overdue"})
FAILED = frozenset({"failed", "overdue"})
CLOSED = frozenset({"came_true", "late", "partly", "failed", "overtaken", "withdrawn"})
"""Outcomes that are none of the clock alone."""
LOOKING_AHEAD = ("contact", "pledge", "forecast")
"""Kinds of which something may be due, in the order in which their words count."""
ByKind = Mapping[str, Sequence[Entry]]


class Due(Struct, frozen=True, kw_only=True):
    """One thing that is to come, or should have come."""

    entry: Entry
    verdict: Verdict
    clock: Clock
    day: date


def due_among(by_kind: ByKind, verdicts: Mapping[str, Verdict], as_of: date | None) -> list[Due]:
    """Everything open that has a day, each thing once: a forecast in the words of a planned contact is that contact."""
    taken: dict[str, list[tuple[Entry, Evidence]]] = {}
    items: list[Due] = []
    for entry in (entry for kind in LOOKING_AHEAD for entry in by_kind.get(kind, ())):
        verdict = verdicts.get(entry.id)
        if verdict is None or verdict.due is None or verdict.outcome not in OPEN or _told_already(entry, taken):
            continue
        for support in entry.supports:
            taken.setdefault(support.article, []).extend((entry, evidence) for evidence in support.evidence)
        items.append(Due(entry=entry, verdict=verdict, clock=clock_of(verdict, as_of), day=verdict.due))
    return sorted(items, key=in_order)


def _told_already(entry: Entry, taken: Mapping[str, Sequence[tuple[Entry, Evidence]]]) -> bool:
    """Whether an entry of another kind stands on some of the same words."""
    return any(
        other.kind != entry.kind and evidence.start < words.end and words.start < evidence.end
        for support in entry.supports
        for other, words in taken.get(support.article, ())
        for evidence in support.evidence
    )


def is_weighty(entry: Entry) -> bool:
    """Whether an entry can decide it: something arranged or promised, or a named speaker's forecast of such a thing."""
    record = entry.record
    return not isinstance(record, Forecast) or (record.expects is not None and record.speaker is not None)


def clock_of(verdict: Verdict, as_of: date | None) -> Clock:
    """Whether a thing is overdue, past its day and not yet overdue, due on a day, or due about a day."""
    if verdict.outcome == "overdue":
        return "overdue"
    if verdict.due is not None and as_of is not None and verdict.due < as_of:
        return "past"
    return "soft" if verdict.soft else "due"


def in_order(item: Due) -> tuple[int, int, int, str]:
    """Sorts what is to come: clock by clock, each by its days."""
    return (CLOCKS.index(item.clock), place_of(item.clock, item.day), -len(item.entry.origins), item.entry.id)


def place_of(clock: Clock, day: date) -> int:
    """Where a day stands on a clock: of what is over the latest comes first, of what is to come the next."""
    return -day.toordinal() if clock in ("overdue", "past") else day.toordinal()


# ---- as it is counted and sorted ------------------------------------------------------------------------------------


def told_ahead(by_kind: ByKind, verdicts: Mapping[str, Verdict], as_of: date | None) -> list[Foreseen]:
    """Each verdict with what a brief of that day counts and sorts it by, in the order of the verdicts.

    `by_kind` needs no other kinds than `LOOKING_AHEAD`, each in the order of `rank`.
    """
    items = {item.entry.id: item for item in due_among(by_kind, verdicts, as_of)}
    both = sorted((entry for kind in ("forecast", "pledge") for entry in by_kind.get(kind, ())), key=rank)
    people = {
        id: (number, name)
        for number, (name, mine) in enumerate(foreseen(both, verdicts))
        for id in mine
    }  # fmt: skip
    entries = {entry.id: entry for kind in LOOKING_AHEAD for entry in by_kind.get(kind, ())}
    return [
        _told(one, entries.get(id), items.get(id), people.get(id, (NOBODY, ""))) for id, one in verdicts.items()
    ]  # fmt: skip


def _told(verdict: Verdict, entry: Entry | None, item: Due | None, who: tuple[int, str]) -> Foreseen:
    number, name = who
    kind = entry.kind if entry else verdict.entry.partition("-")[0]
    return Foreseen(
        verdict=verdict,
        kind=kind,
        rank=rank(entry) if entry else (0, 0, verdict.entry),
        clock=item.clock if item else "",
        place=place_of(item.clock, item.day) if item else 0,
        is_light=bool(entry) and not is_weighty(entry),  # type: ignore[arg-type]  # bool(entry) is asked first
        person=number,
        name=name,
        speaker=speaker_of(entry) if entry and number != NOBODY else None,
    )


def by_weight(one: Foreseen) -> tuple[bool, int, int, str]:
    """Sorts what one clock has."""
    return (one.is_light, one.place, one.rank[1], one.rank[2])


def as_cited(told: Iterable[Told]) -> list[Told]:
    """What one foresaw and promised: what was decided first, of it what failed; then forecasts; then by `rank`."""
    return sorted(
        told,
        key=lambda one: (one.outcome not in CLOSED, one.outcome not in FAILED, one.kind != "forecast", one.rank),
    )


class Foretold:
    """What became of entries that are all at hand."""

    def __init__(self, by_kind: ByKind, verdicts: Mapping[str, Verdict], as_of: date | None) -> None:
        self._verdicts = verdicts
        self._entries = {entry.id: entry for kind in LOOKING_AHEAD for entry in by_kind.get(kind, ())}
        self._told = told_ahead(by_kind, verdicts, as_of)
        self._due = [item.entry for item in due_among(by_kind, verdicts, as_of)]

    def verdict(self, id: str) -> Verdict | None:
        """What became of an entry."""
        return self._verdicts.get(id)

    def count(self, clock: Clock | None = None) -> int:
        """How many things a clock has, or all clocks."""
        return sum(one.clock == clock if clock else bool(one.clock) for one in self._told)

    def next(self, clock: Clock, most: int) -> list[Entry]:
        """The first things of a clock."""
        several = sorted((one for one in self._told if one.clock == clock), key=by_weight)
        return [self._entries[one.rank[2]] for one in several[:most]]

    def due(self, most: int) -> list[Entry]:
        """The first things of all clocks, clock by clock and each by its days."""
        return self._due[:most]

    def latest_overdue(self) -> Entry | None:
        """What is overdue and was promised or arranged, else a forecast."""
        late = (one for one in self._told if one.clock == "overdue")
        first = min(late, key=lambda one: (one.kind == "forecast", *by_weight(one)), default=None)
        return self._entries[first.rank[2]] if first else None

    def people(self, most: int) -> tuple[list[Person], int]:
        """Who foresaw or promised things, the first of them, and how many people there are."""
        groups: dict[int, list[Foreseen]] = {}
        for one in self._told:
            if one.person != NOBODY:
                groups.setdefault(one.person, []).append(one)
        return [_person(groups[number]) for number in sorted(groups)[:most]], len(groups)


def _person(several: Sequence[Foreseen]) -> Person:
    return Person(several[0].name, tuple(Told(one.kind, one.rank, one.verdict.outcome) for one in several))

"""The clock: what is overdue, past its day, due on a day or about one; and who forecast and promised how well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from dragoman.brief.changes import DECIDED
from dragoman.brief.draft import Draft, Part, capped, draft
from dragoman.brief.phrases import short_day
from dragoman.brief.scene import Scene, bare_line, rank
from dragoman.kinds.forecast import Forecast
from dragoman.resolve.record import foreseen
from dragoman.types import Entry, Evidence, Verdict

OPEN = frozenset({"open", "due", "overdue"})
ENOUGH_TO_SCORE = 5
CAME_TRUE = frozenset({"came_true", "late", "partly"})
FAILED = frozenset({"failed", "overdue"})

Clock = Literal["overdue", "past", "due", "soft"]
KEEP: dict[Clock, int] = {"overdue": 4, "past": 3, "due": 6, "soft": 4}
"""Lines of each clock: what is long overdue must not push out what is due tomorrow."""
SPEAKERS = 6


class Due(Struct, frozen=True, kw_only=True):
    """One thing that is to come, or should have come."""

    entry: Entry
    verdict: Verdict
    clock: Clock
    day: date


def due(scene: Scene) -> Part:
    """Overdue first, the latest on top, and what is still open past its day; then what is due on a day, the next on
    top; then what is due about a day.

    Where a clock has too many, what an entry can decide stays: meetings, promises, forecasts of a meeting or a deal.
    """
    items = find_due(scene)
    kept: list[Due] = []
    for clock, keep in KEEP.items():
        told = sorted((item for item in items if item.clock == clock), key=lambda item: not is_weighty(item.entry))
        kept += sorted(told[:keep], key=_order)
    drafts = tuple(write_due(item, scene) for item in kept)
    return Part(id="due", title="Due / overdue", drafts=drafts, more=len(items) - len(kept), see="dragoman due")


def find_due(scene: Scene) -> list[Due]:
    """Everything open that has a day, each thing once: a forecast in the words of a planned contact is that contact."""
    taken: dict[str, list[tuple[Entry, Evidence]]] = {}
    items: list[Due] = []
    for entry in (entry for kind in ("contact", "pledge", "forecast") for entry in scene.by_kind.get(kind, ())):
        verdict = scene.verdict(entry)
        if verdict is None or verdict.due is None or verdict.outcome not in OPEN or _told_already(entry, taken):
            continue
        for support in entry.supports:
            taken.setdefault(support.article, []).extend((entry, evidence) for evidence in support.evidence)
        items.append(Due(entry=entry, verdict=verdict, clock=clock_of(verdict, scene.view.as_of), day=verdict.due))
    return sorted(items, key=_order)


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


def _order(item: Due) -> tuple[int, int, int, str]:
    place = tuple(KEEP).index(item.clock)
    day = item.day.toordinal()
    return (place, -day if item.clock in {"overdue", "past"} else day, -len(item.entry.origins), item.entry.id)


def write_due(item: Due, scene: Scene) -> Draft:
    """The line of one thing to come: "DUE 22 Mar", "OVERDUE 55 d", "OPEN since 18 Feb", "ABOUT 27 Apr" to the left."""
    as_of = scene.view.as_of
    day = short_day(item.day, scene.year)
    words: dict[Clock, str] = {"overdue": "OVERDUE since", "past": "OPEN since", "due": "DUE", "soft": "ABOUT"}
    label = f"{words[item.clock]} {day}"
    if item.clock == "overdue" and as_of:
        label = f"OVERDUE {(as_of - item.day).days} d"
    return draft(bare_line(item.entry, scene.year), [item.entry], label=label)


# ---- track record ---------------------------------------------------------------------------------------------------


def track_record(scene: Scene) -> Part:
    """What became of each speaker's forecasts and pledges, most decided first; a rate from five decided ones on.

    The speakers are those of `dragoman record`: all spellings of one name are one.
    """
    drafts, more = capped(speakers(scene), lambda one: write_record(one[0], forecasts_first(one[1], scene)), SPEAKERS)
    return Part(id="record", title="Track record", drafts=drafts, more=more, see="dragoman record")


def speakers(scene: Scene) -> tuple[tuple[str, Sequence[Entry]], ...]:
    """Who foresaw or promised something, most decided first, and what."""
    ahead = sorted((*scene.by_kind.get("forecast", ()), *scene.by_kind.get("pledge", ())), key=rank)
    return tuple(foreseen(ahead, scene.dossier.verdicts))


def forecasts_first(entries: Iterable[Entry], scene: Scene) -> tuple[tuple[Entry, Verdict], ...]:
    """What a speaker foresaw and promised, and what became of it, the forecasts first, each in the order given."""
    several = sorted(entries, key=lambda entry: not isinstance(entry.record, Forecast))
    return tuple((entry, scene.dossier.verdicts[entry.id]) for entry in several)


def write_record(name: str, items: Sequence[tuple[Entry, Verdict]]) -> Draft:
    """Counts of one speaker, what was decided cited first."""
    true = sum(verdict.outcome in CAME_TRUE for _, verdict in items)
    failed = sum(verdict.outcome == "failed" for _, verdict in items)
    overdue = sum(verdict.outcome == "overdue" for _, verdict in items)
    still_open = sum(verdict.outcome in ("open", "due") for _, verdict in items)
    counts = ((true, "came true"), (failed, "failed"), (overdue, "overdue"), (still_open, "open"))
    words = [f"{count} {outcome}" for count, outcome in counts if count]
    decided = true + failed + overdue
    if decided >= ENOUGH_TO_SCORE:
        words.append(f"{round(100 * true / decided)}% of those decided")
    else:
        words.append("too few to score")
    ranked = sorted(items, key=lambda item: (item[1].outcome not in DECIDED, item[1].outcome not in FAILED))
    return draft(", ".join(words), [entry for entry, _ in ranked], label=name)

"""The clock: what is overdue, past its day, due on a day or about one; and who forecast and promised how well."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from dragoman.brief.ahead import Due, as_cited, clock_of, due_among, in_order
from dragoman.brief.draft import MOST_CITED, Draft, Part, draft
from dragoman.brief.phrases import short_day
from dragoman.brief.scene import Scene, bare_line
from dragoman.brief.setting import Setting
from dragoman.ledger.judged import Clock, Person
from dragoman.resolve.rules import LASTING
from dragoman.types import Entry

ENOUGH_TO_SCORE = 5
CAME_TRUE = frozenset({"came_true", "late", "partly"})
KEEP: dict[Clock, int] = {"overdue": 4, "past": 3, "due": 6, "soft": 4}
"""Lines of each clock: what is long overdue must not push out what is due tomorrow."""
SPEAKERS = 6


def due(setting: Setting) -> Part:
    """Overdue first, the latest on top, and what is still open past its day; then what is due on a day, the next on
    top; then what is due about a day.

    Where a clock has too many, what an entry can decide stays: meetings, promises, forecasts of a meeting or a deal.
    """
    kept = [entry for clock, most in KEEP.items() for entry in setting.ahead.next(clock, most)]
    items = sorted((due_of(entry, setting) for entry in kept), key=in_order)
    drafts = tuple(write_due(item, setting) for item in items)
    more = setting.ahead.count() - len(kept)
    return Part(id="due", title="Due / overdue", drafts=drafts, more=more, see="dragoman due")


def due_of(entry: Entry, setting: Setting) -> Due:
    """An entry that is on a clock."""
    verdict = setting.verdict(entry)
    assert verdict is not None
    assert verdict.due is not None
    return Due(entry=entry, verdict=verdict, clock=clock_of(verdict, setting.view.as_of), day=verdict.due)


def find_due(scene: Scene) -> list[Due]:
    """Everything open that has a day, each thing once."""
    return due_among(scene.by_kind, scene.dossier.verdicts, scene.view.as_of)


def write_due(item: Due, scene: Setting) -> Draft:
    """The line of one thing to come: "DUE 22 Mar", "OVERDUE 55 d", "OPEN since 18 Feb", "ABOUT 27 Apr" to the left."""
    as_of = scene.view.as_of
    day = short_day(item.day, scene.year)
    words: dict[Clock, str] = {"overdue": "OVERDUE since", "past": "OPEN since", "due": "DUE", "soft": "ABOUT"}
    label = f"{words[item.clock]} {day}"
    if item.verdict.rule == LASTING:
        label = f"{'OPEN since' if item.clock == 'past' else 'ENDS'} {day}"
    if item.clock == "overdue" and as_of:
        label = f"OVERDUE {(as_of - item.day).days} d"
    return draft(bare_line(item.entry, scene.year), [item.entry], label=label)


# ---- track record ---------------------------------------------------------------------------------------------------


def track_record(setting: Setting) -> Part:
    """What became of each speaker's forecasts and pledges, most decided first; a rate from five decided ones on.

    The speakers are those of `dragoman record`: all spellings of one name are one.
    """
    people, count = setting.ahead.people(SPEAKERS)
    drafts = tuple(write_record(person, setting) for person in people)
    more = count - len(people)
    return Part(id="record", title="Track record", drafts=drafts, more=more, see="dragoman record")


def write_record(person: Person, setting: Setting) -> Draft:
    """Counts of one speaker, what was decided cited first."""
    outcomes: Counter[str] = Counter(one.outcome for one in person.told)
    true = sum(outcomes[one] for one in CAME_TRUE)
    failed, overdue = outcomes["failed"], outcomes["overdue"]
    counts = (
        (true, "came true"), (failed, "failed"), (overdue, "overdue"), (outcomes["lapsed"], "lapsed"),
        (outcomes["open"] + outcomes["due"], "open"),
    )  # fmt: skip
    words = [f"{count} {outcome}" for count, outcome in counts if count]
    decided = true + failed + overdue
    if decided >= ENOUGH_TO_SCORE:
        words.append(f"{round(100 * true / decided)}% of those decided")
    else:
        words.append("too few to score")
    ranked = as_cited(person.told)
    first = [setting.files.at(one.kind, one.rank) for one in ranked[:MOST_CITED]]
    line = draft(", ".join(words), first, label=person.name)
    return replace(line, entries=tuple(one.rank[2] for one in ranked))

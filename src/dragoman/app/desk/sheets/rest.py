"""The whole of a section that the brief cuts short, line by line as the brief writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from heapq import nsmallest
from typing import Annotated

from msgspec import Meta, Struct

from dragoman.app.desk.sheet import AskedOf, Seen, Sheet
from dragoman.app.desk.sheets.counted import Counted
from dragoman.brief.accounts import find_gaps, non_answers, write_gap, write_non_answer
from dragoman.brief.changes import find_changes, newest, write_change
from dragoman.brief.clock import due_of, write_due, write_record
from dragoman.brief.draft import Draft, Part, number
from dragoman.brief.nouns import Citation, Section
from dragoman.brief.setting import Setting
from dragoman.merge.filing import BY_HAND

Written = tuple[int, Sequence[Callable[[], Draft]]]
"""How many lines there are, and what writes each of the first ones: of many, only those that are shown are written."""


class AskedRest(AskedOf, frozen=True, kw_only=True, rename="kebab"):
    """A section of the brief by its id, and how many of its lines."""

    limit: Annotated[int, Meta(ge=1, le=5000)] = 500


class RestShown(Struct, frozen=True, kw_only=True):
    """All lines of a section, in the order of the brief; `section.more` of the `total` are left out."""

    heading: str
    as_of: date | None
    since: date | None
    reader: str | None
    section: Section
    total: int
    citations: tuple[Citation, ...]


def _changes(setting: Setting, most: int) -> Written:
    counted = Counted(find_changes(setting))
    first = nsmallest(most, counted, key=newest)
    return counted.count, [partial(write_change, one, setting) for one in first]


def _due(setting: Setting, most: int) -> Written:
    first = (due_of(entry, setting) for entry in setting.ahead.due(most))
    return setting.ahead.count(), [partial(write_due, one, setting) for one in first]


def _unanswered(setting: Setting, most: int) -> Written:
    several = non_answers(setting)
    return len(several), [partial(write_non_answer, entry, record, setting) for entry, record in several[:most]]


def _record(setting: Setting, most: int) -> Written:
    people, count = setting.ahead.people(most)
    return count, [partial(write_record, person, setting) for person in people]


def _gaps(setting: Setting, most: int) -> Written:
    counted = Counted(find_gaps(setting))
    first = nsmallest(most, counted, key=lambda gap: gap.sort)
    return counted.count, [partial(write_gap, gap) for gap in first]


WHOLE: Mapping[str, tuple[str, Callable[[Setting, int], Written]]] = {
    "changed": ("What changed", _changes),
    "due": ("Due / overdue", _due),
    "unanswered": ("Not answered", _unanswered),
    "record": ("Track record", _record),
    "gaps": ("Gaps", _gaps),
}
"""The sections that have no page of their own elsewhere: their titles, and what finds all their lines."""


def make(seen: Seen, asked: AskedRest) -> RestShown | None:
    """The section of that id; None where it is none of these."""
    if asked.id not in WHOLE:
        return None
    title, find = WHOLE[asked.id]
    scene = seen.scene
    total, lines = find(scene, asked.limit)
    drafts = tuple(write() for write in lines)
    files = scene.files
    by_hand = {entry.id: entry.by_hand for kind in files.kinds() for entry in files.filed(kind, BY_HAND)}
    part = Part(id=asked.id, title=title, drafts=drafts, more=total - len(drafts), see="")
    (section,), citations = number([part], scene.article, by_hand)
    return RestShown(
        heading=title,
        as_of=scene.view.as_of,
        since=scene.view.since,
        reader=scene.view.reader,
        section=section,
        total=total,
        citations=citations,
    )


SHEET = Sheet(
    name="rest",
    path="/brief/{id}",
    title="Brief",
    what="All lines of a section that the brief cuts short: changed, due, unanswered, record or gaps.",
    make=make,
    shown=RestShown,
    asked=AskedRest,
)

"""The whole of a section that the brief cuts short, line by line as the brief writes it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Annotated

from msgspec import Meta, Struct

from dragoman.app.desk.sheet import AskedOf, Seen, Sheet
from dragoman.brief.accounts import find_gaps, non_answers, write_gap, write_non_answer
from dragoman.brief.changes import find_changes, newest, write_change
from dragoman.brief.clock import find_due, write_due, write_record
from dragoman.brief.draft import Draft, Part, number
from dragoman.brief.nouns import Citation, Section
from dragoman.brief.scene import Scene

Written = Sequence[Callable[[], Draft]]
"""What writes each line: of many, only those that are shown are written."""


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


def _changes(scene: Scene) -> Written:
    return [partial(write_change, one, scene) for one in sorted(find_changes(scene), key=newest)]


def _due(scene: Scene) -> Written:
    return [partial(write_due, one, scene) for one in find_due(scene)]


def _unanswered(scene: Scene) -> Written:
    return [partial(write_non_answer, entry, record, scene) for entry, record in non_answers(scene)]


def _record(scene: Scene) -> Written:
    people, _ = scene.ahead.people(sys.maxsize)
    return [partial(write_record, person, scene) for person in people]


def _gaps(scene: Scene) -> Written:
    return [partial(write_gap, gap) for gap in sorted(find_gaps(scene), key=lambda gap: gap.sort)]


WHOLE: Mapping[str, tuple[str, Callable[[Scene], Written]]] = {
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
    lines = find(scene)
    drafts = tuple(write() for write in lines[: asked.limit])
    by_hand = {entry.id: entry.by_hand for entry in scene.dossier.entries if entry.by_hand}
    part = Part(id=asked.id, title=title, drafts=drafts, more=len(lines) - len(drafts), see="")
    (section,), citations = number([part], scene.article, by_hand)
    return RestShown(
        heading=title,
        as_of=scene.view.as_of,
        since=scene.view.since,
        reader=scene.view.reader,
        section=section,
        total=len(lines),
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

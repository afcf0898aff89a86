"""What each party wants on each issue, how old that is, and what it was before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from msgspec import Struct

from dragoman.app.desk.sheet import Asked, Seen, Sheet
from dragoman.app.desk.sheets.lines import Cite, cite_of
from dragoman.app.tables import ISSUES
from dragoman.brief.listing import listed, positions
from dragoman.lexicon import load_lexicon
from dragoman.types import Entry, State


class Stand(Struct, frozen=True, kw_only=True):
    """One thing that a party wants, offers, answers or agreed, and the statuses that it has had."""

    entry: str
    kind: str
    text: str
    first: date | None
    last: date | None
    origins: int
    history: tuple[State, ...]
    cite: Cite


class Cell(Struct, frozen=True):
    """What a party holds on an issue, what was told last first."""

    party: str
    stands: tuple[Stand, ...]


class Issue(Struct, frozen=True):
    """An issue, and a cell for each party that holds something on it."""

    id: str
    title: str
    cells: tuple[Cell, ...]


class PositionsShown(Struct, frozen=True, kw_only=True):
    """The issues, that with the most positions first, and the parties in the order of their weight."""

    as_of: date | None
    parties: tuple[str, ...]
    issues: tuple[Issue, ...]


@cache
def issue_words() -> Mapping[str, str]:
    """The issue of each word that has one."""
    return {word: row.means for row in reversed(load_lexicon().rows(ISSUES)) for word in row.words}


def make(seen: Seen, asked: Asked) -> PositionsShown:
    """The table of issues and parties."""
    issues = []
    for section in positions(seen.scene, issue_words()):
        stands: dict[str, list[Stand]] = {}
        for line in section.lines:
            entry = seen.entries[line.entries[0]]
            stands.setdefault(line.label, []).append(stand(entry, line.text, seen))
        cells = tuple(Cell(party, newest_first(stands[party])) for party in seen.scene.parties if party in stands)
        issues.append(Issue(section.id, section.title, cells))
    return PositionsShown(as_of=seen.scene.view.as_of, parties=seen.scene.parties, issues=tuple(issues))


def stand(entry: Entry, words: str, seen: Seen) -> Stand:
    """A line of the list without the id that a terminal needs, and what the entry adds to it."""
    return Stand(
        entry=entry.id,
        kind=entry.kind,
        text=words.removesuffix(listed(entry, "")),
        first=entry.first_seen,
        last=entry.last_seen,
        origins=len(entry.origins),
        history=entry.history,
        cite=cite_of(entry.supports[-1], seen),
    )


def newest_first(stands: list[Stand]) -> tuple[Stand, ...]:
    """What was told last first; of one day, in the order of the list."""
    return tuple(sorted(stands, key=lambda stand: -(stand.last.toordinal() if stand.last else 0)))


SHEET = Sheet(
    name="positions",
    path="/positions",
    title="Positions",
    what="Issue by issue what each party demands, offers, answers and agreed, how old it is, and what it was before.",
    make=make,
    shown=PositionsShown,
    is_in_menu=True,
)

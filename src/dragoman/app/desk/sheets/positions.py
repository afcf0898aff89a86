"""What each party wants on each issue, how old that is, and what it was before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from msgspec import Struct

from dragoman.app.desk.sheet import Asked, Seen, Sheet
from dragoman.app.desk.sheets.lines import Cite, cite_of, in_time
from dragoman.app.tables import ISSUES
from dragoman.brief.listing import OTHER, held_by
from dragoman.brief.stands import issue_words as title_of
from dragoman.lexicon import load_lexicon
from dragoman.types import Entry, State

MOST_STANDS = 30
"""Things of one party on one issue that the table holds."""
Held = tuple[Entry, Callable[[], str]]
"""An entry, and what writes its words."""


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
    """What a party holds on an issue, what was told last first; `more` are left out."""

    party: str
    stands: tuple[Stand, ...]
    more: int


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
    held: dict[str, dict[str, list[Held]]] = {}
    for party in seen.scene.parties:
        for issue, entry, write in held_by(party, seen.scene, issue_words()):
            held.setdefault(issue, {}).setdefault(party, []).append((entry, write))
    size = {issue: sum(map(len, cells.values())) for issue, cells in held.items()}
    ranked = sorted(held, key=lambda issue: (issue == OTHER, -size[issue], issue))
    return PositionsShown(
        as_of=seen.scene.view.as_of,
        parties=seen.scene.parties,
        issues=tuple(
            Issue(issue, title_of(issue), tuple(cell(party, several, seen) for party, several in held[issue].items()))
            for issue in ranked
        ),
    )


def cell(party: str, several: list[Held], seen: Seen) -> Cell:
    """What a party holds on an issue, what was told last first; of one day, in the order of the list."""
    newest = sorted(several, key=lambda one: -(one[0].last_seen.toordinal() if one[0].last_seen else 0))
    stands = tuple(stand(entry, write(), seen) for entry, write in newest[:MOST_STANDS])
    return Cell(party, stands, len(several) - len(stands))


def stand(entry: Entry, words: str, seen: Seen) -> Stand:
    """An entry as the table has it, in words without the id that a terminal needs."""
    return Stand(
        entry=entry.id,
        kind=entry.kind,
        text=words,
        first=entry.first_seen,
        last=entry.last_seen,
        origins=len(entry.origins),
        history=in_time(entry.history),
        cite=cite_of(entry.supports[-1], seen),
    )


SHEET = Sheet(
    name="positions",
    path="/positions",
    title="Positions",
    what="Issue by issue what each party demands, offers, answers and agreed, how old it is, and what it was before.",
    make=make,
    shown=PositionsShown,
    is_in_menu=True,
)

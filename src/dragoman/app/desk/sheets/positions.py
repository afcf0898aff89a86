"""What each party wants on each issue, how old that is, and what it was before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    held: dict[str, dict[str, Newest]] = {}
    for party in seen.scene.parties:
        for issue, entry, write in held_by(party, seen.scene, issue_words()):
            held.setdefault(issue, {}).setdefault(party, Newest()).add((entry, write))
    size = {issue: sum(cell.count for cell in cells.values()) for issue, cells in held.items()}
    ranked = sorted(held, key=lambda issue: (issue == OTHER, -size[issue], issue))
    return PositionsShown(
        as_of=seen.scene.view.as_of,
        parties=seen.scene.parties,
        issues=tuple(
            Issue(issue, title_of(issue), tuple(cell(party, told, seen) for party, told in held[issue].items()))
            for issue in ranked
        ),
    )


class Newest:
    """Of many things those that were told last, as many as are shown; of one day, in the order of their coming."""

    def __init__(self, several: Iterable[Held] = ()) -> None:
        self.count = 0
        self._several: list[Held] = []
        for one in several:
            self.add(one)

    def add(self, one: Held) -> None:
        """Takes one more, which comes behind the others of its day."""
        self.count += 1
        self._several.append(one)
        if len(self._several) > 4 * MOST_STANDS:
            self._several = self.first()

    def first(self) -> list[Held]:
        """Those that were told last."""
        newest = sorted(self._several, key=lambda one: -(one[0].last_seen.toordinal() if one[0].last_seen else 0))
        return newest[:MOST_STANDS]


def cell(party: str, told: Newest, seen: Seen) -> Cell:
    """What a party holds on an issue, what was told last first; of one day, in the order of the list."""
    stands = tuple(stand(entry, write(), seen) for entry, write in told.first())
    return Cell(party, stands, told.count - len(stands))


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

"""Issues by party: where each party was last heard on each issue, and how long ago."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from dragoman.brief.listing import OTHER, positions_of
from dragoman.brief.scene import Scene


class Cell(Struct, frozen=True, kw_only=True):
    """What one party said on one issue: how many entries, the latest of them and its words, its day and age in days."""

    issue: str
    side: str
    entries: tuple[str, ...]
    words: str
    day: date | None
    age: int | None


def matrix(scene: Scene, issues: Mapping[str, str]) -> tuple[Cell, ...]:
    """The cells that are not empty, the issue with most entries first, then by party; `issues` has a word's issue."""
    seen = {entry.id: entry.last_seen for entry in scene.dossier.entries}
    cells = [cell for side in scene.parties for cell in _cells(side, scene, issues, seen)]
    counts: dict[str, int] = {}
    for cell in cells:
        counts[cell.issue] = counts.get(cell.issue, 0) + len(cell.entries)
    return tuple(sorted(cells, key=lambda cell: (cell.issue == OTHER, -counts[cell.issue], cell.issue, cell.side)))


def _cells(side: str, scene: Scene, issues: Mapping[str, str], seen: Mapping[str, date | None]) -> list[Cell]:
    lines: dict[str, list[tuple[str, str]]] = {}
    for issue, line in positions_of(side, scene, issues):
        lines.setdefault(issue, []).append((line.entries[0], line.text))
    made = []
    for issue, told in lines.items():
        ranked = sorted(told, key=lambda one: (-(seen.get(one[0]) or date.min).toordinal(), one[0]))
        day, as_of = seen.get(ranked[0][0]), scene.view.as_of
        age = (as_of - day).days if day and as_of else None
        ids = tuple(dict.fromkeys(id for id, _ in ranked))
        made.append(Cell(issue=issue, side=side, entries=ids, words=ranked[0][1], day=day, age=age))
    return made

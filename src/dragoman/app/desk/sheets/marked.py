"""How closed what a page shows is: the highest marking of the articles and corrections that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dragoman.app.deciding import marked
from dragoman.app.desk.sheet import Seen
from dragoman.brief.scene import Scene
from dragoman.corrections.markings import highest
from dragoman.types import Entry, Marking, Verdict

OPEN: Marking = "CLEAR"


class Marks(Struct, frozen=True):
    """The markings above CLEAR of articles and of corrections, by their ids, and the verdicts by entry."""

    articles: Mapping[str, Marking]
    corrections: Mapping[str, Marking]
    verdicts: Mapping[str, Verdict]

    def of(self, entry: Entry) -> Marking:
        """How an entry is marked: as the most closed of its articles and of what people decided of it."""
        found = {self.articles.get(support.article, OPEN) for support in entry.supports} if self.articles else set()
        if self.corrections:
            verdict = self.verdicts.get(entry.id)
            notes = (*entry.by_hand, *([verdict.by_hand] if verdict and verdict.by_hand else []))
            found |= {self.corrections.get(note.correction, OPEN) for note in notes}
        return highest(found)

    def of_all(self, entries: Iterable[Entry]) -> Marking:
        """How several are marked together."""
        return highest(map(self.of, entries)) if self.articles or self.corrections else OPEN


def marks_of(seen: Seen) -> Marks:
    """The markings of what may be seen; asked of the ledger now, so that rows need not ask it later."""
    corrections = marked(seen.ledger) if seen.ledger.corrections() else {}
    return Marks(seen.once(marked_articles), corrections, seen.scene.dossier.verdicts)


def marking_of(seen: Seen, ids: Iterable[str]) -> Marking:
    """How a page is marked that shows the entries of some ids."""
    return marks_of(seen).of_all(seen.entries[id] for id in dict.fromkeys(ids) if id in seen.entries)


def marked_articles(scene: Scene) -> Mapping[str, Marking]:
    """The marking of each article above CLEAR."""
    return {id: one.marking for id, one in scene.dossier.articles.items() if one.marking != OPEN}

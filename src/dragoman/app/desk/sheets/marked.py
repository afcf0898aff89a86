"""How closed what a page shows is: the highest marking of the articles and corrections that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from dragoman.app.deciding import marked
from dragoman.app.desk.sheet import Seen
from dragoman.brief.calendar import Found
from dragoman.brief.setting import Setting
from dragoman.corrections.markings import MARKINGS, highest
from dragoman.merge.filing import BY_HAND
from dragoman.types import Entry, Marking

OPEN: Marking = "CLEAR"


class Marks(Struct, frozen=True):
    """The markings above CLEAR of articles and of corrections, by their ids, and where the verdicts are."""

    articles: Mapping[str, Marking]
    corrections: Mapping[str, Marking]
    setting: Setting

    def of(self, entry: Entry) -> Marking:
        """How an entry is marked: as the most closed of its articles and of what people decided of it."""
        found = {self.articles.get(support.article, OPEN) for support in entry.supports} if self.articles else set()
        return highest(found | set(self._by_hand(entry)))

    def _by_hand(self, entry: Entry) -> Iterator[Marking]:
        if self.corrections:
            verdict = self.setting.verdict(entry)
            notes = (*entry.by_hand, *([verdict.by_hand] if verdict and verdict.by_hand else []))
            yield from (self.corrections.get(note.correction, OPEN) for note in notes)

    def of_all(self, entries: Iterable[Entry]) -> Marking:
        """How several are marked together."""
        return highest(map(self.of, entries)) if self.articles or self.corrections else OPEN

    def of_found(self, found: Found) -> Marking:
        """How the entries are marked together that were found; of many, few are read for it."""
        calendar = found.calendar
        if calendar.levels is None:
            return self.of_all(calendar.entries[place] for place in found.among)
        level = int(calendar.levels[found.among].max(initial=0))
        if not self.corrections:
            return MARKINGS[level]
        files = self.setting.files
        decided = {one.id: one for kind in files.kinds() for one in files.filed(kind, BY_HAND)}
        entries = (calendar.entries[place] for place in found.among) if decided else ()
        notes = (marking for entry in entries if entry.id in decided for marking in self._by_hand(entry))
        return highest([MARKINGS[level], *notes])


def marks_of(seen: Seen) -> Marks:
    """The markings of what may be seen."""
    corrections = marked(seen.ledger) if seen.ledger.corrections() else {}
    return Marks(seen.keep("marked", seen.index.marked), corrections, seen.scene)


def marking_of(seen: Seen, ids: Iterable[str]) -> Marking:
    """How a page is marked that shows the entries of some ids."""
    found = (seen.entries.get(id) for id in dict.fromkeys(ids))
    return marks_of(seen).of_all(entry for entry in found if entry)

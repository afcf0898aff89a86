"""The entries of a ledger as they are stored, ready to be written about: what a section doesn't ask for isn't read."""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import Self

from msgspec.structs import replace

from dragoman.brief.held import seen_by
from dragoman.brief.setting import Census, View, parties_among
from dragoman.ledger.filed import Files
from dragoman.ledger.judged import Clock, Judged, Person
from dragoman.ledger.stocked import Stocked
from dragoman.types import Article, Entry, Verdict


class Kept:
    """What became of entries that look ahead (see `setting.Ahead`), as it is kept in a ledger."""

    def __init__(self, judged: Judged, files: Files) -> None:
        self._judged, self._files = judged, files

    def verdict(self, id: str) -> Verdict | None:
        """What became of an entry."""
        return self._judged.verdict(id)

    def count(self, clock: Clock | None = None) -> int:
        """How many things a clock has, or all clocks."""
        return self._judged.count(clock)

    def next(self, clock: Clock, most: int) -> list[Entry]:
        """The first things of a clock."""
        return [self._files.at(*place) for place in self._judged.next(clock, most)]

    def due(self, most: int) -> list[Entry]:
        """The first things of all clocks, clock by clock and each by its days."""
        return [self._files.at(*place) for place in self._judged.due(most)]

    def latest_overdue(self) -> Entry | None:
        """What is overdue and was promised or arranged, else a forecast."""
        place = self._judged.latest_overdue()
        return self._files.at(*place) if place else None

    def people(self, most: int) -> tuple[list[Person], int]:
        """Who foresaw or promised things, the first of them, and how many people there are."""
        count = self._judged.people()
        return [self._judged.person(number) for number in range(min(most, count))], count


class Stored:
    """A `Setting` of the last day of publication, over a moment of a ledger whose verdicts of that day are kept."""

    def __init__(self, name: str, stocked: Stocked, view: View) -> None:
        self.name, self.files, self._stocked = name, stocked.files, stocked
        self._articles = stocked.articles
        day = self._articles.last_day
        self.view = replace(view, as_of=view.as_of or day)
        if day:
            self.files.alter(day, [seen_by(entry, day) for entry in self.files.later_than(day)])
        self.parties = parties_among(self.files)
        self.ahead = Kept(stocked.judged, self.files)
        self.head = stocked.head()

    def since(self, day: date | None) -> Self:
        """The same, changes counted from a day."""
        other = copy(self)
        other.view = replace(self.view, since=day)
        return other

    @property
    def year(self) -> int | None:
        """The year that days are written without."""
        return self.view.as_of.year if self.view.as_of else None

    def verdict(self, entry: Entry) -> Verdict | None:
        """What became of an entry; None where nothing is to come of it."""
        return self.ahead.verdict(entry.id)

    def article(self, id: str) -> Article | None:
        """The article of that id."""
        return self._stocked.article(id)

    def census(self) -> Census:
        """The articles in numbers."""
        day = self.view.as_of.isoformat() if self.view.as_of else None
        later = sum(count for seen, count in self._articles.seen.items() if day and (not seen or seen > day))
        return Census(self._articles.count, self._articles.origins, later)

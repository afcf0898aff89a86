"""All entries of a dossier made ready to be written about, and the days and lines that sections write of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from dragoman.brief.ahead import Foretold
from dragoman.brief.held import Held, Lists
from dragoman.brief.held import seen_by as seen_by
from dragoman.brief.phrases import NO_DATE, day_words, when_words
from dragoman.brief.setting import Census, parties_among
from dragoman.brief.setting import View as View
from dragoman.brief.setting import each as each
from dragoman.errors import UsageError
from dragoman.kinds.phrasing import days, within
from dragoman.merge.filing import BACKGROUND as BACKGROUND
from dragoman.merge.filing import news_day as news_day
from dragoman.merge.filing import rank as rank
from dragoman.merge.filing import sides_of as sides_of
from dragoman.merge.filing import told_time
from dragoman.merge.witness import day_seen
from dragoman.types import Article, Entry, Record, Verdict, When


class Dossier(Struct, frozen=True, kw_only=True):
    """What is known of one negotiation on one day: entries, verdicts by entry id, articles by id.

    `head` is the last link of the ledger's chain, empty for a folder that was read in memory.
    """

    name: str
    entries: tuple[Entry, ...]
    verdicts: Mapping[str, Verdict]
    articles: Mapping[str, Article]
    head: str = ""


class Scene(Struct, frozen=True, kw_only=True, dict=True):
    """A dossier made ready to be written about: a `Setting`, all of whose entries are at hand."""

    dossier: Dossier
    view: View
    files: Held
    by_kind: Mapping[str, tuple[Entry, ...]]
    parties: tuple[str, ...]

    @cached_property
    def ahead(self) -> Foretold:
        """What became of the entries that look ahead."""
        return Foretold(self.by_kind, self.dossier.verdicts, self.view.as_of)

    def verdict(self, entry: Entry) -> Verdict | None:
        """What became of an entry; None where nothing is to come of it."""
        return self.dossier.verdicts.get(entry.id)

    def named(self, id: str) -> Entry:
        """The entry whose id begins so; UsageError where there is none or several."""
        found = [entry for entry in self.dossier.entries if entry.id.startswith(id)]
        if len(found) != 1:
            what = "no entry" if not found else f"{len(found)} entries"
            raise UsageError(f"{id}: {what} of that id; `dragoman timeline` prints the ids")
        return found[0]

    def article(self, id: str) -> Article | None:
        """The article of that id."""
        return self.dossier.articles.get(id)

    def census(self) -> Census:
        """The articles in numbers."""
        articles = self.dossier.articles.values()
        origins = {article.origin or article.outlet or article.id for article in articles}
        return Census(len(articles), len(origins), sum(is_later(article, self.view.as_of) for article in articles))

    @property
    def name(self) -> str:
        """What the dossier is called."""
        return self.dossier.name

    @property
    def head(self) -> str:
        """The last link of the ledger's chain, empty for a folder that was read in memory."""
        return self.dossier.head

    @property
    def year(self) -> int | None:
        """The year that days are written without."""
        return self.view.as_of.year if self.view.as_of else None


class Stage:
    """Entries in the order in which they are written about, kept while they come and go."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._lists = Lists(entries)

    def change(self, gone: Iterable[Entry], come: Iterable[Entry]) -> None:
        """Takes entries away and adds others; one that became another is gone and has come."""
        self._lists.change(gone, come)

    def scene(self, dossier: Dossier, view: View) -> Scene:
        """These entries, which are those of a dossier, as of the day of a view; without one of the last day."""
        if view.as_of is None:
            view = replace(view, as_of=last_day(dossier))
        files = self._lists.held(view.as_of)
        return Scene(
            dossier=replace(dossier, entries=self._lists.all(view.as_of)),
            view=view,
            files=files,
            by_kind={kind: files.all(kind) for kind in files.kinds()},
            parties=parties_among(files),
        )


def set_scene(dossier: Dossier, view: View) -> Scene:
    """The entries of a dossier by kind, each kind newest and best corroborated first, and the parties."""
    return Stage(dossier.entries).scene(dossier, view)


def is_later(article: Article, as_of: date | None) -> bool:
    """Whether an article became known after the day of the brief, as only one without a day of its own can."""
    seen = day_seen(article)
    return as_of is not None and (seen is None or seen > as_of)


def last_day(dossier: Dossier) -> date | None:
    """The last day of publication among the articles; None where no article bears one."""
    return max((article.published for article in dossier.articles.values() if article.published), default=None)


def when_of(record: Record) -> When | None:
    """The days on which a thing happened or is to happen; None where the record has none."""
    when = getattr(record, "when", None) or getattr(record, "window", None) or getattr(record, "deadline", None)
    return when if isinstance(when, When) else None


def event_day(entry: Entry) -> date | None:
    """The first day of a thing, else the day on which it became known."""
    when = when_of(entry.record)
    return (when and (when.start or when.end)) or entry.first_seen


def happened_words(entry: Entry, year: int | None) -> str:
    """The days on which a thing happened, else "reported Tue 18 Mar": the day of a report is not the day of a thing."""
    when = told_time(entry)
    if when and (when.start or when.end):
        return when_words(when, year)
    return f"reported {day_words(entry.first_seen, year)}" if entry.first_seen else NO_DATE


def dated_line(entry: Entry, year: int | None = None) -> str:
    """An entry's line, its days before a colon: a kind parts them from its words by two blanks.

    Days that aren't in `year` have theirs: an entry's own line leaves it out, whatever the year of the brief.
    """
    head, gap, _ = entry.line.partition("  ")
    known = days(told_time(entry), year) or head
    return f"{known}: {bare_line(entry, year)}" if gap and head else bare_line(entry, year)


def bare_line(entry: Entry, year: int | None = None) -> str:
    """An entry's line without its days, for a line that has them in its left column; years as in `dated_line`."""
    words = entry.line.split("  ", 1)[-1]
    for field in ("window", "deadline"):
        told = within(getattr(entry.record, field, None))
        if told and words.endswith(told):
            return words.removesuffix(told) + within(getattr(entry.record, field), year)
    return words

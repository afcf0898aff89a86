"""Many pages to many readings: one bad page is one line on stderr and never the end of the batch.

The reader, the parser and the fetcher are imported inside: a brief over a ledger needs none of them, and they take
more than a second.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

import click
import msgspec
from msgspec import Struct

from dragoman.app.failures import ALL_READ, SOME_FAILED, complain
from dragoman.app.rosters import lexicon_of
from dragoman.errors import DragomanError
from dragoman.kinds import AnyRecord
from dragoman.lexicon import Lexicon
from dragoman.types import Article, Defaults, Failure, Page, Reading

if TYPE_CHECKING:
    from dragoman.app.workers import Task


class Named(Protocol):
    """What can be told by a name: a page, or an article on its way to be read."""

    @property
    def name(self) -> str:
        """What a person would call it in an error."""
        ...


P = TypeVar("P", bound=Named)
R = TypeVar("R")
LANGUAGE_NAMES = "en"
"""The locale in which a skipped language is named."""


class Skipped(Struct, frozen=True):
    """A page that was had and not read: it is in a language that dragoman doesn't read."""

    name: str
    language: str


class Known(Struct, frozen=True):
    """A page whose article is in the ledger already; it was not read again."""

    name: str


Outcome = Reading | Failure | Skipped | Known


class Tally(Struct):
    """How a batch went. Counts grow as outcomes are taken; the only thing here that changes."""

    read: int = 0
    failed: int = 0
    known: int = 0
    undated: int = 0
    skipped: dict[str, int] = {}

    def status(self) -> int:
        """The exit status that tells it."""
        return SOME_FAILED if self.failed else ALL_READ

    def line(self) -> str:
        """One line: how many were read, failed and skipped, the languages named."""
        words = [f"{self.read} read", f"{self.failed} failed"]
        total = sum(self.skipped.values())
        languages = ", ".join(f"{count} {name}" for name, count in sorted(self.skipped.items()))
        words.append(f"{total} skipped" + (f" ({languages})" if languages else ""))
        if self.known:
            words.append(f"{self.known} known already")
        if self.undated:
            words.append(f"{self.undated} without a date of publication: their times stay unresolved")
        return ", ".join(words)


def defaults(published: date | None = None, outlet: str = "") -> Defaults:
    """What the command line says about pages that don't say it themselves, and the clock."""
    return Defaults(fetched=datetime.now(UTC), published=published.isoformat() if published else "", outlet=outlet)


def outcomes(
    sources: Iterable[str],
    given: Defaults,
    is_known: Callable[[Article], bool] = lambda article: False,
    *,
    times_alone: bool = False,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """What became of every page of the sources, in their order; a known article is parsed and not read again.

    With `times_alone` the readings have their times and no records, and no language model is loaded. With several
    `jobs` as many processes read; the outcomes are the same.
    """
    from dragoman.sources import pages

    if jobs > 1 and not times_alone:
        yield from _read_by_jobs(sources, given, is_known, jobs)
        return
    read_page = page_reader(is_known, times_alone=times_alone)
    for source in sources:
        lexicon = lexicon_of(source)
        for page in pages(source, given):
            yield page if isinstance(page, Failure) else outcome(page, partial(read_page, lexicon))


def _read_by_jobs(
    sources: Iterable[str], given: Defaults, is_known: Callable[[Article], bool], jobs: int
) -> Iterator[Outcome]:
    """The outcomes of `outcomes`: pages are parsed here and read elsewhere."""
    from dragoman.app.workers import Done, read_all

    for item in read_all(_tasks(sources, given, is_known), jobs):
        if not isinstance(item, Done):
            yield cast(Outcome, item)
        elif isinstance(item.reading, Exception):
            yield failure(item.task.name, item.reading)
        else:
            try:
                yield checked(item.reading)
            except Exception as error:
                yield failure(item.task.name, error)


def _tasks(
    sources: Iterable[str], given: Defaults, is_known: Callable[[Article], bool]
) -> Iterator[Task | Failure | Skipped | Known]:
    """The articles that are to be read, and in their places what became of the other pages.

    An article that comes twice is known the second time, though the ledger may not have it yet.
    """
    from dragoman.app.workers import Task
    from dragoman.models import rules_alone
    from dragoman.sources import pages

    sent: set[str] = set()
    parse_page = page_parser(lambda article: article.id in sent or is_known(article))
    for source in sources:
        lexicon_of(source)  # a roster that can't be read ends the batch before anything is read
        for page in pages(source, given):
            taken = page if isinstance(page, Failure) else outcome(page, parse_page)
            if not isinstance(taken, Article):
                yield taken
                continue
            if not sent and (reason := rules_alone()):
                complain(reason)
            sent.add(taken.id)
            yield Task(page.name, source, taken)


def page_parser(is_known: Callable[[Article], bool]) -> Callable[[Page], Article | Skipped | Known]:
    """What parses one page after another, and says which are not to be read; doubts about a day are told on stderr."""
    from dragoman.parse.parse import date_doubt, parse
    from dragoman.read import READ_LANGUAGES

    def parse_page(page: Page) -> Article | Skipped | Known:
        article = parse(page)
        if article.lang not in READ_LANGUAGES:
            return Skipped(page.name, language_name(article.lang))
        if is_known(article):
            return Known(page.name)
        if doubt := date_doubt(article, page.fetched.date()):
            complain(doubt)
        return article

    return parse_page


def page_reader(
    is_known: Callable[[Article], bool], *, times_alone: bool = False
) -> Callable[[Lexicon, Page], Outcome]:
    """What reads one page after another with some words, as `outcomes` does; doubts about them are told on stderr."""
    from dragoman.models import rules_alone
    from dragoman.read import read_article, read_times

    parse_page = page_parser(is_known)
    told = False

    def read_page(lexicon: Lexicon, page: Page) -> Outcome:
        article = parse_page(page)
        if not isinstance(article, Article):
            return article
        if times_alone:
            return read_times(article)
        nonlocal told
        if not told and (reason := rules_alone()):
            complain(reason)
        told = True
        return checked(read_article(article, lexicon))

    return read_page


def outcome(page: P, read_page: Callable[[P], R]) -> R | Failure:
    """The reading of one page, or why there is none; whatever goes wrong stays with this page."""
    try:
        return read_page(page)
    except Exception as error:  # one bad page is a failure row; the batch goes on
        return failure(page.name, error)


def failure(name: str, error: Exception) -> Failure:
    """Why there is no reading of a page, in one line that begins with its name."""
    if isinstance(error, DragomanError):
        return Failure(name, str(error) if name in str(error) else f"{name}: {error}")
    return Failure(name, f"{name}: could not be read ({type(error).__name__}: {error}); report this page")


def checked(reading: Reading) -> Reading:
    """The reading, its records proved to come back from their JSON: what doesn't would spoil a ledger for good."""
    msgspec.json.decode(msgspec.json.encode(reading.records), type=tuple[AnyRecord, ...])
    return reading


def language_name(code: str) -> str:
    """The English name of a language code; the code where it has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(code).get_display_name(LANGUAGE_NAMES) or code)
    except (UnknownLocaleError, ValueError):
        return code


def readings(taken: Iterable[Outcome], tally: Tally) -> Iterator[Reading]:
    """The readings among the outcomes; the others are told on stderr, and `tally` counts them all."""
    for item in taken:
        progress(tally)
        if isinstance(item, Reading):
            tally.read += 1
            tally.undated += item.article.published is None
            clear_progress()
            yield item
            continue
        if isinstance(item, Known):
            tally.known += 1
            continue
        clear_progress()
        if isinstance(item, Skipped):
            tally.skipped[item.language] = tally.skipped.get(item.language, 0) + 1
            complain(f"{item.name}: skipped, it is in {item.language}; only English is read")
        else:
            tally.failed += 1
            complain(item.message)
    clear_progress()


def progress(tally: Tally) -> None:
    """A count that overwrites itself on stderr, when a person is watching."""
    if sys.stderr.isatty():
        click.echo(f"\rreading … {tally.read}", err=True, nl=False)


def clear_progress() -> None:
    """Takes the count off the terminal again."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)

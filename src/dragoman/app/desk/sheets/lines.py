"""What many pages show: an entry as one line, and the words that carry it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from heapq import nsmallest

from msgspec import Struct

from dragoman.app.desk.sheet import Seen
from dragoman.brief.calendar import day_of
from dragoman.brief.phrases import clip, day_words, when_words
from dragoman.brief.scene import bare_line, news_day, seen_by
from dragoman.merge.filing import told_time
from dragoman.merge.witness import source_of
from dragoman.types import ByHand, Entry, State, Support

WIDTH = 280
QUOTE = 240


class Cite(Struct, frozen=True):
    """Where words stand: an article, a span of it in code points, half-open, words, how it is cited, its day."""

    article: str
    start: int
    end: int
    quote: str
    outlet: str
    published: date | None


class EntryLine(Struct, frozen=True, kw_only=True):
    """An entry in one line. `day` is when it happened or became known, `outcome` what became of it ("" for nothing).

    `days` are in words the days of the thing itself, a window as a window; without `is_known` those are not told, and
    the day of the first report stands there. `by_hand` is what people corrected, confirmed or decided of it.
    """

    entry: str
    kind: str
    day: date | None
    days: str
    is_known: bool
    text: str
    origins: int
    outcome: str
    is_disputed: bool
    by_hand: tuple[ByHand, ...]
    cite: Cite


class DatedLine(Struct, frozen=True):
    """An entry with the day on which a calendar has it; without `is_known` that is the day when it became known."""

    day: date | None
    is_known: bool
    line: EntryLine


def entry_line(entry: Entry, seen: Seen) -> EntryLine:
    """An entry as the pages list it."""
    verdict = seen.scene.verdict(entry)
    entry = seen_by(entry, seen.scene.view.as_of)
    days, is_known = days_of(entry, seen.scene.year)
    return EntryLine(
        entry=entry.id,
        kind=entry.kind,
        day=news_day(entry),
        days=days,
        is_known=is_known,
        text=clip(bare_line(entry, seen.scene.year), WIDTH),
        origins=len(entry.origins),
        outcome=verdict.outcome if verdict else "",
        is_disputed=bool(entry.disputes),
        by_hand=entry.by_hand,
        cite=cite_of(entry.supports[0], seen),
    )


def days_of(entry: Entry, year: int | None) -> tuple[str, bool]:
    """The days of a thing in words and True; of one that tells none the day of the first report and False."""
    when = told_time(entry)
    if when and (when.start or when.end):
        return when_words(when, year), True
    return day_words(entry.first_seen, year), False


def dated_line(entry: Entry, seen: Seen) -> DatedLine:
    """An entry as pages list it that go by the calendar."""
    return DatedLine(*day_of(entry), entry_line(entry, seen))


def entry_lines(entries: Iterable[Entry], seen: Seen, most: int | None = None) -> tuple[EntryLine, ...]:
    """Several entries as the pages list them, the newest first, at most so many."""
    known = (seen_by(entry, seen.scene.view.as_of) for entry in entries)
    newest = sorted(known, key=newest_first) if most is None else nsmallest(most, known, key=newest_first)
    return tuple(entry_line(entry, seen) for entry in newest)


def newest_first(entry: Entry) -> tuple[int, str]:
    """Sorts entries by the day that stands beside their line, the newest first, those of no day last."""
    day = _shown_day(entry)
    return (-(day.toordinal() if day else 0), entry.id)


def _shown_day(entry: Entry) -> date | None:
    """The first of the days that stand beside a line, so that the lines stand in the order of these."""
    when = told_time(entry)
    return (when and (when.start or when.end)) or entry.first_seen


def in_time(history: Iterable[State]) -> tuple[State, ...]:
    """The statuses of an entry by the days on which they became known, those of no day last."""
    return tuple(sorted(history, key=lambda state: (state.seen is None, state.seen or date.min)))


def cite_of(support: Support, seen: Seen, n: int = 0) -> Cite:
    """The n-th words of a record that speaks for an entry."""
    evidence = support.evidence[n]
    article = seen.scene.article(support.article)
    outlet = source_of(article) if article else ""
    return Cite(
        article=support.article,
        start=evidence.start,
        end=evidence.end,
        quote=clip(evidence.quote, QUOTE),
        outlet=outlet,
        published=article.published if article else support.seen,
    )

"""What every format is written from, and what a format is: pure functions from holdings to bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dragoman.kinds import BY_NAME
from dragoman.merge.witness import day_seen
from dragoman.types import Article, Entry, Evidence, Record, Support, Verdict, When


class Holdings(Struct, frozen=True, kw_only=True):
    """What is to be exported, in the order of the export: by day, then id.

    `entries` are merged, or, where `of_records` is set, each one record of one article under that record's id.
    `verdicts` are by entry id, `articles` by their own; `as_of` is the day of which all this is known.
    """

    name: str
    as_of: date | None
    entries: tuple[Entry, ...]
    verdicts: Mapping[str, Verdict]
    articles: Mapping[str, Article]
    of_records: bool = False

    @property
    def unit(self) -> str:
        """What one item is called in a count."""
        return "records" if self.of_records else "entries"


class Exported(Struct, frozen=True):
    """A file's bytes, and what the person at the keyboard must know of it: one line each."""

    body: bytes
    notes: tuple[str, ...] = ()


class Format(Struct, frozen=True):
    """A format by its name for `--as`: what it is, the version of the codebook or standard it follows, its writer."""

    name: str
    what: str
    codebook: str
    write: Callable[[Holdings], Exported]
    is_binary: bool = False


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries by the day of the thing, else of the first report; those without any day first; then by id."""
    return tuple(sorted(entries, key=lambda entry: (str(day_of(entry) or ""), entry.id)))


def day_of(entry: Entry) -> date | None:
    """The first day of a thing, else the day on which it became known."""
    when = when_of(entry.record)
    return (when and (when.start or when.end)) or entry.first_seen


def when_of(record: Record) -> When | None:
    """The days on which a thing happened or is to happen; None where the record has none."""
    when = getattr(record, "when", None) or getattr(record, "window", None) or getattr(record, "deadline", None)
    return when if isinstance(when, When) else None


def one_record(record: Record, article: Article) -> Entry:
    """A record as an entry of its own, under the record's id; whose side its outlet is on is not asked."""
    kind = str(record.__struct_config__.tag)
    seen = day_seen(article)
    origin = article.origin or article.outlet or article.name
    return Entry(
        id=record.id,
        kind=kind,
        record=record,
        line=BY_NAME[kind].line(record),
        supports=(Support(record.id, article.id, origin, None, seen, record.evidence),),
        origins=(origin,),
        corroboration="single",
        first_seen=seen,
        last_seen=seen,
    )


def since(holdings: Holdings, day: date) -> Holdings:
    """The holdings that were first told, or told again, after a day; what bears no day counts as new."""
    kept = tuple(entry for entry in holdings.entries if entry.last_seen is None or entry.last_seen > day)
    return replace(holdings, entries=kept)


def first_words(entry: Entry) -> tuple[str, Evidence]:
    """The article and the words that stand for an entry: the first of its first record."""
    return entry.supports[0].article, entry.supports[0].evidence[0]


def bare_line(entry: Entry) -> str:
    """An entry's line without its days, which a kind parts from its words by two blanks."""
    return entry.line.split("  ", 1)[-1]


def address_of(article: Article | None, fallback: str = "") -> str:
    """The URL of an article, else its name."""
    return (article.url or article.name) if article else fallback


def unmapped(count: int, holdings: Holdings, what: str) -> tuple[str, ...]:
    """One line such as "12 of 340 records have no PLOVER type"; none where all could be mapped."""
    total = len(holdings.entries)
    return (f"{count:,} of {total:,} {holdings.unit} {what}",) if count else ()

"""One article: its text with the words of every record marked, and the records."""

from __future__ import annotations

import re
from datetime import date, datetime

from msgspec import Struct

from dragoman.app.desk.sheet import AskedOf, Seen, Sheet
from dragoman.brief.passage import Piece, pieces
from dragoman.errors import UsageError
from dragoman.kinds import BY_NAME, AnyRecord
from dragoman.types import ByHand, Evidence, Marking, Record

SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


class AskedArticle(AskedOf, frozen=True, kw_only=True, rename="kebab"):
    """An article, and the words in it that were cited: `?at=120-188`, code points, half-open."""

    at: str = ""


class RecordShown(Struct, frozen=True):
    """A record of an article: its number there, the entry it is part of ("" for none that stands), and itself.

    `by_hand` is what people did to it.
    """

    n: int
    kind: str
    line: str
    entry: str
    record: AnyRecord
    by_hand: tuple[ByHand, ...] = ()


class ArticleShown(Struct, frozen=True, kw_only=True):
    """An article and its records in the order of their words; `cited` is the span that was asked for.

    `pieces` put together are the text, each with the numbers of the records that stand on it; `before` of them come
    before the cited words. `newer` is the id of the version that stands in its place, "" where it stands itself.
    """

    heading: str
    id: str
    name: str
    outlet: str
    origin: str
    published: date | None
    fetched: datetime | None
    url: str
    marking: Marking
    is_opinion: bool
    newer: str
    cited: tuple[int, int] | None
    pieces: tuple[Piece, ...]
    is_cited: tuple[bool, ...]
    records: tuple[RecordShown, ...]


def make(seen: Seen, asked: AskedArticle) -> ArticleShown | None:
    """The article of that id as it is, superseded or not; None where there is none to be seen."""
    article = seen.ledger.article(asked.id)
    if article is None:
        return None
    span = span_of(asked.at, len(article.text))
    records = sorted(seen.ledger.records(article.id), key=lambda record: (record.evidence[0].start, record.id))
    cut, flags = cut_at(article.text, records, span)
    notes = seen.ledger.notes(article.id)
    versions = seen.ledger.versions(article.url) if article.url else (article,)
    return ArticleShown(
        heading=article.title or article.name,
        id=article.id,
        name=article.name,
        outlet=article.outlet,
        origin=article.origin if article.origin != article.outlet else "",
        published=article.published,
        fetched=article.fetched,
        url=article.url,
        marking=article.marking,
        is_opinion=article.is_opinion,
        newer=versions[-1].id if versions and versions[-1].id != article.id else "",
        cited=span,
        pieces=cut,
        is_cited=flags,
        records=tuple(shown(n, record, seen, notes.get(record.id, ())) for n, record in enumerate(records, 1)),
    )


def shown(n: int, record: AnyRecord, seen: Seen, notes: tuple[ByHand, ...]) -> RecordShown:
    """A record as the page lists it."""
    kind = str(record.__struct_config__.tag)
    entry = seen.home(record.article, record.id)
    return RecordShown(n, kind, BY_NAME[kind].line(record), entry, record, notes)


def span_of(words: str, length: int) -> tuple[int, int] | None:
    """The span that "120-188" names in a text of that length; UsageError where it names none."""
    if not words:
        return None
    match = SPAN.fullmatch(words)
    start, end = (int(match[1]), int(match[2])) if match else (0, 0)
    if not start < end <= length:
        raise UsageError("at: this is no place in the text; it is written as 120-188")
    return start, end


def cut_at(
    text: str, records: list[AnyRecord], span: tuple[int, int] | None
) -> tuple[tuple[Piece, ...], tuple[bool, ...]]:
    """The pieces of the text, cut at the ends of the cited words too, and whether each is of those."""
    if span is None:
        cut = pieces(text, records)
        return cut, (False,) * len(cut)
    cited = Record(article="", evidence=(Evidence(*span, text[slice(*span)]),))
    last = len(records) + 1
    marked = pieces(text, [*records, cited])
    cut = tuple(Piece(p.text, tuple(n for n in p.numbers if n != last), p.ended) for p in marked)
    return cut, tuple(last in piece.numbers for piece in marked)


SHEET = Sheet(
    name="article",
    path="/article/{id}",
    title="Article",
    what="An article, its text cut where records begin and end, and its records.",
    make=make,
    shown=ArticleShown,
    asked=AskedArticle,
    form="article_form.html",
)

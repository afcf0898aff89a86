"""Sentences by their words, who says them, and when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from dragoman.app.desk.sheet import Asked, Seen, Sheet
from dragoman.app.desk.sheets.lines import Cite
from dragoman.brief.phrases import clip
from dragoman.errors import UsageError
from dragoman.kinds import BY_NAME
from dragoman.ledger import Hit, Query
from dragoman.types import Marking

LINE = 200


class AskedWords(Asked, frozen=True, kw_only=True, rename="kebab"):
    """Words, and what narrows them down; see docs/cli.md, `dragoman find`."""

    q: str = ""
    speaker: str = ""
    kind: str = ""
    first: date | None = None
    last: date | None = None
    limit: Annotated[int, Meta(ge=1, le=500)] = 40


class HitRecord(Struct, frozen=True):
    """A record that stands on a sentence that was found."""

    kind: str
    line: str
    entry: str


class HitShown(Struct, frozen=True):
    """A sentence that was found."""

    cite: Cite
    title: str
    marking: Marking
    records: tuple[HitRecord, ...]


class SearchShown(Struct, frozen=True, kw_only=True):
    """What was looked for and what was found; `is_more` where there are more than the limit."""

    q: str
    speaker: str
    kind: str
    first: date | None
    last: date | None
    limit: int
    kinds: tuple[str, ...]
    hits: tuple[HitShown, ...]
    is_more: bool


def make(seen: Seen, asked: AskedWords) -> SearchShown:
    """The sentences that hold all the words. UsageError where the words are no search, or the kind is none."""
    if asked.kind and asked.kind not in BY_NAME:
        raise UsageError(f"kind: there is none of that name; there are {', '.join(BY_NAME)}")
    hits: tuple[Hit, ...] = ()
    if asked.q.strip():
        query = Query(
            words=asked.q,
            speaker=asked.speaker or None,
            kind=asked.kind or None,
            first=asked.first,
            last=asked.last,
        )
        hits = seen.ledger.find(query, asked.as_of, asked.limit + 1)
    return SearchShown(
        q=asked.q,
        speaker=asked.speaker,
        kind=asked.kind,
        first=asked.first,
        last=asked.last,
        limit=asked.limit,
        kinds=tuple(BY_NAME),
        hits=tuple(shown(hit, seen) for hit in hits[: asked.limit]),
        is_more=len(hits) > asked.limit,
    )


def shown(hit: Hit, seen: Seen) -> HitShown:
    """A sentence as the page lists it."""
    article = seen.scene.article(hit.article) or seen.ledger.article(hit.article)
    records = tuple(
        HitRecord(kind, clip(BY_NAME[kind].line(record), LINE), seen.home(record.article, record.id))
        for record in hit.records
        for kind in (str(record.__struct_config__.tag),)
    )
    published = article.published if article else None
    name = hit.outlet or (article.name if article else "")
    cite = Cite(hit.article, hit.start, hit.end, hit.text, name, published or hit.seen)
    return HitShown(cite, article.title if article else "", article.marking if article else seen.clearance, records)


SHEET = Sheet(
    name="search",
    path="/search",
    title="Search",
    what="Sentences that hold all words; a phrase in quotation marks, word* a beginning, AND, OR, NOT are heeded.",
    make=make,
    shown=SearchShown,
    asked=AskedWords,
    is_in_menu=True,
    asks=True,
)

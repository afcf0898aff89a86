"""The difference between two days as text or as JSON; every line has citations, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from dragoman.brief.differ import BETWEEN, Change, FieldChange, Sort
from dragoman.brief.draft import Draft, Part, Words, number
from dragoman.brief.listing import LINE, listed
from dragoman.brief.nouns import Citation
from dragoman.brief.passage import place_words
from dragoman.brief.phrases import clip, day_words, quoted
from dragoman.brief.scene import Dossier, bare_line
from dragoman.brief.text import WIDTH, counted, section_text
from dragoman.types import Article, Entry

TITLES: dict[Sort, str] = {"new": "New", "changed": "Changed", "decided": "Decided", "gone": "Gone"}
"""The sections, in their order."""
FIELD_WIDTH = 80
QUOTE = 60
GONE = "no article tells it any more, or a person withdrew it"
STATEMENT = "statement"


class Diff(Struct, frozen=True, kw_only=True):
    """What changed in a dossier from the day `before` to the day `after`, and the articles of both."""

    dossier: str
    before: date
    after: date
    changes: tuple[Change, ...]
    articles: Mapping[str, Article]


def both_articles(before: Dossier, after: Dossier) -> dict[str, Article]:
    """The articles of two days by id: what is gone is cited from the first."""
    return {**before.articles, **after.articles}


def diff_text(diff: Diff, *, with_statements: bool) -> str:
    """Two lines of head, a section for each sort of change, and the citations with the places that `why` takes.

    Statements are only counted unless they are asked for: they are evidence, not news.
    """
    told = [change for change in diff.changes if with_statements or change.entry.kind != STATEMENT]
    parts = [_part(sort, [change for change in told if change.sort == sort], diff) for sort in TITLES]
    sections, citations = number(parts, diff.articles.get)
    texts = [section_text(section, n) for n, section in enumerate(sections, 1)]
    rows = [_cite_row(citation) for citation in citations]
    return "\n\n".join([_head(diff, told), *texts, *(["\n".join(["CITATIONS", *rows])] if rows else [])]) + "\n"


def _head(diff: Diff, told: Sequence[Change]) -> str:
    title, days = diff.dossier.upper(), f"{day_words(diff.before)} to {day_words(diff.after)}"
    counts = Counter(change.sort for change in told)
    words = ", ".join(f"{counts[sort]:,} {title.lower()}" for sort, title in TITLES.items())
    left = len(diff.changes) - len(told)
    more = f"   Left out: {counted(left, 'statement')}, shown with --all" if left else ""
    return f"{title}{days:>{max(len(days) + 2, WIDTH - len(title))}}\n{words}{more}"


def _part(sort: Sort, changes: Sequence[Change], diff: Diff) -> Part:
    drafts = tuple(
        Draft(
            text=change_words(change, diff.after.year),
            entries=(change.entry.id,),
            words=change.words,
            label=day_words(change.day, diff.after.year),
        )
        for change in changes
    )
    return Part(id=sort, title=TITLES[sort], drafts=drafts)


def change_words(change: Change, year: int | None) -> str:
    """The entry, and what changed in it: "field before → after"."""
    words = listed(change.entry, clip(bare_line(change.entry, year), LINE))
    fields = "; ".join(map(field_change_words, change.fields))
    if change.sort == "new":
        return f"{words}: parted from {change.other}" if change.other else words
    if change.sort == "gone":
        return f"{words}: " + (f"now part of {change.other}" if change.other else GONE)
    return f"{words}: {fields}" + (f" ({change.reason})" if change.reason else "")


def field_change_words(change: FieldChange) -> str:
    """ "field before → after"; of a list that keeps some of its parts, what was added (+) and taken away (-)."""
    then, now = change.before.split(BETWEEN), change.after.split(BETWEEN)
    if set(then).isdisjoint(now):
        return f"{change.field} {clip(change.before, FIELD_WIDTH)} → {clip(change.after, FIELD_WIDTH)}"
    added = [f"+ {clip(part, FIELD_WIDTH)}" for part in now if part not in then]
    taken = [f"- {clip(part, FIELD_WIDTH)}" for part in then if part not in now]
    return f"{change.field} {', '.join([*added, *taken])}"


def _cite_row(citation: Citation) -> str:
    place = place_words(citation.article, citation.evidence.start, citation.evidence.end)
    source = f"{citation.outlet}, {day_words(citation.published)}"
    return f"  [{citation.n}] {place}  {source}: {quoted(citation.evidence.quote, QUOTE)}"


def diff_shape(diff: Diff) -> dict[str, Any]:
    """`{"dossier", "before", "after", "new", "changed", "decided", "gone"}`, each sort a list; statements included."""
    shapes: dict[str, Any] = {"dossier": diff.dossier, "before": diff.before, "after": diff.after}
    for sort in TITLES:
        shapes[sort] = [change_shape(change) for change in diff.changes if change.sort == sort]
    return shapes


def change_shape(change: Change) -> dict[str, Any]:
    """`{"id", "kind", "line", "day", "fields", "other", "reason", "cites"}`."""
    entry: Entry = change.entry
    return {
        "id": entry.id,
        "kind": entry.kind,
        "line": entry.line,
        "day": change.day,
        "fields": [{"field": one.field, "before": one.before, "after": one.after} for one in change.fields],
        "other": change.other or None,
        "reason": change.reason or None,
        "cites": [_cite_shape(words) for words in change.words],
    }


def _cite_shape(words: Words) -> dict[str, Any]:
    article, evidence = words
    place = place_words(article, evidence.start, evidence.end)
    return {"cite": place, "article": article, "start": evidence.start, "end": evidence.end, "quote": evidence.quote}

"""Entries and verdicts to a brief: what stands, what changed, what is due, what is disputed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dragoman.brief.accounts import differences, gaps, told, unanswered
from dragoman.brief.bottom import bottom_line
from dragoman.brief.changes import changed
from dragoman.brief.clock import due, track_record
from dragoman.brief.draft import Part, number
from dragoman.brief.nouns import Brief, Citation, Line, Section
from dragoman.brief.phrases import day_words
from dragoman.brief.scene import Dossier, Scene, View, set_scene
from dragoman.brief.stands import stands, table
from dragoman.merge.witness import day_seen
from dragoman.types import Article

SECTIONS: tuple[Callable[[Scene], Part], ...] = (
    bottom_line, changed, due, stands, table, told, differences, unanswered, track_record, gaps,
)  # fmt: skip
"""The sections in the order of the page: judgement, changes, clock, positions, terms, who knows, and so on."""


def build(dossier: Dossier, view: View) -> Brief:
    """The brief of a dossier as `view` asks for it; the same entries give the same brief in any order.

    A view without a day is of the last day of publication in the dossier.
    """
    return brief_of(set_scene(dossier, view))


def brief_of(scene: Scene) -> Brief:
    """The brief of a dossier that is ready to be written about."""
    dossier, view = scene.dossier, scene.view
    sections, citations = number((write(scene) for write in SECTIONS), dossier.articles, dossier.entries)
    return Brief(
        dossier=dossier.name,
        as_of=view.as_of,
        since=view.since,
        reader=view.reader,
        head=dossier.head,
        articles=len(dossier.articles),
        origins=len({article.origin or article.outlet or article.id for article in dossier.articles.values()}),
        sections=(*sections, sources(citations, scene)),
        citations=citations,
        later=sum(is_later(article, view.as_of) for article in dossier.articles.values()),
    )


def is_later(article: Article, as_of: date | None) -> bool:
    """Whether an article became known after the day of the brief, as only one without a day of its own can."""
    seen = day_seen(article)
    return as_of is not None and (seen is None or seen > as_of)


def sources(citations: Sequence[Citation], scene: Scene) -> Section:
    """The outlets that are cited, with their days and the numbers that point at them."""
    numbers: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        day = citation.published.toordinal() if citation.published else 0
        numbers.setdefault((citation.outlet, -day), []).append(citation)
    lines = tuple(
        Line(
            label=outlet,
            text=day_words(cited[0].published, scene.year),
            entries=(),
            cites=tuple(citation.n for citation in cited),
        )
        for (outlet, _), cited in sorted(numbers.items())
    )
    return Section(id="sources", title="Sources", lines=lines)

"""Entries and verdicts to a brief: what stands, what changed, what is due, what is disputed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.brief.accounts import differences, gaps, told, unanswered
from dragoman.brief.bottom import bottom_line
from dragoman.brief.changes import changed
from dragoman.brief.clock import due, track_record
from dragoman.brief.draft import Part, number
from dragoman.brief.nouns import Brief, Citation, Line, Section
from dragoman.brief.phrases import day_words
from dragoman.brief.scene import Dossier, set_scene
from dragoman.brief.setting import Setting, View
from dragoman.brief.stands import stands, table
from dragoman.merge.filing import BY_HAND

SECTIONS: tuple[Callable[[Setting], Part], ...] = (
    bottom_line, changed, due, stands, table, told, differences, unanswered, track_record, gaps,
)  # fmt: skip
"""The sections in the order of the page: judgement, changes, clock, positions, terms, who knows, and so on."""


def build(dossier: Dossier, view: View) -> Brief:
    """The brief of a dossier as `view` asks for it; the same entries give the same brief in any order.

    A view without a day is of the last day of publication in the dossier.
    """
    return brief_of(set_scene(dossier, view))


def brief_of(setting: Setting) -> Brief:
    """The brief of entries that are ready to be written about."""
    view, census = setting.view, setting.census()
    files = setting.files
    by_hand = {entry.id: entry.by_hand for kind in files.kinds() for entry in files.filed(kind, BY_HAND)}
    sections, citations = number((write(setting) for write in SECTIONS), setting.article, by_hand)
    return Brief(
        dossier=setting.name,
        as_of=view.as_of,
        since=view.since,
        reader=view.reader,
        head=setting.head,
        articles=census.articles,
        origins=census.origins,
        sections=(*sections, sources(citations, setting)),
        citations=citations,
        later=census.later,
    )


def sources(citations: Sequence[Citation], scene: Setting) -> Section:
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

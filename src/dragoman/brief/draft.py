"""Lines before their citations are numbered, and the numbering: in the order of the page, each span once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct

from dragoman.brief.nouns import Citation, Line, Mark, Section
from dragoman.merge.witness import source_of
from dragoman.types import Article, ByHand, Entry, Evidence, Support

T = TypeVar("T")
LINES = 8
"""Lines of a section before the rest is only counted."""
MOST_CITED = 4
"""Entries of one line that are cited, where it is about many."""

NOTHING: Mapping[str, tuple[ByHand, ...]] = MappingProxyType({})
Words = tuple[str, Evidence]
"""An article's id and a span of it."""


class Draft(Struct, frozen=True, kw_only=True):
    """One line and the words that carry it."""

    text: str
    entries: tuple[str, ...]
    words: tuple[Words, ...]
    label: str = ""
    mark: Mark = ""


class Part(Struct, frozen=True, kw_only=True):
    """One section before numbering; `more` lines were left out, `see` is the command that shows them."""

    id: str
    title: str
    drafts: tuple[Draft, ...]
    more: int = 0
    see: str = ""


def draft(text: str, entries: Sequence[Entry], label: str = "", mark: Mark = "") -> Draft:
    """A line about some entries: one entry is cited by its first and its latest origin, several by one each."""
    most = 2 if len(entries) == 1 else 1
    words = [place for entry in entries[:MOST_CITED] for place in cited(entry.supports, most)]
    ids = tuple(entry.id for entry in entries)
    return Draft(text=text, entries=ids, words=tuple(dict.fromkeys(words)), label=label, mark=mark)


def cited(supports: Sequence[Support], most: int) -> list[Words]:
    """The words of the first support, then of the latest ones of other origins, `most` at most."""
    chosen = list(supports[:1])
    for support in reversed(supports[1:]):
        if len(chosen) == most:
            break
        if all(support.origin != other.origin for other in chosen):
            chosen.append(support)
    return [(support.article, support.evidence[0]) for support in chosen]


def capped(items: Sequence[T], write: Callable[[T], Draft], keep: int = LINES) -> tuple[tuple[Draft, ...], int]:
    """The drafts of the first `keep` items and how many are left out; only what is printed is written."""
    return tuple(write(item) for item in items[:keep]), max(len(items) - keep, 0)


def number(
    parts: Iterable[Part], find: Callable[[str], Article | None], by_hand: Mapping[str, tuple[ByHand, ...]] = NOTHING
) -> tuple[tuple[Section, ...], tuple[Citation, ...]]:
    """The sections with their citations numbered from 1 in the order of the page, and the citations.

    `find` gives an article by its id. Lines about entries that a person had a hand in, as `by_hand` has it, say so.
    """
    numbers: dict[Words, int] = {}
    sections = tuple(_section(part, numbers, by_hand) for part in parts)
    return sections, tuple(_citation(n, words, find(words[0])) for words, n in numbers.items())


def _section(part: Part, numbers: dict[Words, int], by_hand: Mapping[str, tuple[ByHand, ...]]) -> Section:
    lines = tuple(_line(draft, numbers, by_hand) for draft in part.drafts)
    return Section(id=part.id, title=part.title, lines=lines, more=part.more, see=part.see if part.more else "")


def _line(draft: Draft, numbers: dict[Words, int], by_hand: Mapping[str, tuple[ByHand, ...]]) -> Line:
    cites = tuple(numbers.setdefault(words, len(numbers) + 1) for words in draft.words)
    notes = tuple(dict.fromkeys(note for entry in draft.entries for note in by_hand.get(entry, ())))
    return Line(text=draft.text, entries=draft.entries, cites=cites, label=draft.label, mark=draft.mark, by_hand=notes)


def _citation(n: int, words: Words, article: Article | None) -> Citation:
    article_id, evidence = words
    outlet = source_of(article) if article else article_id[:12]
    return Citation(
        n=n, article=article_id, evidence=evidence, outlet=outlet, published=article.published if article else None
    )

"""Whose words are quoted: "the agency quoted Ana Torv as saying ..." are hers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.speech.layout import Draft, Layout, span_of, trim
from dragoman.annotate.speech.reconcile import QUOTING
from dragoman.annotate.speech.syntax import child
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Token


def said_by_those_quoted(layout: Layout, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts; of "quoted X as saying" one, with X as its source and what follows "saying" as its content.

    So too of "X was quoted by Y as saying", whatever rule found it.
    """
    turned: dict[int, Draft] = {}
    inner: set[int] = set()
    kept = list(drafts)
    for number, draft in enumerate(kept):
        saying = _saying(layout, draft)
        if saying is None:
            continue
        inner.add(saying.idx)
        turned[number] = _turned(layout, draft, saying)
    for number, draft in enumerate(kept):
        if draft.at not in inner:
            yield turned.get(number, draft)


def _saying(layout: Layout, draft: Draft) -> Token | None:
    """The "saying" below "quoted"; None where nobody is quoted as saying something."""
    first = draft.cue[0] if draft.cue else Span(draft.at, draft.at + 1)
    at = layout.doc.char_span(first.start, first.end, alignment_mode="expand")
    if at is None or (draft.rule != QUOTING and at.root.lemma_ != QUOTE):
        return None
    joint = next((kid for kid in at.root.rights if kid.dep_ == "prep" and kid.lower_ == "as"), None)
    return child(joint, "pcomp") if joint is not None else None


QUOTE = "quote"


def _turned(layout: Layout, draft: Draft, saying: Token) -> Draft:
    quoted = child(saying.head.head, "dobj", "nsubjpass")
    if quoted is None:
        return draft
    last = max(t.i for t in quoted.subtree if t.i < saying.head.i) if quoted.i < saying.head.i else quoted.i
    source = trim(layout.text, span_of(layout.doc, quoted.left_edge.i, last))
    end = saying.idx + len(saying)
    parts = (trim(layout.text, Span(max(part.start, end), part.end)) for part in draft.content if part.end > end)
    content = tuple(part for part in parts if part is not None)
    return replace(draft, source=(source,), content=content) if source is not None and content else draft

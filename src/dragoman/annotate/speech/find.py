"""The speech layer: every attribution of an article, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.speech.cues import read_cues
from dragoman.annotate.speech.layout import Draft, Layout, lay_out
from dragoman.annotate.speech.verbs import verb_drafts
from dragoman.lexicon import Lexicon
from dragoman.types import Article, Attribution, Span, SpeechForm

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_speech(article: Article, doc: Doc, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Who said what in `article`, whose parse is `doc`; ordered by the first character of content or cue."""
    layout = lay_out(article.text, doc)
    table = read_cues(lexicon)
    drafts = list(verb_drafts(layout, table))
    return _attributions(layout, drafts)


def _attributions(layout: Layout, drafts: list[Draft]) -> tuple[Attribution, ...]:
    drafts = sorted(drafts, key=lambda draft: (min(span.start for span in (*draft.content, *draft.cue)), draft.at))
    depths = _depths(drafts)
    return tuple(
        Attribution(
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            form=form_of(layout, draft.content),
            to=draft.to,
            depth=depth,
            wish=draft.wish,
            rule=draft.rule,
        )
        for draft, depth in zip(drafts, depths, strict=True)
    )


def _depths(drafts: list[Draft]) -> list[int]:
    """How many other contents each cue lies in."""
    edges = sorted(
        [(span.start, 1, 0) for draft in drafts for span in draft.content]
        + [(span.end, -1, 0) for draft in drafts for span in draft.content]
        + [(draft.at, 2, number) for number, draft in enumerate(drafts)]
    )
    depths = [0] * len(drafts)
    deep = 0
    for _, kind, number in edges:
        if kind == 2:
            depths[number] = deep
        else:
            deep += kind
    return depths


def form_of(layout: Layout, content: tuple[Span, ...]) -> SpeechForm:
    """Whether the content is quoted wholly, in part or not at all; a quoted word or two inside stays mixed."""
    quoted = 0
    words = 0
    for span in content:
        letters = sum(char.isalnum() for char in layout.text[span.start : span.end])
        words += letters
        for quote in layout.quotes:
            start, end = max(span.start, quote.span.start), min(span.end, quote.span.end)
            if start < end:
                quoted += sum(char.isalnum() for char in layout.text[start:end])
    if not quoted:
        return "indirect"
    return "direct" if quoted >= words else "mixed"

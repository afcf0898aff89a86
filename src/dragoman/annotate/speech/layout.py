"""An article laid out for reading speech: tokens, sentences, outermost quotes and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.quotes import Quote, find_paragraphs, find_quotes, outermost
from dragoman.models import dateline_end
from dragoman.types import Span

if TYPE_CHECKING:
    from dragoman.parsed import Doc, Token

EDGE = " \t\n\u00a0\u2009,;:.—–-"
"""What never starts or ends a content or a source: blanks and the marks between clauses."""


DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’' ]{2,40}|[A-Z][\w.’]+(?: [A-Z][\w.’]+){0,2}(?=(?:, [\w ]{2,30})? \())"  # PLACE, or Place (AGENCY
    r"(?:, [A-Z][\w. ]{2,30})?(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))?"  # , Country, Feb 5
    r"(?: ?\([\w /]{2,20}\))?"  # (Agency)
    r"\s*(?:[–—]|--?)\s*(?=\S)"
    r"|(?:[A-Z]{4,} ){1,3}(?=(?:The|A|An) )"  # BEIRUT The envoy
)
LONGEST_DATELINE = 60


class Layout(Struct, frozen=True):
    """The text, the parsed tokens, the outermost quotes and the paragraphs, each in the order of the text.

    `quote_of[i]` is the index of the quote that token `i` lies in, -1 for none.
    """

    text: str
    doc: Doc
    quotes: tuple[Quote, ...]
    quote_of: tuple[int, ...]
    paragraphs: tuple[Span, ...]
    starts: tuple[int, ...]
    """Where each paragraph starts."""
    sentences: tuple[Span, ...]


class Draft(Struct, frozen=True, kw_only=True):
    """An attribution in the making; `at` is the first character of its cue verb, noun or phrase."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    at: int
    to: Span | None = None
    wish: bool = False
    rule: str = ""


class Heard(Struct, frozen=True):
    """An attribution as the encoder found it; the source is empty where nobody is named."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]


def lay_out(text: str, doc: Doc) -> Layout:
    """The layout of a parsed text."""
    quotes = outermost(find_quotes(text))
    paragraphs = find_paragraphs(text)
    return Layout(
        text,
        doc,
        quotes,
        _quote_of(doc, quotes),
        paragraphs,
        tuple(span.start for span in paragraphs),
        tuple(Span(sent.start_char, sent.end_char) for sent in doc.sents),
    )


def _quote_of(doc: Doc, quotes: tuple[Quote, ...]) -> tuple[int, ...]:
    found = []
    at = 0
    for token in doc:
        while at < len(quotes) and quotes[at].span.end <= token.idx:
            at += 1
        found.append(at if at < len(quotes) and quotes[at].span.start <= token.idx else -1)
    return tuple(found)


def paragraph_at(layout: Layout, offset: int) -> int:
    """The number of the paragraph that holds the character, or the one before it."""
    return max(0, bisect_right(layout.starts, offset) - 1)


def after_dateline(layout: Layout, span: Span) -> Span:
    """The span without the place, day and agency at the start of its paragraph: "GENEVA (Reuters) - "."""
    end = _dateline_end(layout, span.start)
    return Span(end, span.end) if span.start < end < span.end else span


def is_nobody(layout: Layout, span: Span) -> bool:
    """Whether the span holds nothing but words of a dateline, or the "us" of "let's say": nobody who says anything."""
    return span.end <= _dateline_end(layout, span.start) or layout.text[span.start : span.end].lower() in LETS


LETS = frozenset({"'s", "’s"})


def _dateline_end(layout: Layout, offset: int) -> int:
    """The character after the dateline of the paragraph, 0 far away from it and where there is none."""
    start = layout.paragraphs[paragraph_at(layout, offset)].start
    if offset - start >= LONGEST_DATELINE:
        return 0
    found = DATELINE.match(layout.text, start)
    return found.end() if found is not None else dateline_end(layout.text, start)


def sentence_at(layout: Layout, offset: int) -> Span:
    """The sentence that holds the character."""
    return layout.sentences[max(0, bisect_right(layout.sentences, offset, key=lambda span: span.start) - 1)]


def span_of(doc: Doc, first: int, last: int) -> Span:
    """The characters from token `first` to token `last`, both inclusive."""
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def end_of(token: Token) -> int:
    """The character after the token."""
    return int(token.idx) + len(token)


def trim(text: str, span: Span) -> Span | None:
    """The span without blanks and marks between clauses at its edges; None when nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end) if start < end else None


def cover_quotes(layout: Layout, span: Span) -> Span:
    """The span widened over every outermost quote that it cuts, and over a closing mark that touches it."""
    start, end = span.start, span.end
    at = bisect_right(layout.quotes, start, key=lambda quote: quote.span.start) - 1
    if at >= 0 and layout.quotes[at].span.end > start:
        start = layout.quotes[at].span.start
    at = bisect_right(layout.quotes, end - 1, key=lambda quote: quote.span.start) - 1
    if at >= 0 and layout.quotes[at].span.end > end and layout.quotes[at].span.start < end:
        end = layout.quotes[at].span.end
    return Span(start, end)


def in_quote(layout: Layout, offset: int) -> bool:
    """Whether the character lies in a quote."""
    at = bisect_right(layout.quotes, offset, key=lambda quote: quote.span.start) - 1
    return at >= 0 and layout.quotes[at].span.end > offset


def starts_quote(layout: Layout, offset: int) -> bool:
    """Whether a quote starts at the character."""
    at = bisect_right(layout.quotes, offset, key=lambda quote: quote.span.start) - 1
    return at >= 0 and layout.quotes[at].span.start == offset


def touching_as_one(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in their order, those between which only blanks lie as one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def only_marks(text: str, start: int, end: int) -> bool:
    """Whether nothing but blanks and marks lies between two characters."""
    return start <= end and not any(char.isalnum() for char in text[start:end])

"""Words that a record cites, made whole where they begin or end in the midst of a quotation."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.annotate.quotes import Quote, find_quotes
from dragoman.types import Span

CLOSING = re.compile(r"[.,;:!?…]*\s?$")
"""What may stand between the last word of a quotation and its mark."""
ADDED = re.compile(r",?\s+(?:which|who|where|when|after|while)\b")
"""How what is added behind a quotation begins."""


@lru_cache(maxsize=4)
def _quotes(text: str) -> tuple[Quote, ...]:
    return find_quotes(text)


def whole_quotes(text: str, span: Span) -> Span:
    """The span with both marks of a quotation that it has but one of, without what is added behind one.

    A mark that closes right after the span is taken in, one that opens right before it as well; one that opens at its
    first character and closes far behind is left off. Code points of `text`.

    >>> text = 'It agreed to "open the road."'
    >>> found = whole_quotes(text, Span(10, 27))
    >>> text[found.start:found.end]
    'to "open the road."'
    """
    for quote in _quotes(text):
        if quote.span.end <= span.start:
            continue
        if quote.span.start >= span.end:
            break
        if quote.closed and span.start <= quote.span.start < span.end < quote.span.end:
            span = _opened_inside(text, quote, span)
        elif quote.closed and quote.span.start < span.start < quote.span.end < span.end:
            span = _closed_inside(text, quote, span)
    return span


def _opened_inside(text: str, quote: Quote, span: Span) -> Span:
    """ "to “open the road", where the mark follows."""
    if CLOSING.match(text[span.end : quote.span.end - quote.mark]):
        return Span(span.start, quote.span.end)
    return Span(span.start + quote.mark, span.end) if quote.span.start == span.start else span


def _closed_inside(text: str, quote: Quote, span: Span) -> Span:
    """ "to open the road,” which has been shut", where the mark stands before."""
    end = quote.span.end if ADDED.match(text[quote.span.end : span.end]) else span.end
    start = span.start if text[quote.span.start + quote.mark : span.start].strip() else quote.span.start
    if end == quote.span.end and start == span.start:
        end = _before_mark(text, quote)
    return Span(start, end)


def _before_mark(text: str, quote: Quote) -> int:
    """Where the last word of a quotation ends."""
    inside = text[quote.span.start : quote.span.end - quote.mark]
    return quote.span.start + len(inside.rstrip(" .,;:!?…"))

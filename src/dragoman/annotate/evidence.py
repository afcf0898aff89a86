"""The one place where evidence is made: words of the article, cut at its own offsets."""

from __future__ import annotations

from dragoman.models import dateline_end
from dragoman.types import Article, Evidence, Span

BLANK = " \t\n\u00a0"


def cite(article: Article, span: Span) -> Evidence:
    """The words of `span`, white space at both ends left off; ValueError when nothing is left."""
    text = article.text
    start, end = (span.start, span.end) if span.end <= len(text) else (0, 0)
    while start < end and text[start] in BLANK:
        start += 1
    if (start == 0 or text[start - 1] == "\n") and 0 < (dateline := dateline_end(text, start)) < end:
        start = dateline
    while end > start and text[end - 1] in BLANK:
        end -= 1
    if 1 < start < end and text[start - 1] == "-" and text[start - 2].isalpha():
        start = _word_start(text, start)
    if not 0 <= start < end:
        raise ValueError(f"{article.name}: no words at {span.start}:{span.end} to cite")
    return Evidence(start, end, text[start:end])


LONGEST_HALF = 30
"""Characters of what stands before a hyphen."""


def _word_start(text: str, start: int) -> int:
    """Where the hyphened word begins that `start` stands in ("de-escalation"); `start` itself where that is endless."""
    first = start
    while first > 0 and text[first - 1] not in BLANK and text[first - 1] != "\n" and start - first < LONGEST_HALF:
        first -= 1
    return first if start - first < LONGEST_HALF else start

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
    if not 0 <= start < end:
        raise ValueError(f"{article.name}: no words at {span.start}:{span.end} to cite")
    return Evidence(start, end, text[start:end])

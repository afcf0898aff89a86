"""Quotes that go on: after the cue, in the next sentence, in the next paragraph, without a cue of their own."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from dragoman.annotate.quotes import Quote
from dragoman.annotate.speech.layout import Draft, Layout, in_quote, only_marks
from dragoman.types import Span

SENTENCE_CLOSERS = frozenset(".!?…")
MARKS = "\"'”’»` "


def carry_on(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts with each quote added that directly follows what they already hold.

    '"A," he said. "B."' is one attribution, and so is a quote that the next paragraph takes up again.
    """
    drafts = sorted(drafts, key=_last_place)
    taken = merged_contents(layout, drafts)
    covered = [span.start for span in taken]
    reaches = sorted(
        (_reach(layout, draft), number) for number, draft in enumerate(drafts) if _may_go_on(layout, draft)
    )
    at = 0
    open_draft: tuple[int, int] | None = None  # where its words end, its number
    for quote in layout.quotes:
        while at < len(reaches) and reaches[at][0] <= quote.span.start:
            open_draft = reaches[at] if open_draft is None or reaches[at][0] >= open_draft[0] else open_draft
            at += 1
        place = bisect_right(covered, quote.span.start) - 1
        if place >= 0 and taken[place].end > quote.span.start:
            continue
        if open_draft is None or not _follows(layout, open_draft[0], quote):
            continue
        number = open_draft[1]
        drafts[number] = replace(drafts[number], content=_with(layout, drafts[number].content, quote.span))
        open_draft = (quote.span.end, number)
    return drafts


def _last_place(draft: Draft) -> int:
    return max(draft.at, *(span.end for span in draft.content))


def merged_contents(layout: Layout, drafts: list[Draft]) -> list[Span]:
    """What the cues outside quotes hold, touching spans as one, in the order of the text."""
    merged: list[Span] = []
    spans = [span for draft in drafts if not in_quote(layout, draft.at) for span in draft.content]
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _may_go_on(layout: Layout, draft: Draft) -> bool:
    """Whether a further quote can belong to it: it tells what was said, and no quote holds its cue."""
    return not draft.wish and bool(draft.source) and not in_quote(layout, draft.at)


def _reach(layout: Layout, draft: Draft) -> int:
    """Where the sentence of the cue ends, or the content where that ends later."""
    place = bisect_right(layout.sentences, draft.at, key=lambda span: span.start) - 1
    return max(layout.sentences[place].end, *(span.end for span in draft.content))


def _follows(layout: Layout, end: int, quote: Quote) -> bool:
    """Whether the quote stands right after `end` and is a sentence, not a word in marks."""
    if not only_marks(layout.text, end, quote.span.start) or layout.text.count("\n", end, quote.span.start) > 2:
        return False
    words = layout.text[quote.span.start : quote.span.end].rstrip(MARKS)
    after = layout.text[quote.span.end : quote.span.end + 1]
    return not quote.closed or words[-1:] in SENTENCE_CLOSERS or after in {".", "", "\n"}


def _with(layout: Layout, content: tuple[Span, ...], more: Span) -> tuple[Span, ...]:
    last = content[-1]
    if last.end <= more.start and only_marks(layout.text, last.end, more.start):
        return (*content[:-1], Span(last.start, more.end))
    return tuple(sorted((*content, more), key=lambda span: span.start))

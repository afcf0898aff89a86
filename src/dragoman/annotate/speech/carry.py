"""Quotes that go on: after the cue, in the next sentence, in the next paragraph, without a cue of their own."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec.structs import replace

from dragoman.annotate.quotes import Quote
from dragoman.annotate.speech.cues import RULE_AGAIN
from dragoman.annotate.speech.layout import Draft, Layout, in_quote, only_marks
from dragoman.types import Span

SENTENCE_CLOSERS = frozenset(".!?…")
NEXT_SENTENCE = re.compile(r"[.!?]['\"”’]*\s+[A-Z“\"]")
MARKS = "\"'”’»` "
LONGEST_TAIL = 240
"""Characters from a cue to the end of its sentence, beyond which a quote is not taken to go on."""
LOOKED_AT = 5
"""Cues before a quote that may own it."""


def carry_on(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts with each quote added that directly follows what they already hold.

    '"A," he said. "B."' is one attribution, and so is a quote that the next paragraph takes up again.
    """
    taken = merged_contents(layout, drafts)
    covered = [span.start for span in taken]
    drafts = sorted(drafts, key=_end)
    able = [(_end(draft), number) for number, draft in enumerate(drafts) if _may_go_on(layout, draft)]
    ends = [end for end, _ in able]
    last: tuple[int, int] | None = None  # where the quote before ends, and whose it is
    for quote in layout.quotes:
        place = bisect_right(covered, quote.span.start) - 1
        if (place >= 0 and taken[place].end > quote.span.start) or not _is_sentence(layout, quote):
            continue
        near = able[max(0, bisect_right(ends, quote.span.start) - LOOKED_AT) : bisect_right(ends, quote.span.start)]
        if last is not None:
            near.append(last)
        owner = _owner(layout, drafts, near, quote)
        if owner is None:
            continue
        if _is_quoted(layout, drafts[owner]) or not _opens_paragraph(layout, quote):
            drafts[owner] = replace(drafts[owner], content=_with(layout, drafts[owner].content, quote.span))
        else:
            # After what was said in other words, a quoted paragraph is a statement of its own, without a cue.
            drafts.append(_again(drafts[owner], quote))
            owner = len(drafts) - 1
        last = (quote.span.end, owner)
    return drafts


def _owner(layout: Layout, drafts: list[Draft], near: list[tuple[int, int]], quote: Quote) -> int | None:
    """The nearest draft whose sentence the quote follows; one that holds a quote already goes first."""
    able = [number for end, number in reversed(near) if _follows(layout, end, quote)]
    return next((number for number in able if _is_quoted(layout, drafts[number])), able[0] if able else None)


def _opens_paragraph(layout: Layout, quote: Quote) -> bool:
    return layout.paragraphs[quote.paragraph].start == quote.span.start


def _again(before: Draft, quote: Quote) -> Draft:
    """What the speaker of `before` goes on to say in a quote without a cue."""
    return Draft(source=before.source, cue=(), content=(quote.span,), at=quote.span.start, rule=RULE_AGAIN)


def _is_quoted(layout: Layout, draft: Draft) -> bool:
    return any(in_quote(layout, span.end - 1) for span in draft.content)


def _end(draft: Draft) -> int:
    """The last character of what the draft holds: its cue, its source or its content."""
    return max(draft.at, *(span.end for span in (*draft.source, *draft.cue, *draft.content)))


def merged_contents(layout: Layout, drafts: list[Draft]) -> list[Span]:
    """What the cues outside quotes hold, touching spans as one, in the order of the text."""
    merged: list[Span] = []
    spans = [span for draft in drafts if not (draft.cue and in_quote(layout, draft.at)) for span in draft.content]
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _may_go_on(layout: Layout, draft: Draft) -> bool:
    """Whether a further quote can belong to it: it tells what was said, and no quote holds its cue."""
    return not draft.wish and bool(draft.source) and not in_quote(layout, draft.at)


def _follows(layout: Layout, end: int, quote: Quote) -> bool:
    """Whether no more than the rest of one sentence, and one break between paragraphs, lies before the quote."""
    if not 0 <= quote.span.start - end <= LONGEST_TAIL:
        return False
    between = layout.text[end : quote.span.start]
    tail = between.rstrip()
    if "\n" in tail or NEXT_SENTENCE.search(tail):
        return False
    return not any(char.isalnum() for char in tail) or tail[-1:] in SENTENCE_CLOSERS


def _is_sentence(layout: Layout, quote: Quote) -> bool:
    """Whether the quote is a sentence, not a word in marks."""
    words = layout.text[quote.span.start : quote.span.end].rstrip(MARKS)
    after = layout.text[quote.span.end : quote.span.end + 1]
    return not quote.closed or words[-1:] in SENTENCE_CLOSERS or after in {".", "", "\n"}


def _with(layout: Layout, content: tuple[Span, ...], more: Span) -> tuple[Span, ...]:
    last = content[-1]
    if last.end <= more.start and only_marks(layout.text, last.end, more.start):
        return (*content[:-1], Span(last.start, more.end))
    return tuple(sorted((*content, more), key=lambda span: span.start))

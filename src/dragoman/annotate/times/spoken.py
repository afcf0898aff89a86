"""The day that quoted words were said on: a quotation's "tomorrow" counts from it, not from publication."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from dragoman.annotate.quotes import Quote, find_quotes
from dragoman.annotate.times.context import SENTENCE_END, words_of
from dragoman.types import Timex

MARKS = re.compile(r"[\"“„«‘']|''")
FRAME = 160
"""Code points before and behind a quotation in which the sentence stands that says who said it and when."""
MOST_BETWEEN = 7
"""Words between the verb of saying and its day ("told the state broadcaster on Sunday")."""
WORD = re.compile(r"[\w’']+")
OCCASION = re.compile(r"\b(?:speech|interview|statement|address|letter|post|remarks|broadcast|briefing|conference)\b")


class Said(Struct, frozen=True):
    """A stretch of the text in quotation marks, half-open, and the day that it was said on."""

    start: int
    end: int
    day: date


def spoken_days(text: str, times: Sequence[Timex], published: date | None) -> tuple[Said, ...]:
    """The quotations whose sentence tells the day they were said on, where that is not the day of publication."""
    if published is None or not times or not MARKS.search(text):
        return ()
    days = [t for t in times if _is_day(t, published)]
    if not days:
        return ()
    quotes = [quote for quote in find_quotes(text) if not quote.level]
    if not any(quote.span.start < t.span.start < quote.span.end for quote in quotes for t in times):
        return ()
    return tuple(_said(text, days, quotes))


def day_said(said: Sequence[Said], place: int) -> date | None:
    """The day that what stands at `place` was said on; None outside of dated quotations."""
    at = bisect_right(said, place, key=lambda one: one.start) - 1
    return said[at].day if at >= 0 and place < said[at].end else None


def _is_day(time: Timex, published: date) -> bool:
    """Whether it is a day before publication: one that something can have been said on."""
    window = time.window
    is_day = bool(window and window.start and window.start == window.end and window.basis != "event")
    return time.type in {"DATE", "TIME"} and is_day and window is not None and window.start < published  # type: ignore[operator]


def _said(text: str, days: Sequence[Timex], quotes: Sequence[Quote]) -> list[Said]:
    """Of each quotation the day that its own sentence gives, else that of the one before in its paragraph."""
    found: list[Said] = []
    outside = [t for t in days if not any(q.span.start <= t.span.start < q.span.end for q in quotes)]
    starts = [t.span.start for t in outside]
    last: tuple[int, date | None] = (-1, None)
    for quote in quotes:
        left, right = _frame(text, quote)
        near = outside[bisect_right(starts, left - 1) : bisect_right(starts, right)]
        day = next((t.window.start for t in near if t.window and _dates_speech(text, t, (left, right), quote)), None)
        if day is None and last[0] == quote.paragraph and not _has_speech(text, left, right, quote):
            day = last[1]
        last = (quote.paragraph, day)
        if day is not None:
            found.append(Said(quote.span.start, quote.span.end, day))
    return found


def _frame(text: str, quote: Quote) -> tuple[int, int]:
    """Where the sentence around a quotation begins and ends."""
    start, end = quote.span.start, quote.span.end
    left = max(text.rfind("\n", 0, start) + 1, start - FRAME)
    for match in SENTENCE_END.finditer(text, left, start):
        left = match.end()
    if text[end - 2 : end - 1] in {".", "!", "?"}:
        return left, end  # the quotation ends its sentence
    closing = SENTENCE_END.search(text, end, min(len(text), end + FRAME))
    return left, closing.start() if closing else min(len(text), end + FRAME)


def _has_speech(text: str, left: int, right: int, quote: Quote) -> bool:
    outside = text[left : quote.span.start] + " " + text[quote.span.end : right]
    return any(word.lower() in words_of("speech") for word in WORD.findall(outside))


NOT_BETWEEN = frozenset(
    {"who", "which", "that", "of", "about", "after", "before", "since", "until", "following", "for"}
)


def _dates_speech(text: str, time: Timex, frame: tuple[int, int], quote: Quote) -> bool:
    """Whether the day stands close to a verb of saying, or to the speech that the words are from."""
    before = time.span.end <= quote.span.start
    start, end = (frame[0], quote.span.start) if before else (quote.span.end, frame[1])
    if not start <= time.span.start < end:
        return False
    leading = WORD.findall(text, start, time.span.start)[-MOST_BETWEEN:]
    following = WORD.findall(text, time.span.end, end)[:MOST_BETWEEN]
    return _reaches(leading[::-1]) or (before and _reaches(following))


def _reaches(words: Sequence[str]) -> bool:
    """Whether a word of saying comes before any that begins another thing."""
    for word in words:
        small = word.lower()
        if small in words_of("speech") or OCCASION.fullmatch(small):
            return True
        if small in NOT_BETWEEN:
            return False
    return False

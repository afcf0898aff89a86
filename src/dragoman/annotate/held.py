"""Whose words lie where: a map of an article's characters to the attributions whose content holds them.

Made once an article in one sweep, asked by bisection: a transcript of a day has thousands of statements, and every "we"
and every statement asks who speaks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.annotate.kept import kept
from dragoman.types import Annotated, Attribution, Mention, Sentence, Span, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 64
"""Attributions that are kept for one place; deeper nesting is a broken text, not speech."""
LONGEST_MENTION = 600
"""Code points of a mention or a time at most; longer ones are read only from where they begin."""


def hold_map(speech: Sequence[Attribution]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """The borders of all contents in order, each with the indices of the attributions that hold the text after it.

    A border's stretch ends where the next begins.
    """
    edges: list[tuple[int, int, int]] = []
    for number, attribution in enumerate(speech):
        edges += [(span.start, 1, number) for span in attribution.content]
        edges += [(span.end, 0, number) for span in attribution.content]
    found: list[tuple[int, tuple[int, ...]]] = []
    inside: dict[int, int] = {}
    for offset, opens, number in sorted(edges):
        if opens:
            inside[number] = inside.get(number, 0) + 1
        elif inside.get(number, 0) > 1:
            inside[number] -= 1
        else:
            inside.pop(number, None)
        held = (offset, tuple(list(inside)[-MOST:]))
        if found and found[-1][0] == offset:
            found[-1] = held
        else:
            found.append(held)
    return tuple(found)


def holders(annotated: Annotated, offset: int) -> list[Attribution]:
    """The attributions whose content holds the code point, in the order of the text."""
    at = bisect_right(_borders(annotated), offset) - 1
    return [annotated.speech[n] for n in sorted(annotated.held[at][1])] if at >= 0 else []


def mentions_over(annotated: Annotated, span: Span) -> Iterator[Mention]:
    """The mentions that share a character with the span, in the order of the layer."""
    places = _places(annotated)
    low, high = bisect_left(places, span.start - LONGEST_MENTION), bisect_left(places, span.end + LONGEST_MENTION)
    return (m for m in annotated.mentions[low:high] if m.span.start < span.end and span.start < m.span.end)


@kept()
def _borders(annotated: Annotated) -> list[int]:
    return [border for border, _ in annotated.held]


@kept()
def _places(annotated: Annotated) -> list[int]:
    """Where each mention stands: the layer is in the order of first tokens of names and heads of nouns."""
    starts = annotated.doc.starts
    return [starts[one.head] if one.form == "role" else one.span.start for one in annotated.mentions]


def times_over(annotated: Annotated, span: Span) -> Iterator[Timex]:
    """The time expressions that share a character with the span, in order."""
    low = bisect_left(annotated.times, span.start - LONGEST_MENTION, key=lambda time: time.span.start)
    high = bisect_left(annotated.times, span.end, key=lambda time: time.span.start)
    return (t for t in annotated.times[low:high] if t.span.end > span.start)


def sentence_over(annotated: Annotated, span: Span) -> Sentence | None:
    """The first sentence that shares a character with the span."""
    at = max(0, bisect_right(annotated.sentences, span.start, key=lambda sentence: sentence.span.start) - 1)
    near = annotated.sentences[at : at + 2]
    return next((s for s in near if s.span.start < span.end and span.start < s.span.end), None)

"""Where quotation marks open and close, over one paragraph at a time: one pass, no parse, nothing thrown away.

Double marks (curly, straight, guillemets, two single marks) and single ones nest. A mark that finds no partner costs
its own quote at most: the quote ends at the end of its paragraph, or before the next mark that opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from dragoman.types import Span

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
MARK = re.compile(r"''|``|[\"“”„«»‘’'‚`]")
OPENERS = {"“": "curly", "„": "curly", "«": "angle", "``": "twin", "‘": "single", "‚": "single"}
CLOSERS = {"”": "curly", "»": "angle"}
STRAIGHT = {'"': "straight", "''": "twin", "'": "single", "`": "single", "’": "single"}
BEFORE_OPENING = frozenset(" \t\u00a0\u2009([{—–-/:…“‘\"'")
DECADE = re.compile(r"['’‘]\d\ds?\b")
DEEPEST = 3
"""Deeper nesting is a broken text, not speech."""


class Quote(Struct, frozen=True):
    """One quotation: `span` with its marks, `level` 0 for outermost, `paragraph` from 0.

    `closed` is False where no closing mark was met: the span then ends with its paragraph or before the next opening.
    """

    span: Span
    level: int
    paragraph: int
    closed: bool
    mark: int = 1
    """Characters of the opening mark: 2 for `''`."""


class _Open(Struct):
    """A mark that waits for its partner."""

    start: int
    kind: str
    width: int


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of `text` that hold a word, blanks at both ends left off."""
    found = []
    for match in PARAGRAPH.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        found.append(Span(start, match.start() + len(line.rstrip())))
    return tuple(found)


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Every quotation of `text` in the order of its start, nested ones included.

    >>> [text[q.span.start:q.span.end] for text in ['“No,” he said.'] for q in find_quotes(text)]
    ['“No,”']
    """
    found: list[Quote] = []
    for number, paragraph in enumerate(find_paragraphs(text)):
        found.extend(_quotes_of(text, paragraph, number))
    return tuple(sorted(found, key=lambda quote: (quote.span.start, -quote.span.end)))


def outermost(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes that lie in no other, in the order of the text."""
    return tuple(quote for quote in quotes if quote.level == 0)


def _quotes_of(text: str, paragraph: Span, number: int) -> Iterator[Quote]:
    """The quotes of one paragraph; the stack never holds more than `DEEPEST` open marks."""
    stack: list[_Open] = []
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        mark, at, end = match.group(), match.start(), match.end()
        kind = OPENERS.get(mark) or CLOSERS.get(mark) or STRAIGHT[mark]
        opens = _can_open(text, at, end, paragraph) and mark not in CLOSERS
        partner = _partner(stack, kind, opens=opens)
        if partner is not None and mark not in OPENERS and _can_close(text, at, end, kind, paragraph):
            yield _quote(stack[partner], end, partner, number, closed=True)
            del stack[partner:]
        elif opens and mark != "’" and not (kind == "single" and DECADE.match(text, at)):
            if partner is not None:
                # Two openings of one kind: the first has lost its closing mark.
                if kind != "single":
                    yield _quote(
                        stack[partner], _last_word(text, stack[partner].start, at), partner, number, closed=False
                    )
                del stack[partner:]
            if len(stack) < DEEPEST:
                stack.append(_Open(at, kind, end - at))
    for level, waiting in enumerate(stack):
        # A single mark without a partner is an apostrophe more often than a quote.
        if waiting.kind != "single":
            yield _quote(waiting, paragraph.end, level, number, closed=False)


def _partner(stack: list[_Open], kind: str, *, opens: bool) -> int | None:
    """The innermost open mark of the same style; for a mark that cannot open, else of any double style."""
    for styles in ({kind}, set() if opens or kind == "single" else {"curly", "straight", "twin"}):
        for place in range(len(stack) - 1, -1, -1):
            if stack[place].kind in styles:
                return place
    return None


def _quote(opening: _Open, end: int, level: int, number: int, *, closed: bool) -> Quote:
    return Quote(Span(opening.start, end), level, number, closed, opening.width)


def _can_open(text: str, at: int, end: int, paragraph: Span) -> bool:
    """Whether a word follows the mark and none stands right before it."""
    followed = end < paragraph.end and not text[end].isspace()
    return followed and (at == paragraph.start or text[at - 1] in BEFORE_OPENING or text[at - 1].isspace())


def _can_close(text: str, at: int, end: int, kind: str, paragraph: Span) -> bool:
    """Whether the mark ends a word or a sentence; a single mark inside a word is an apostrophe."""
    if kind == "single":
        return not text[at - 1].isspace() and not (end < paragraph.end and text[end].isalnum())
    opens = _can_open(text, at, end, paragraph)
    return not opens or not text[at - 1].isspace()


def _last_word(text: str, start: int, end: int) -> int:
    """`end` moved left over blanks, but not past the first character after `start`."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end

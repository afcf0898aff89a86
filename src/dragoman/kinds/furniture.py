"""What stands in an article's text and is none of it: links to other articles, their headlines, headings."""

from __future__ import annotations

import re

from dragoman.lexicon import Lexicon
from dragoman.types import Record, Span

TABLE = "kinds/furniture"
LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"\s*[*•▪●·]\s")
MARKUP = re.compile(r"\s*#+\s")
CLOSED = frozenset(""".!?…:;"”’')]*—–-""")
"""How a line of running text ends, or one that another goes on with."""
SPEAKER = re.compile(r"\s*[A-Z][^:\n]{0,60}:\s")
"""How a turn of a transcript begins."""
LONGEST_HEADING = 14
"""Words of a heading; a longer line without a full stop is a sentence that lost it."""


def furniture(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """The lines of a text that tell nothing of the article: code points, half-open, in their order.

    Links by their label ("Related: ...", and the lines below a bare "Read more:"), headings of sections, and bullets
    after which no sentence follows, which are headlines of other articles.
    """
    lines = [Span(found.start(), found.end()) for found in LINE.finditer(text)]
    last = max((n for n, line in enumerate(lines) if _is_prose(text[line.start : line.end])), default=-1)
    found: list[Span] = []
    is_linked = False
    for n, line in enumerate(lines):
        words = text[line.start : line.end]
        label = _label(words, lexicon)
        is_linked = label == words.strip() or (is_linked and not label and not _is_closed(words))
        is_listed = n > last and bool(BULLET.match(words)) and not _is_closed(words)
        if label or is_linked or is_listed or (n > 0 and _is_heading(words)) or MARKUP.match(words):
            found.append(line)
    return tuple(found)


def is_furniture(record: Record, lines: tuple[Span, ...]) -> bool:
    """Whether a record cites nothing but such lines."""
    return all(any(line.start <= e.start and e.end <= line.end for line in lines) for e in record.evidence)


def _label(words: str, lexicon: Lexicon) -> str | None:
    """The words of a line by which it is a link: "RELATED:" with its colon, "Continue reading" without; else None."""
    line = words.strip()
    low = line.casefold()
    before, colon, _ = low.partition(":")
    if colon and before.strip() in lexicon.words(TABLE, "label"):
        return line[: len(before) + 1]
    return next((line[: len(one)] for one in sorted(lexicon.words(TABLE, "phrase")) if low.startswith(one)), None)


def _is_closed(words: str) -> bool:
    return words.rstrip()[-1:] in CLOSED


def _is_heading(words: str) -> bool:
    """A short line that ends in no mark, and no bullet of the text's own nor a turn of a transcript."""
    is_short = len(words.split()) <= LONGEST_HEADING
    is_item = words.lstrip()[:1] in {"-", "*", "•"}
    return is_short and not _is_closed(words) and not is_item and not SPEAKER.match(words)


def _is_prose(words: str) -> bool:
    return _is_closed(words) and len(words.split()) > LONGEST_HEADING

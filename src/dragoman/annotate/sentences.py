"""Sentences and paragraphs, as the parser cut them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.types import Sentence, Span

if TYPE_CHECKING:
    from dragoman.parsed import Doc


def find_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences that hold a word, white space at both ends left off; a paragraph ends at a line break."""
    found: list[Sentence] = []
    paragraph = 0
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            first, last = words[0], words[-1]
            span = Span(first.idx, last.idx + len(last.text))
            found.append(Sentence(span, first.i, last.i + 1, paragraph))
        paragraph += any(token.is_space and "\n" in token.text for token in sent)
    return tuple(found)

"""The outermost attributions of an article as the encoder reads them, each with what the rules know of its cue."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from dragoman.annotate.quotes import find_paragraphs, find_quotes
from dragoman.annotate.speech.layout import Heard
from dragoman.annotate.speech.learned.decode import decode
from dragoman.annotate.speech.learned.features import Word, words_of
from dragoman.annotate.speech.learned.tagger import score_windows
from dragoman.annotate.speech.learned.windows import windows_of
from dragoman.models import StatementModel
from dragoman.types import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def hear(text: str, doc: Doc, ruled: Sequence[Attribution], model: StatementModel) -> list[Heard]:
    """Who said what in `text`, in the order of the cues; `ruled` is what the rules found in it."""
    quotes = find_quotes(text)
    outermost = [one for one in ruled if not one.depth]
    paragraphs = words_of(text, find_paragraphs(text), doc, quotes, outermost)
    words = list(chain.from_iterable(paragraphs))
    found = [
        Heard(
            source=(_span(words, one.source),) if one.source else (),
            cue=_span(words, one.cue),
            content=tuple(_span(words, part) for part in one.contents),
        )
        for scored in score_windows(windows_of(paragraphs, model.tokenizer, model.labels), model)
        for one in decode(scored)
    ]
    return sorted(found, key=lambda one: (one.cue.start, one.content[0].start))


def _span(words: Sequence[Word], numbers: Sequence[int]) -> Span:
    return Span(words[numbers[0]].start, words[numbers[-1]].end)

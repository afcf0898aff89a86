"""The outermost attributions of an article as the encoder reads them, each with what the rules know of its cue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.quotes import find_paragraphs, find_quotes
from dragoman.annotate.speech.layout import Heard
from dragoman.annotate.speech.learned.axes import AxisReader, axis_reader
from dragoman.annotate.speech.learned.bounds import Reading, reading_of, with_ends
from dragoman.annotate.speech.learned.clues import Parsed
from dragoman.annotate.speech.learned.decode import Found, Scored, decode
from dragoman.annotate.speech.learned.features import CHANNELS, Word, words_of
from dragoman.annotate.speech.learned.tagger import score_windows
from dragoman.annotate.speech.learned.windows import windows_of
from dragoman.models import StatementModel
from dragoman.types import Attribution, Span, Told

if TYPE_CHECKING:
    from dragoman.parsed import Doc

SMALL = frozenset({"ADP", "CCONJ", "DET", "PART", "PUNCT", "SCONJ", "SPACE", "SYM"})
"""Parts of speech that alone are nothing said."""

EVENTFUL = frozenset({"ADJ", "AUX", "NOUN", "PROPN", "VERB"})
SUREST = 3.0
POS = CHANNELS.index("pos")


class Listened(Struct, frozen=True):
    """What the encoder makes of an article: who said what, in the order of the cues, and how its events are told."""

    heard: list[Heard]
    told: Callable[[], tuple[Told, ...]]


def listen(text: str, doc: Doc, ruled: Sequence[Attribution], model: StatementModel) -> Listened:
    """What the encoder makes of `text`; `ruled` is what the rules found in it."""
    reader = axis_reader(doc, model.axes)
    found: list[Heard] = []
    read: list[Reading] = []
    for reading, decoded in readings(text, doc, ruled, model, reader.parse):
        found += [_heard(reading.words, with_ends(reading, one, model.ends)) for one in decoded]
        read.append(reading)
    heard = sorted((one for one in found if one.content), key=lambda one: (one.cue.start, one.content[0].start))
    return Listened(
        heard, cache(lambda: tuple(chain.from_iterable(_told(one.words, one.scored, reader) for one in read)))
    )


def readings(
    text: str, doc: Doc, ruled: Sequence[Attribution], model: StatementModel, parse: Parsed
) -> Iterator[tuple[Reading, list[Found]]]:
    """Each window of `text` as it was read, and what was found in it, its contents ended as the encoder alone does."""
    outermost = [one for one in ruled if not one.depth]
    paragraphs = words_of(text, find_paragraphs(text), doc, find_quotes(text), outermost)
    words = list(chain.from_iterable(paragraphs))
    for scored in score_windows(windows_of(paragraphs, model.tokenizer, model.labels), model):
        decoded = decode(scored)
        yield reading_of(words, scored, parse, decoded), decoded


def _told(words: Sequence[Word], scored: Scored, reader: AxisReader) -> Iterator[Told]:
    """How each word that may tell an event tells it."""
    certain = scored.status[:, -1].clip(-SUREST, SUREST).tolist()
    for number, logits, certainty in zip(scored.words, scored.status[:, :-1].tolist(), certain, strict=True):
        word = words[number]
        if word.values[POS] in EVENTFUL:
            yield Told(Span(word.start, word.end), reader.axis_of(word.start, logits), round(certainty, 2))


def _heard(words: Sequence[Word], one: Found) -> Heard:
    """What was found, in characters; a part that is one small word says nothing."""
    return Heard(
        source=(_span(words, one.source),) if one.source else (),
        cue=_span(words, one.cue),
        content=tuple(_span(words, part) for part in one.contents if any(_says(words[n]) for n in part)),
    )


def _says(word: Word) -> bool:
    return word.values[POS] not in SMALL


def _span(words: Sequence[Word], numbers: Sequence[int]) -> Span:
    return Span(words[numbers[0]].start, words[numbers[-1]].end)

"""Words cut into the windows that the encoder reads: whole paragraphs with the end of the one before as context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.annotate.speech.learned.features import CHANNELS, Word

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 208
"""Pieces in a window, the two marks at its ends among them."""
CONTEXT = 16
"""Pieces of the paragraph before that a window begins with."""
ENDS = frozenset('.!?;"')
"""Where a paragraph longer than a window is best cut."""

KEPT = 100_000
"""Words of which the pieces are kept."""

Labels = Mapping[str, Mapping[str, int]]
"""For each channel the number of each of its values; 0 is kept for values that training never met."""


class Piece(Struct, frozen=True, gc=False):
    """A piece of a word: its number in the vocabulary, the numbers of the word's values, and the word it begins."""

    id: int
    values: tuple[int, ...]
    word: int
    """The number of the word in the article; -1 for what is no word's first piece or is there as context."""


class Window(Struct, frozen=True):
    """What the encoder reads at once, and the paragraph (from 0) of each piece for the decoder."""

    pieces: tuple[Piece, ...]
    paragraphs: tuple[int, ...]


def told_of(window: Window) -> list[int]:
    """The places of the pieces that the encoder tells of: the opening mark, then the first of each word scored."""
    return [0, *(at for at, piece in enumerate(window.pieces) if piece.word >= 0)]


def windows_of(
    paragraphs: Sequence[Sequence[Word]], tokenizer: Tokenizer, labels: Labels, longest: int = LONGEST
) -> list[Window]:
    """The windows of one article; every word that has a piece is scored in exactly one of them."""
    windows: list[Window] = []
    pieces: list[Piece] = []
    owners: list[int] = []
    last: list[Piece] = []
    scored = False
    for number, chunk in _chunks(paragraphs, tokenizer, labels, longest - CONTEXT - 2):
        if scored and len(pieces) + len(chunk) + 2 > longest:
            windows.append(_window(pieces, owners, tokenizer))
            context = [Piece(piece.id, piece.values, -1) for piece in last[-CONTEXT:]]
            pieces, owners = [*context, _mark(tokenizer, "[SEP]")], [-1] * (len(context) + 1)
            if len(pieces) + len(chunk) + 2 > longest:
                pieces, owners = [], []
        pieces += [*chunk, _mark(tokenizer, "[SEP]")]
        owners += [number] * len(chunk) + [-1]
        last, scored = chunk, True
    if scored:
        windows.append(_window(pieces, owners, tokenizer))
    return windows


def _window(pieces: list[Piece], owners: list[int], tokenizer: Tokenizer) -> Window:
    return Window((_mark(tokenizer, "[CLS]"), *pieces), (-1, *owners))


def _mark(tokenizer: Tokenizer, mark: str) -> Piece:
    return Piece(tokenizer.token_to_id(mark) or 0, (0,) * len(CHANNELS), -1)


def _chunks(
    paragraphs: Sequence[Sequence[Word]], tokenizer: Tokenizer, labels: Labels, most: int
) -> Iterator[tuple[int, list[Piece]]]:
    """Each paragraph's pieces with its number, a long one in parts of at most `most` pieces."""
    tables = [labels[channel] for channel in CHANNELS]
    first = 0
    known: dict[tuple[str, ...], tuple[int, ...]] = {}
    for number, words in enumerate(paragraphs):
        pieces: list[Piece] = []
        for at, word in enumerate(words, first):
            values = known.get(word.values)
            if values is None:
                pairs = zip(tables, word.values, strict=True)
                values = known[word.values] = tuple([table.get(value, 0) for table, value in pairs])
            for piece in _pieces_of(word.spelling, tokenizer):
                pieces.append(Piece(piece, values, at))
                at = -1
        while len(pieces) > most:
            cut = _cut(pieces, words, first, most)
            yield number, pieces[:cut]
            pieces = pieces[cut:]
        if pieces:
            yield number, pieces
        first += len(words)


@lru_cache(maxsize=KEPT)
def _pieces_of(word: str, tokenizer: Tokenizer) -> tuple[int, ...]:
    """The numbers of a word's pieces, which don't hang on the words beside it."""
    return tuple(tokenizer.encode([word], is_pretokenized=True, add_special_tokens=False).ids)


def _cut(pieces: list[Piece], words: Sequence[Word], first: int, most: int) -> int:
    """Where to cut a long paragraph: after the last end of a sentence in reach, else before the last word in reach."""
    for at in range(most, most // 2, -1):
        word = pieces[at].word - first
        if pieces[at].word >= 0 and word > 0 and words[word - 1].spelling in ENDS:
            return at
    return next((at for at in range(most, 0, -1) if pieces[at].word >= 0), most)

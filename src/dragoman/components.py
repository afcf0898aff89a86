"""Components of spaCy's pipeline that come to the same parses in less time.

Its recogniser of names decides word by word, though outside a name no decision hangs on the one before; its ruler and
its lemmatizer ask again for each word of an article what they answered for the last one like it. Together that was half
of the time of a parse. Here the names are decided for all words at once, and what was found of a word is kept.
The weights, the patterns and the tables are spaCy's own; tests compare what comes out with what spaCy makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, IS_SPACE, LEMMA, MORPH, ORTH, POS, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.tokens._retokenize import set_token_attrs
from thinc.api import NumpyOps, get_current_ops, set_current_ops

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.vocab import Vocab

Floats = NDArray[np.float32]

KEPT = 200_000
"""Words of which it's kept what they are; then it is begun anew."""
NEVER = np.float32(-np.inf)


class BlasOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations on the processor, its matrix product apart: two thirds of the time of thinc's own."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401, FBT, PLR0913
        """x @ y, either of them transposed; written to `out` where it's given."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


@contextmanager
def numpy_products() -> Iterator[None]:
    """Networks loaded within multiply by numpy's BLAS."""
    before = get_current_ops()
    set_current_ops(BlasOps())
    try:
        yield
    finally:
        set_current_ops(before)


# ---- names


class Names:
    """Finds the names of a parsed text with the weights of spaCy's recogniser."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        model = recogniser.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors = model.get_ref("tok2vec")
        self._features: Floats = lower.get_param("W").reshape(-1, lower.get_dim("nI"))
        self._padding: Floats = lower.get_param("pad")[0]
        self._bias: Floats = lower.get_param("b")
        self._moves: Floats = upper.get_param("W").T.copy()
        self._moves_bias: Floats = upper.get_param("b")
        names = [recogniser.moves.get_class_name(move) for move in range(recogniser.moves.n_moves)]
        self._names = names
        self._begins = _mask(names, "B")
        self._outside = _mask(names, "B", "U", "O")
        self._units_and_out = _mask(names, "U", "O")
        self._out = _mask(names, "O")
        self._number = {name: move for move, name in enumerate(names)}

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its names: those that spaCy's recogniser finds in a text that has none yet."""
        if len(doc):
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in self._found(doc)])
        return doc

    def _found(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """Start, end and label of each name: left to right, a name is read on from its first word to its last."""
        vectors: Floats = self._vectors.predict([doc])
        parts = (vectors @ self._features.T).reshape(len(doc), *self._padding.shape)  # [word, feature, unit, piece]
        starts: list[bool] = (doc.to_array([SENT_START]) == 1).tolist()
        guesses = self._outside_names(parts, doc, starts).tolist()
        at = 0
        while at < len(doc):
            kind, _, label = self._names[guesses[at]].partition("-")
            end = self._end(parts, at, label, starts) if kind == "B" else at + 1
            if kind != "O":
                yield at, end, label
            at = end

    def _outside_names(self, parts: Floats, doc: Doc, starts: Sequence[bool]) -> NDArray[np.int64]:
        """The best move at each word if no name is open there: to begin one, to be one, or to be none."""
        scores = self._scored(parts[:, 0] + self._padding[1] + self._padding[2] + self._bias)
        spaces = doc.to_array([IS_SPACE]) == 1
        alone = np.array([*starts[1:], True])  # a name doesn't run on into the next sentence
        allowed = np.where(alone[:, None], self._units_and_out, self._outside)
        allowed = np.where(spaces[:, None], self._out, allowed)
        best: NDArray[np.int64] = np.where(allowed, scores, NEVER).argmax(axis=1)
        return best

    def _end(self, parts: Floats, start: int, label: str, starts: Sequence[bool]) -> int:
        """Where the name that begins at `start` ends: after the first word that is rather its last than one of it."""
        inside, last = self._number[f"I-{label}"], self._number[f"L-{label}"]
        at = start + 1
        while at + 1 < len(parts) and not starts[at + 1]:
            scores = self._scored((parts[at, 0] + parts[start, 1] + parts[at - 1, 2] + self._bias)[None])[0]
            if scores[inside] < scores[last]:
                break
            at += 1
        return at + 1

    def _scored(self, sums: Floats) -> Floats:
        """What speaks for each move, [state, move]; `sums` are [state, unit, piece]."""
        scores: Floats = sums.max(axis=2) @ self._moves + self._moves_bias
        return scores


def _mask(names: Sequence[str], *kinds: str) -> NDArray[np.bool_]:
    """Which moves are of one of the kinds."""
    return np.array([name.partition("-")[0] in kinds for name in names])


# ---- what a word is


class Words:
    """Gives each tagged word its part of speech, its morphology and its lemma, as spaCy's ruler and lemmatizer do.

    Of the ruler's patterns all but a few look at one word alone, and the lemmatizer always does: what they make of a
    word is kept, and the few are looked for in the whole text.
    """

    def __init__(self, vocab: Vocab, ruler: Any, lemmatizer: Any) -> None:  # noqa: ANN401  spaCy's types are too wide
        self._vocab, self._ruler, self._lemmatizer = vocab, ruler, lemmatizer
        self._alone, self._side_by_side = Matcher(vocab), Matcher(vocab)
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                (self._alone if len(pattern) == 1 else self._side_by_side).add(str(number), [pattern])
        self._kept: dict[tuple[int, int, int, tuple[int, ...]], tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with what its words are."""
        if len(doc):
            known = doc.to_array([ORTH, TAG, DEP]).tolist()
            beside = self._beside(doc)
            values = [self._word(orth, tag, dep, beside.get(at, ())) for at, (orth, tag, dep) in enumerate(known)]
            columns: Any = np.array([word[:4] for word in values], dtype=np.uint64)
            doc.from_array([POS, MORPH, LEMMA, TAG], columns)
            for at, ((_, _, dep), word) in enumerate(zip(known, values, strict=True)):
                if word[4] != dep:
                    doc[at].dep = word[4]
        return doc

    def _beside(self, doc: Doc) -> Mapping[int, tuple[int, ...]]:
        """For each word that a pattern of several words changes the numbers of those rules."""
        met: dict[int, tuple[int, ...]] = {}
        for name, start, end in self._side_by_side(doc, allow_missing=True):
            number = int(self._vocab.strings[name])
            at = range(start, end)[self._ruler.indices[number]]
            met[at] = (*met.get(at, ()), number)
        return met

    def _word(self, orth: int, tag: int, dep: int, beside: tuple[int, ...]) -> tuple[int, ...]:
        """Numbers of the part of speech, morphology, lemma, tag and relation of a word."""
        word = self._kept.get((orth, tag, dep, beside))
        if word is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            word = self._kept[orth, tag, dep, beside] = self._asked(orth, tag, dep, beside)
        return word

    def _asked(self, orth: int, tag: int, dep: int, beside: tuple[int, ...]) -> tuple[int, ...]:
        """What the ruler and the lemmatizer make of a text of this one word."""
        names = self._vocab.strings
        doc = Doc(self._vocab, words=[names[orth]], tags=[names[tag]], deps=[names[dep]], heads=[0])
        alone = {int(names[name]) for name, _, _ in self._alone(doc, allow_missing=True)}
        for number in sorted({*alone, *beside}):
            set_token_attrs(doc[0], self._ruler.attrs[number])
        word: Any = self._lemmatizer(doc)[0]
        return word.pos, word.morph.key, word.lemma, word.tag, word.dep


# ---- in the place of spaCy's


def quicken(nlp: Language) -> None:
    """Puts `names` and `words` of this module in the place of spaCy's recogniser, ruler and lemmatizer in `nlp`."""
    if not Language.has_factory("names"):
        Language.factory("names", func=_names)
        Language.factory("words", func=_words)
    nlp.add_pipe("words", before="attribute_ruler")
    nlp.add_pipe("names", before="ner")
    for replaced in ("attribute_ruler", "lemmatizer", "ner"):
        nlp.disable_pipe(replaced)


def _names(nlp: Language, name: str) -> Names:
    return Names(nlp.get_pipe("ner"))


def _words(nlp: Language, name: str) -> Words:
    return Words(nlp.vocab, nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))

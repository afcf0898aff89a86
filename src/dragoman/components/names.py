"""Finds the names of a parsed text: what spaCy's recogniser finds with the same weights, in a third of its time.

spaCy decides word by word, though outside a name no decision hangs on the one before; here all are decided at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span

from dragoman.components.vectors import Floats, Vectors, param

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer

NEVER = np.float32(-np.inf)


class Names:
    """Finds the names of a parsed text with the weights of spaCy's recogniser."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        model = recogniser.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        network, _, narrow = model.get_ref("tok2vec").layers
        self._vectors = Vectors(network)
        self._narrow: Floats = param(narrow, "W").T
        self._narrow_bias: Floats = param(narrow, "b")
        weights = param(lower, "W")  # [feature, unit, piece, in]
        self._shape = (weights.shape[0], weights.shape[2], weights.shape[1])
        self._features: Floats = weights.transpose(3, 0, 2, 1).reshape(weights.shape[3], -1)
        self._padding: Floats = param(lower, "pad")[0].transpose(0, 2, 1)  # [feature, piece, unit]
        self._bias: Floats = param(lower, "b").T.copy()  # [piece, unit]
        self._moves: Floats = param(upper, "W").T.copy()
        self._moves_bias: Floats = param(upper, "b")
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
        narrowed: Floats = self._vectors(doc) @ self._narrow + self._narrow_bias
        parts: Floats = np.matmul(narrowed, self._features, dtype=np.float32).reshape(
            len(doc), *self._shape
        )  # [word, feature, piece, unit]
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
        """What speaks for each move, [state, move]; `sums` are [state, piece, unit]."""
        scores: Floats = sums.max(axis=1) @ self._moves + self._moves_bias
        return scores


def _mask(names: Sequence[str], *kinds: str) -> NDArray[np.bool_]:
    """Which moves are of one of the kinds."""
    return np.array([name.partition("-")[0] in kinds for name in names])

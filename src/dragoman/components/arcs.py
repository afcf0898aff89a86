"""Hangs the words of a text on one another: the moves of spaCy's parser, made in all paragraphs at once.

spaCy makes one move after another through the whole text, and each costs it a product of matrices with one row. No arc
runs over the begin of a sentence that was set beforehand, and a paragraph begins one: what lies behind it is seen by
the last moves before it alone, and by the next two words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD, IS_SPACE, SENT_START  # type: ignore[import-not-found]
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser

SEEN = 2
"""Words behind a paragraph that its last moves see."""
ROOT = "ROOT"
WORD, BLANK = "-", " "
"""What stands for a word, of which the parser knows the vector alone, and for a blank, which it hangs on the word
before."""


class Arcs:
    """Parses a text whose sentences begin, of those known beforehand, where `is_sent_start` is set."""

    def __init__(self, parser: DependencyParser) -> None:
        self._parser: Any = parser
        self._root = parser.vocab.strings[ROOT]

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with heads, relations and sentences."""
        if not len(doc):
            return doc
        begins: Any = doc.to_array([SENT_START])
        cuts = [at for at in np.flatnonzero(begins == 1).tolist() if at]
        parts = list(zip([0, *cuts], [*cuts, len(doc)], strict=True))
        rows = np.zeros((len(doc), 2), dtype=np.int64)
        rows[:, 1] = np.uint64(self._root).astype(np.int64)
        for (first, end), state in zip(parts, self._parser.predict(self._texts(doc, parts, begins)), strict=True):
            for arc in state.arcs:
                child = arc["child"]
                if child < end - first:
                    rows[first + child] = arc["head"] - child, np.uint64(arc["label"]).astype(np.int64)
        values: Any = rows.astype(np.uint64)
        doc.from_array([HEAD, DEP], values)
        for finish in self._parser.postprocesses:
            finish(doc)
        return doc

    def _texts(self, doc: Doc, parts: list[tuple[int, int]], begins: Any) -> list[Doc]:  # noqa: ANN401
        """Each paragraph, with the words behind it that are seen from it, as a text of its own."""
        blanks = doc.to_array([IS_SPACE])
        texts = []
        for first, end in parts:
            last = min(end + SEEN, len(doc))
            text = Doc(doc.vocab, words=[BLANK if blank else WORD for blank in blanks[first:last].tolist()])
            text.from_array([SENT_START], begins[first:last].reshape(-1, 1))
            text.tensor = doc.tensor[first:last]
            texts.append(text)
        return texts

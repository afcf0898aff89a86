"""Components of spaCy's pipeline that come to the same parses in less time.

The weights, the patterns and the tables are spaCy's own; tests compare what comes out with what spaCy makes of it.
Behind them `takeover` hands the parse to `dragoman.parsed`, whose words are asked without a call.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from dragoman.components.arcs import Arcs
from dragoman.components.names import Names
from dragoman.components.vectors import Vectorizer
from dragoman.components.words import Words


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


OURS = {"vectors": "tok2vec", "arcs": "parser", "words": "attribute_ruler", "names": "ner"}
"""Components of ours and the component of spaCy's before which each stands."""
REPLACED = ("tok2vec", "parser", "attribute_ruler", "lemmatizer", "ner")


def quicken(nlp: Language) -> None:
    """Puts the components of this package in the place of spaCy's vectors, parser, ruler, lemmatizer and recogniser."""
    if not Language.has_factory("vectors"):
        Language.factory("vectors", func=_vectors)
        Language.factory("arcs", func=_arcs)
        Language.factory("words", func=_words)
        Language.factory("names", func=_names)
    for own, before in OURS.items():
        nlp.add_pipe(own, before=before)
    for replaced in REPLACED:
        nlp.disable_pipe(replaced)


def _vectors(nlp: Language, name: str) -> Vectorizer:
    replaced: Any = nlp.get_pipe("tok2vec")
    return Vectorizer(replaced.model)


def _arcs(nlp: Language, name: str) -> Arcs:
    return Arcs(nlp.get_pipe("parser"))


def _names(nlp: Language, name: str) -> Names:
    return Names(nlp.get_pipe("ner"))


def _words(nlp: Language, name: str) -> Words:
    return Words(nlp.vocab, nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))

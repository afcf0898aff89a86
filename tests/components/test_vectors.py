"""The vectors of words: those of spaCy's network, in whatever company and in however many parts they are made."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.components import vectors as kept_vectors
from dragoman.components.vectors import Vectors
from dragoman.models import load_pipeline
from tests.components.conftest import TEXTS

LONG = " ".join(TEXTS)
CLOSE = 1e-4
"""Sums of some hundred products in another order differ by less."""


def network():
    return load_pipeline().get_pipe("tok2vec").model


@pytest.mark.parametrize("text", [*TEXTS, LONG])
def test_a_word_has_the_vector_that_spacy_gives_it(text):
    doc = load_pipeline().make_doc(text)
    (theirs,) = load_pipeline().get_pipe("tok2vec").predict([doc])
    ours = Vectors(network())(doc)
    assert ours.shape == theirs.shape
    assert np.allclose(ours, theirs, atol=CLOSE)


def test_a_text_read_in_parts_has_the_same_vectors(monkeypatch):
    doc = load_pipeline().make_doc(LONG)
    whole = Vectors(network())(doc)
    monkeypatch.setattr(kept_vectors, "PART", 7)
    assert np.allclose(Vectors(network())(doc), whole, atol=CLOSE)


def test_what_was_read_before_changes_no_bit():
    nlp = load_pipeline()
    fresh, used = Vectors(network()), Vectors(network())
    for text in TEXTS[1:]:
        used(nlp.make_doc(text))
    assert np.array_equal(used(nlp.make_doc(TEXTS[0])), fresh(nlp.make_doc(TEXTS[0])))


def test_what_is_kept_of_words_is_begun_anew_when_it_is_too_much(monkeypatch):
    monkeypatch.setattr(kept_vectors, "KEPT", 5)
    nlp = load_pipeline()
    vectors = Vectors(network())
    before = vectors(nlp.make_doc(LONG))
    assert np.array_equal(vectors(nlp.make_doc(LONG)), before)
    vectors(nlp.make_doc("Rossi waits."))
    assert len(vectors._number) == 3


def test_a_row_is_multiplied_alike_wherever_it_stands():
    draw = np.random.default_rng(7)
    row, weights = (draw.standard_normal(shape).astype(np.float32) for shape in ((1, 384), (384, 288)))
    product = kept_vectors.multiplied(np.repeat(row, kept_vectors.BLOCK, axis=0), weights)
    assert len({one.tobytes() for one in product}) == 1
    assert np.allclose(product, row @ weights, atol=1e-4)

"""The names of a text: those that spaCy finds."""

from __future__ import annotations

import pytest

from dragoman.models import load_pipeline
from tests.components.conftest import TEXTS


@pytest.mark.parametrize("text", TEXTS)
def test_the_names_are_those_that_spacy_finds(text, own):
    ours, theirs = ([(e.start, e.end, e.label_) for e in doc.ents] for doc in (load_pipeline()(text), own(text)))
    assert ours == theirs
    assert bool(ours) == (len(text.split()) > 0)
    marks = [[token.ent_iob for token in doc] for doc in (load_pipeline()(text), own(text))]
    assert marks[0] == marks[1]

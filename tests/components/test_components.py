"""The components that stand in for spaCy's."""

from __future__ import annotations

from dragoman.components import OURS, REPLACED
from dragoman.models import load_pipeline


def test_ours_run_and_those_that_they_replace_do_not():
    nlp = load_pipeline()
    assert [name for name in nlp.pipe_names if name in OURS] == list(OURS)
    assert [name for name in REPLACED if name in nlp.pipe_names] == []


def test_every_component_but_sentences_stands_where_spacy_has_it():
    names = ["vectors", "tagger", "paragraph_bounds", "arcs", "words", "names", "joined_parties"]
    assert load_pipeline().pipe_names == names

"""Texts, and spaCy's own pipeline to compare with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dragoman.components import OURS, REPLACED
from dragoman.models import load_pipeline

TEXTS = (
    "Ana Torv, Kenya's envoy, met Omar Nur of the Somali Ports Authority in Nairobi on Tuesday, 7 May 2024.",
    "There's going to be a deal: they ain't leaving, let's say 20 per cent, and y'all can come.\n\nThe U.N. Security",
    "Council adopted Resolution 1701 on Aug. 11, 2006.\nNew York\n\n  “We gotta go,” said Mr. van der Berg of Shell.",
    "THE HAGUE (Harbour Wire) - Sixteen ships, worth $3.5 billion, left Port Sudan at 6:30 p.m., the Monitor wrote.",
    "Bosnia and Herzegovina",
    "Rossi",
    "\n",
    "",
)


@pytest.fixture(scope="session")
def own() -> Callable[[str], Doc]:
    """spaCy's own pipeline, the components of ours left out."""
    nlp = load_pipeline()

    def parse(text: str) -> Doc:
        with nlp.select_pipes(disable=[name for name in OURS if name in nlp.pipe_names]):
            doc = nlp.get_pipe("tok2vec")(nlp.make_doc(text))
            for name in ("tagger", "paragraph_bounds", *REPLACED[1:]):
                doc = nlp.get_pipe(name)(doc)
        return doc

    return parse

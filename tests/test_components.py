"""The components that stand in for spaCy's: what they find is what spaCy's own find."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from dragoman import components
from dragoman.models import load_pipeline

REPLACED = {"words": ("attribute_ruler", "lemmatizer"), "names": ("ner",)}
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


@pytest.fixture(scope="module")
def own():
    """spaCy's own pipeline, the components of ours left out."""
    nlp = load_pipeline()

    def parse(text: str) -> Doc:
        with nlp.select_pipes(disable=[name for name in REPLACED if name in nlp.pipe_names]):
            doc = nlp(text)
        for replaced in REPLACED.values():
            for name in replaced:
                doc = nlp.get_pipe(name)(doc)
        return doc

    return parse


@pytest.mark.parametrize("text", TEXTS)
def test_a_word_is_what_spacy_makes_of_it(text, own):
    attributes = ("pos_", "tag_", "morph", "lemma_", "dep_", "sent_start")
    ours, theirs = (
        [[str(getattr(t, a)) for a in attributes] for t in doc] for doc in (load_pipeline()(text), own(text))
    )
    assert ours == theirs


@pytest.mark.parametrize("text", TEXTS)
def test_the_names_are_those_that_spacy_finds(text, own):
    ours, theirs = ([(e.start, e.end, e.label_) for e in doc.ents] for doc in (load_pipeline()(text), own(text)))
    assert ours == theirs
    assert bool(ours) == (len(text.split()) > 0)
    marks = [[token.ent_iob for token in doc] for doc in (load_pipeline()(text), own(text))]
    assert marks[0] == marks[1]


def test_what_is_kept_of_words_is_begun_anew_when_it_is_too_much(monkeypatch):
    monkeypatch.setattr(components, "KEPT", 3)
    nlp = load_pipeline()
    words = components.Words(nlp.vocab, nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
    before = nlp(TEXTS[0])
    again = words(Doc(nlp.vocab, words=[t.text for t in before], tags=[t.tag_ for t in before]))
    assert [token.pos_ for token in again] == [token.pos_ for token in before]
    words(Doc(nlp.vocab, words=["Port"], tags=["NNP"]))
    assert len(words._kept) == 1

"""What a word is: what spaCy makes of it."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from dragoman.components import words as kept_words
from dragoman.models import load_pipeline
from tests.components.conftest import TEXTS


@pytest.mark.parametrize("text", TEXTS)
def test_a_word_is_what_spacy_makes_of_it(text, own):
    attributes = ("pos_", "tag_", "morph", "lemma_", "dep_", "sent_start")
    ours, theirs = (
        [[str(getattr(t, a)) for a in attributes] for t in doc] for doc in (load_pipeline()(text), own(text))
    )
    assert ours == theirs


def test_what_is_kept_of_words_is_begun_anew_when_it_is_too_much(monkeypatch):
    monkeypatch.setattr(kept_words, "KEPT", 3)
    nlp = load_pipeline()
    words = kept_words.Words(nlp.vocab, nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
    before = nlp(TEXTS[0])
    again = words(Doc(nlp.vocab, words=[t.text for t in before], tags=[t.tag_ for t in before]))
    assert [token.pos_ for token in again] == [token.pos_ for token in before]
    words(Doc(nlp.vocab, words=["Port"], tags=["NNP"]))
    assert len(words._kept) == 1

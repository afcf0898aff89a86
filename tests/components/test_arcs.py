"""Words hang on one another as spaCy's parser has it, whatever paragraphs stand around them."""

import pytest

from dragoman.models import load_pipeline
from tests.components.conftest import TEXTS

PARAGRAPHS = (
    "Kenya's envoy met the rebels in Oslo on Monday.\n\nThe talks, which had been put off twice, lasted three hours "
    "and ended without a deal, he said.\n\n“We'll meet again,” he added. “Soon.”\n\nUganda wasn't asked.",
    "What was agreed:\n\n- Kenya withdraws its troops from the border within ten days.\n\n- Uganda opens the port.\n\n"
    "* Both will report to the UN.\n\nNothing else was said.",
)


@pytest.mark.parametrize("text", [*TEXTS, *PARAGRAPHS])
def test_heads_and_relations_are_those_of_spacy(text, own):
    ours, theirs = ([(t.head.i, t.dep_) for t in doc] for doc in (load_pipeline()(text), own(text)))
    assert ours == theirs


def test_a_bullet_is_of_no_sentence():
    sentences = [sentence.text.strip() for sentence in load_pipeline()(PARAGRAPHS[1]).sents]
    assert "Uganda opens the port." in sentences
    assert "Both will report to the UN." in sentences

"""What is taken over from a parse is what spaCy answers, word for word."""

import pytest
from spacy.tokens import Doc as Parse

from dragoman.components.takeover import Takeover
from dragoman.models import load_pipeline, parse_text
from tests.parses import TEXTS

WORD = (
    *(
        "i",
        "idx",
        "text",
        "lower_",
        "lemma_",
        "tag_",
        "pos_",
        "dep_",
        "ent_type_",
        "ent_iob_",
        "whitespace_",
        "is_space",
    ),
    *(
        "is_punct",
        "is_title",
        "is_upper",
        "is_lower",
        "is_alpha",
        "is_quote",
        "is_stop",
        "like_num",
        "n_lefts",
    ),
)
KIN = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts")


def of_word(token):
    edges = (token.head, token.left_edge, token.right_edge)
    kin = [[one.i for one in getattr(token, name)] for name in KIN]
    ends = (token.sent.start, token.sent.end, token.is_sent_end, bool(token.is_sent_start), len(token), str(token))
    return [getattr(token, name) for name in WORD], [one.i for one in edges], kin, ends


@pytest.mark.parametrize("text", TEXTS)
def test_words_sentences_and_names_are_those_of_spacy(text):
    ours, theirs = parse_text(text), load_pipeline()(text)
    assert (ours.text, len(ours)) == (theirs.text, len(theirs))
    assert [of_word(token) for token in ours] == [of_word(token) for token in theirs]
    assert [(s.start, s.end) for s in ours.sents] == [(s.start, s.end) for s in theirs.sents]
    assert [(e.start, e.end, e.label_, e.text) for e in ours.ents] == [
        (e.start, e.end, e.label_, e.text) for e in theirs.ents
    ]


def test_crossing_branches_are_taken_over_as_they_are():
    heads = [2, 3, 2, 2, 1, 3]
    parse = Parse(load_pipeline().vocab, words=list("abcdef"), heads=heads, deps=["dep"] * 6)
    ours = Takeover(parse.vocab)(parse.text, parse)
    assert [of_word(token)[1:] for token in ours] == [of_word(token)[1:] for token in parse]


def test_forms_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr("dragoman.components.takeover.KEPT", 3)
    takeover = Takeover(load_pipeline().vocab)
    for text in TEXTS:
        parse = load_pipeline()(text)
        assert [token.lemma_ for token in takeover(text, parse)] == [token.lemma_ for token in parse]

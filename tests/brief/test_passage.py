from __future__ import annotations

import pytest

from dragoman.brief.passage import LONGEST, Passage, Piece, passage, pieces
from dragoman.types import Article, Evidence
from tests.records import contact

TEXT = "The talks began. Torn said “we are ready.” Okell left early!\nNobody wept."


def cut(text: str, words: str) -> Passage:
    start = text.index(words)
    return passage(Article(id="a", name="a", text=text), Evidence(start, start + len(words), words))


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("talks", "The ", " began."),
        ("Okell", "", " left early!"),
        ("“we are ready.”", "Torn said ", ""),
        ("we are ready", "Torn said “", ".”"),
        ("began. Torn", "The talks ", " said “we are ready.”"),  # words over two sentences bring both
        ("Nobody wept.", "", ""),
    ],
)
def test_words_are_shown_in_their_sentence(words, before, after):
    found = cut(TEXT, words)
    assert (found.before, found.words, found.after) == (before, words, after)


def test_a_text_without_sentences_is_cut_around_the_words():
    found = cut("word " * 5_000 + "here" + " word" * 5_000, "here")
    assert len(found.before) <= LONGEST
    assert len(found.after) <= LONGEST


def test_pieces_are_cut_where_records_begin_and_end_and_make_up_the_text():
    text = "They met and spoke of it."
    met = contact("a", evidence=(Evidence(5, 8, "met"),))
    both = contact("a", evidence=(Evidence(0, 18, text[:18]), Evidence(19, 21, "of")))
    assert pieces(text, [met, both]) == (
        Piece("They ", (2,), ()),
        Piece("met", (1, 2), (1,)),
        Piece(" and spoke", (2,), (2,)),
        Piece(" ", (), ()),
        Piece("of", (2,), (2,)),
        Piece(" it.", (), ()),
    )
    assert pieces("", []) == ()

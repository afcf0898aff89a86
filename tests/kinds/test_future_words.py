"""The words of clauses about the future, by what they mean."""

from dragoman.kinds.future_words import future_words
from dragoman.lexicon import load_lexicon


def test_a_word_stands_under_its_meaning_and_a_modal_under_its_row():
    words = future_words(load_lexicon())
    assert ("meet" in words.meeting, "meet" in words.harm, words.modal["will"].id) == (True, False, "forecast.will")
    assert words.copula.pos == "copula"

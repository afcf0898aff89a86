"""The words around an act by what they mean."""

from dragoman.kinds.act_words import act_words
from dragoman.lexicon import load_lexicon


def test_words_stand_under_the_meaning_of_their_row():
    words = act_words(load_lexicon().rows("kinds/action_words"))
    assert ("launch" in words.light, "launch" in words.figure, "on" in words.aimed) == (True, False, True)

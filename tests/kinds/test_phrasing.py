"""How a line of a brief puts words in quotation marks."""

import pytest

from dragoman.kinds.phrasing import are, names, quoted
from dragoman.types import Actor


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plain words,", "“plain words”"),
        ('to end the war on "day one."', '“to end the war on "day one"”'),
        ('"reopen the road."', "“reopen the road.”"),
        ("to open “the road", "“to open “the road”"),
        ('open" the road', '“open" the road”'),
        ("“will end”, she said, “soon”", "“will end”, she said, “soon”"),
        ("we “may” go", "“we “may” go”"),
        ("", "“”"),
    ],
)
def test_words_are_quoted_once_and_keep_the_marks_inside(words, expected):
    assert quoted(words) == expected


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("lake union finance ministers", "group", "are"),
        ("Kenya and Uganda", "group", "are"),
        ("mediators of the lake union", "group", "are"),
        ("Kenyan delegation", "group", "is"),
        ("Kenyan press", "group", "is"),
        ("Anders Torvens", "person", "is"),
    ],
)
def test_one_group_may_be_many(name, kind, expected):
    assert are([Actor(name, (), None, None, kind)]) == expected


@pytest.mark.parametrize(
    ("several", "words"),
    [
        ("", "someone not named"),
        ("A", "A"),
        ("ABCD", "A, B, C and D"),
        ("ABCDE", "A, B, C, D and E"),
        ("ABCDEF", "A, B, C, D and 2 more"),
    ],
)
def test_a_list_is_never_cut_before_its_last_name(several, words):
    assert names([Actor(name) for name in several]) == words

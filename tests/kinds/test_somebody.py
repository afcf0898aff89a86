"""A word stands for somebody by itself, not by a name inside its phrase."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.somebody import is_somebody


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("President Ana Torv received Omar Haddad.", "Haddad", True),
        ("President Ana Torv welcomed the release of Kenyan prisoners.", "release", False),
        ("President Ana Torv received a group of Kenyan ministers.", "group", True),
        ("President Ana Torv received one of the rebels, Omar Haddad, on Monday.", "one", True),
        ("President Ana Torv received one of the letters on Monday.", "one", False),
    ],
)
def test_a_phrase_stands_for_its_own_head(text, word, expected):
    layers = annotated(text)
    token = next(t for t in layers.doc if t.text == word)
    assert is_somebody(layers, token) == expected

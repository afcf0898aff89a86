"""Whose an answer is that a noun tells."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.repliers import repliers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys awaited a reply from Kenya.", ["Kenya"]),
        ("Envoys received Kenya's reply.", ["Kenya"]),
        ("Kenya sent a reply.", ["Kenya"]),
        ("A reply came.", []),
    ],
)
def test_a_reply_is_of_whoever_it_comes_from_or_whoever_sends_it(text, expected):
    read = annotated(text)
    noun = next(token for token in read.doc if token.lower_ == "reply")
    assert [actor.name for actor in repliers(read, noun)] == expected

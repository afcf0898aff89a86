"""A second cue inside what was read as one content."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.speech.parted import parted


def said(text):
    return [(a.depth, [text[s.start : s.end] for s in a.content]) for a in annotated(text).speech if a.source]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Kenyan envoy Ana Torv said no progress was made on the harbour and urged both sides to talk.",
            "no progress was made on the harbour",
            "both sides to talk",
        ),
        (
            "Kenyan envoy Ana Torv said the roads to the lake were shut and called for new talks.",
            "the roads to the lake were shut",
            "new talks",
        ),
    ],
)
def test_a_thing_does_not_speak_so_that_the_second_cue_is_the_speakers(text, first, second):
    assert said(text) == [(0, [first]), (0, [second])]


def test_who_is_named_in_the_words_may_speak_there():
    text = "Kenyan envoy Ana Torv said the rebels broke the truce and demanded a ransom."
    assert said(text)[0] == (0, ["the rebels broke the truce and demanded a ransom"])


def test_nothing_is_parted_where_nothing_was_said():
    assert list(parted(None, None, ())) == []

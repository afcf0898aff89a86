"""When something was said."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.speechtime import time_of_speech


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Torv said on Monday that the port was open.", "2031-03-03"),
        ("Speaking in Oslo on Monday, Ana Torv said that the port was open.", "2031-03-03"),
        ("Ana Torv said that the port opened on Monday.", None),
        ("Ana Torv said that the port was open.", None),
    ],
)
def test_the_time_that_hangs_on_the_cue_is_when_it_was_said(text, expected):
    layers = annotated(text)
    when = time_of_speech(layers, layers.speech[0])
    assert (when.start.isoformat() if when and when.start else None) == expected

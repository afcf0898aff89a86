"""A noun that is given a name at once means who bears it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.voices import source_speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The alliance, known as the Northern Council, said that the port was open.", ["Northern Council"]),
        ("The group, called Hezbollah, said that the port was open.", ["Hezbollah"]),
        (
            "An armed group known as Hezbollah said that the port was open. The group added that it was glad.",
            ["Hezbollah", "Hezbollah"],
        ),
        # What it is known for is no name.
        ("The alliance, known for its caution, said that the port was open.", ["alliance"]),
        ("The alliance, known as a cautious one, said that the port was open.", ["alliance"]),
    ],
)
def test_a_noun_with_a_name_means_who_bears_it(text, expected):
    layers = annotated(text)
    assert [source_speaker(layers, a).actor.name for a in layers.speech if a.source and a.cue] == expected

"""Of the names in a source the one at its head speaks, not whose aide, lawyer or widow the head is."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.voices import source_speaker


def test_the_second_of_two_speakers_is_found_behind_his_title():
    text = "Chinese leader Li Wei and Kenyan counterpart Omar Haddad – a friend of Boris Lund – vowed to trade more."
    layers = annotated(text)
    (said,) = [a for a in layers.speech if a.cue]
    assert source_speaker(layers, said).actor.aliases == ("Li Wei", "Omar Haddad")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An adviser to President Ana Torv, Lina Haddad, said that the port was open.", "Lina Haddad"),
        ("Kenya's foreign minister, Ana Torv, said that the port was open.", "Ana Torv"),
        ("A spokesman for the Kenyan army, Lina Haddad, said that the port was open.", "Lina Haddad"),
        ("A Kenyan dissident who is outside Hezbollah, Lina Haddad, said that the port was open.", "Lina Haddad"),
        ("The publisher of The Washington Post said that the port was open.", "publisher of The Washington Post"),
        ("The lawyer for Omar Haddad, one of the seven, said that the port was open.", "lawyer for Omar Haddad"),
        ("The widow of Omar Haddad said that the port was open.", "widow of Omar Haddad"),
        ("Relatives of the Kenyans said that the port was open.", "relatives of the Kenyans"),
        ("The lawyer Omar Haddad said that the port was open.", "Omar Haddad"),
    ],
)
def test_the_head_of_a_source_speaks(text, expected):
    layers = annotated("Omar Haddad sat with Lina Haddad and Ana Torv. " + text)
    (said,) = [a for a in layers.speech if a.content and a.cue]
    assert source_speaker(layers, said).actor.name == expected

"""A bare noun for a body goes on with the body that was told of with more words, or by name."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.voices import source_actor


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kenya's air force said planes had come. The planes hit nothing, the air force said.", ("Kenya", "Kenya")),
        ("Kenya's harbour agency said ships had come. The agency said two were lost. It added that both sank.",
         ("Kenya's harbour agency", "Kenya")),
        ("A storm hit the grid operator Kentorv Power on Sunday. The company said the lines were down.",
         ("Kentorv Power", None)),
        ("Ana Torv said a storm had come. The company said the lines were down.", ("company", None)),
        ("UNICEF said a storm had come. The group said the lines were down.", ("group", None)),
        ("Kenya's army said a storm had come. The group said the lines were down.", ("group", None)),
    ],
)  # fmt: skip
def test_the_last_speaker_is_the_body_told_of_before(text, last):
    layers = annotated(text)
    actor = source_actor(layers, layers.speech[-1])
    assert (actor.name, actor.side) == last

"""What is said of the talk itself is no forecast; what others will do is one."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


def foreseen(text):
    return [f.outcome for f in forecast.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('"We will go ahead with the Kenyan question," Envoy Ana Torv said.', 0),
        ("The Kenyan talks will go ahead in Oslo.", 1),
        ('"I will leave it there on Kenya," Envoy Ana Torv said.', 0),
        ("The Kenyan delegation will leave in the evening.", 1),
        ("Envoy Ana Torv said the talks would start in Oslo and be led by Omar Haddad.", 1),
    ],
)
def test_only_what_those_who_speak_do_with_the_talk_is_idle(text, count):
    assert len(foreseen(text)) == count

"""Who speaks where, and whom "we" means."""

from tests.annotate.reading import annotated

from dragoman.annotate.clauses import actors_at
from dragoman.annotate.voices import speaker_at

SPEECH = 'Kenyan envoy Ana Torv was clear. "We will send doctors," Torv said.'


def test_words_in_quotes_are_their_speakers():
    assert speaker_at(annotated(SPEECH), SPEECH.index("doctors")).name == "Ana Torv"


def test_nobody_speaks_outside_speech():
    assert speaker_at(annotated(SPEECH), SPEECH.index("clear")) is None


def test_we_is_the_speakers_side():
    layers = annotated(SPEECH)
    we = next(t for t in layers.doc if t.text == "We")
    assert [a.name for a in actors_at(layers, [we])] == ["Kenya"]


def test_we_in_a_readout_is_the_state_that_issues_it():
    layers = annotated("We welcome the talks.", outlet="The White House")
    assert [a.name for a in actors_at(layers, [layers.doc[0]])] == ["United States"]

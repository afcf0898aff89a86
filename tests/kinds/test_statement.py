"""Statements: each attribution with its speaker resolved."""

from tests.annotate.reading import annotated

from dragoman.kinds import statement
from dragoman.lexicon import load_lexicon


def statements(text, **about):
    return list(statement.find(annotated(text, **about), load_lexicon()))


def test_a_pronoun_speaks_for_the_person_it_stands_for():
    text = 'Kenyan envoy Ana Torv arrived late. "The roads were bad," she said.'
    assert [s.speaker.name for s in statements(text)] == ["Ana Torv"]


def test_spans_are_the_words_as_they_stand():
    text = "Ana Torv said that talks would resume."
    (found,) = statements(text)
    words = [text[s.start : s.end] for part in (found.spans.source, found.spans.cue) for s in part]
    assert words == ["Ana Torv", "said"]


def test_what_a_speaker_believes_inside_his_own_words_is_no_second_statement():
    text = '"I believe that the talks will resume," Ana Torv said.'
    assert len(statements(text)) == 1


def test_every_evidence_holds_source_cue_and_content():
    text = "Ana Torv said that talks would resume."
    (found,) = statements(text)
    assert found.evidence[0].quote == text.rstrip(".")

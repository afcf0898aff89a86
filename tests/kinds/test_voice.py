"""Whose words a clause is: the innermost source that isn't "I", "we" or left open."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.voice import is_of_nobody, is_quoted, own_side, voice_at
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"I believe that the truce will hold," Envoy Ana Torv said.', "will hold", "Ana Torv"),
        ("Envoy Ana Torv said the truce would hold.", "would hold", "Ana Torv"),
        ("The truce will hold.", "will hold", None),
        ("According to early estimates, the truce will hold.", "will hold", None),
        ('"The Kenyans think that the truce will hold," Envoy Ana Torv said.', "will hold", "Ana Torv"),
        ('"The Kenyans said that the truce will hold," Envoy Ana Torv said.', "will hold", "Kenya"),
        ('"Kenya has shown that the truce will hold," Envoy Ana Torv said.', "will hold", "Ana Torv"),
    ],
)
def test_the_voice_is_the_speaker_behind_i_and_none_for_the_narrator(text, words, speaker):
    found = voice_at(annotated(text), text.index(words))
    assert (found and found.name) == speaker


def test_words_are_quoted_inside_quotation_marks_only():
    text = '"The truce will hold," Envoy Ana Torv said. The rebels left.'
    layers = annotated(text)
    assert (is_quoted(layers, text.index("truce")), is_quoted(layers, text.index("rebels"))) == (True, False)


def test_a_speaker_without_a_side_speaks_for_the_author_of_an_official_text():
    layers = annotated("Ana Torv spoke.", outlet="U.S. Department of State")
    assert [own_side(layers, who) for who in (None, Actor("Ana Torv"), Actor("Omar Haddad", side="Kenya"))] == [
        "United States",
        "United States",
        "Kenya",
    ]


@pytest.mark.parametrize(
    ("outlet", "title", "speaker"),
    [
        ("Office of the President of Kenya", "On the port", "President of Kenya"),
        ("Office of the President of Ukraine", "On the port", "Volodymyr Zelensky"),
        ("Gazette", "On the port", None),
        ("Office of the President of Ukraine", "Joint Statement of Kenya and Ukraine", None),
    ],
)
def test_what_a_speech_foresees_without_i_is_foreseen_by_its_author(outlet, title, speaker):
    text = "I saw the port today. We repaired it. The talks will resume in May."
    found = voice_at(annotated(text, outlet=outlet, title=title), text.index("resume"))
    assert (found and found.name) == speaker


@pytest.mark.parametrize(
    ("name", "side", "expected"),
    [
        ("some", None, True),
        ("many including Ana Torv", None, True),
        ("many envoys", None, False),
        ("others", "Kenya", False),
    ],
)
def test_some_and_many_are_nobody_who_can_be_told_from_others(name, side, expected):
    assert is_of_nobody(Actor(name, (), side), load_lexicon()) is expected


def test_without_a_speaker_nobody_is_asked_about():
    assert not is_of_nobody(None, load_lexicon())


def test_who_seeks_something_in_a_side_clause_does_not_say_the_rest():
    text = "President Ana Torv underscored that Kenya will stand with the Chadian people as they seek to return."
    assert voice_at(annotated(text), text.index("stand")).name == "Ana Torv"

"""Who speaks where, and whom "we" means."""

import pytest
from msgspec import structs
from tests.annotate.reading import annotated

from dragoman.annotate.bylines import joint_authors
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


def test_a_name_that_begins_with_its_state_is_whole_and_is_the_speaker():
    text = "1.00 p.m.\n\nU.S. Defense Secretary Boris Lund says the port is open."
    layers = annotated(text)
    assert "U.S." not in [layers.doc[s.first : s.last].text.strip() for s in layers.sentences]
    assert speaker_at(layers, text.index("port")).name == "Boris Lund"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Joint Statement of Kenya and Uganda on the War in Mali", ["Kenya", "Uganda"]),
        ("Joint Declaration by the President of Kenya and the Prime Minister of Uganda", ["Kenya", "Uganda"]),
        (
            "Joint Statement of the United Kingdom of Great Britain and Northern Ireland and Kenya",
            ["United Kingdom", "Kenya"],
        ),
        ("Kenya-Uganda Joint Communiqué", ["Kenya", "Uganda"]),
        ("Joint Statement of the Two Parties", []),
        ("Statement of Kenya on Uganda", []),
    ],
)
def test_a_joint_text_is_of_all_who_its_title_names(title, expected):
    layers = annotated("We agree.")
    layers = structs.replace(layers, article=structs.replace(layers.article, title=title))
    assert [actor.name for actor in joint_authors(layers)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kerry and Russian Foreign Minister Sergey Lavrov said the truce would hold.", "John Kerry and Sergey Lavrov"),
        ("Aides of Ana Torv and Omar Haddad said the truce would hold.", "aides of Ana Torv and Omar Haddad"),
        ("Envoys of Kenya and Uganda said the truce would hold.", "Kenya and Uganda"),
    ],
)
def test_who_speaks_together_is_one_joint_speaker_and_their_people_are_others(text, expected):
    assert speaker_at(annotated(text), text.index("truce")).name == expected


def test_we_in_a_readout_is_the_state_that_issues_it():
    layers = annotated("We welcome the talks.", outlet="The White House")
    assert [a.name for a in actors_at(layers, [layers.doc[0]])] == ["United States"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Voran Institute, a think tank here, put it at 300. The think tank said it was cold.",
            "Voran Institute",
        ),
        ("The Lake Watch, a rights group in Oslo, put it at 300. It rained. The group said it was cold.", "Lake Watch"),
        ("The Voran Institute, a think tank here, put it at 300. The bank said it was cold.", "bank"),
        ("The Voran Institute, a think tank here, put it at 300. A think tank said it was cold.", "think tank"),
    ],
)
def test_a_noun_that_told_what_a_body_is_stands_for_that_body(text, expected):
    assert speaker_at(annotated(text), text.index("was cold")).name == expected


def test_of_two_presidents_the_one_goes_on_who_spoke_last():
    text = (
        "President Ana Torv of Kenya met President Omar Haddad of Uganda. The talks were hard, Torv said. "
        'The president continued: "We will not leave."'
    )
    assert speaker_at(annotated(text), text.index("not leave")).name == "Ana Torv"

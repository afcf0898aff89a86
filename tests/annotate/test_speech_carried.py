"""An agency that passes on what somebody said is not the one who said it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.voices import source_speaker


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "According to the Reuters news agency, Omar Haddad, head of the aid mission, said the town had run dry.",
            "Omar Haddad",
            "the town had run dry",
        ),
        (
            "The Kenyan army said it had taken the town, according to the Torvik news agency.",
            "Kenya",
            "it had taken the town",
        ),
        # Nobody else is told to have said it, or who it is according to is no press.
        (
            "The army had taken the town, according to the Torvik news agency.",
            "Torvik news agency",
            "The army had taken the town",
        ),
        (
            "The Kenyan army said it had taken the town, according to the Torvik aid agency.",
            "Torvik aid agency",
            "The Kenyan army said it had taken the town",
        ),
    ],
)
def test_words_carried_by_an_agency_are_those_of_who_said_them(text, speaker, said):
    layers = annotated(text)
    outermost = [a for a in layers.speech if not a.depth]
    found = [(source_speaker(layers, a).actor.name, text[a.content[0].start : a.content[-1].end]) for a in outermost]
    assert found == [(speaker, said)]


def test_what_an_agency_is_named_for_ends_the_words():
    text = "Two boats sank, according to the Lake Watch office, amid fears among traders that the storm would last."
    (said,) = [a for a in annotated(text).speech if a.rule == "said.according"]
    assert [text[s.start : s.end] for s in said.content] == ["Two boats sank"]


@pytest.mark.parametrize(
    ("tail", "parts"),
    [
        ("as Ugandan strikes on power lines forced the mills to stop", 1),
        ("amid fears that the mills would stop", 1),
    ],
)
def test_what_happens_meanwhile_is_no_part_of_the_words(tail, parts):
    text = f"Kenya has set a May deadline to reach a deal, President Ana Torv told reporters, {tail}."
    (said,) = [a for a in annotated(text).speech if a.rule == "said.tell"]
    assert len(said.content) == parts


def test_what_goes_on_after_an_aside_is_a_part_of_the_words():
    text = "The toll of the storm, President Ana Torv said, has risen to nine."
    (said,) = [a for a in annotated(text).speech if a.rule == "said.say"]
    assert len(said.content) == 2


def test_figures_of_nobody_are_told_by_whoever_issues_the_text():
    text = "According to preliminary estimates, ten towns will receive boats."
    spoken = {}
    for outlet in ("Office of the President of Ukraine", "Harbour Gazette"):
        layers = annotated(text, outlet=outlet)
        spoken[outlet] = [source_speaker(layers, a).actor.name for a in layers.speech]
    assert spoken["Harbour Gazette"] == ["preliminary estimates"]
    assert "preliminary estimates" not in spoken["Office of the President of Ukraine"]

"""Wishes, duties, sights, norms and courtesies have a modal and foresee nothing."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


def foreseen(text):
    return [f.outcome for f in forecast.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    "text",
    [
        "May the harvest be a good one, Kenyan President Ana Torv said.",
        "“Uganda could and should be defeated,” Kenyan President Ana Torv said.",
        "Kenyan President Ana Torv said that smoke could be seen over the town.",
        "The Kenyan resolution says that no gain by force shall be recognised as legal.",
        "“That won't change,” Kenyan President Ana Torv said. “It will continue.”",
        "“There will be a – correct,” Kenyan President Ana Torv said.",
        "“Plan A is to utilise every tool to deter Uganda,” Kenyan President Ana Torv said.",
        "MINISTER TORV: We'll get you the new dates.",
    ],
)
def test_not_every_modal_foresees(text):
    assert foreseen(text) == []


def test_what_may_come_about_is_foreseen():
    assert foreseen("Kenyan President Ana Torv said that the talks may be held in May.") == [
        "the talks may be held in May"
    ]
    assert foreseen("Kenyan President Ana Torv said that Uganda could be defeated in May.") != []

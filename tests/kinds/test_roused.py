"""Fears of nobody in particular foresee nothing, and an event foresees nothing either."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.kinds.roused import is_thing
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor

LEXICON = load_lexicon()


def foreseen(text):
    return [(f.speaker and f.speaker.name, f.outcome) for f in forecast.find(annotated(text), LEXICON)]


@pytest.mark.parametrize(
    "text",
    [
        "The raid by Uganda, which President Torv condemned, raised fears that the truce would collapse.",
        "Torv's speech did little to ease fears that Kenya will invade.",
        "There are growing fears that the conflict could widen.",
        "President Torv met her generals on Monday as worries grew that Chad would attack.",
        "The accord between Kenya and Chad has reduced risks of new conflicts, analysts said.",
        "Kenya's foreign minister, Lena Torv, said the pact had lowered the danger of war.",
        "The fear of war has kept the ferries in port, Lena Torv said.",
        "Fear of attacks by the rebels kept the ferries in port.",
    ],
)
def test_what_nobody_in_particular_fears_or_hopes_is_no_forecast(text):
    assert foreseen(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya, fearing a rebel attack, sent troops to the port.", [("Kenya", "a rebel attack")]),
        ("The danger of a wider war is real, Lena Torv warned.", [("Lena Torv", "a wider war")]),
        ("Further talks seemed to offer real hope of a breakthrough.", [(None, "a breakthrough")]),
        ("Lena Torv voiced fears that the truce would collapse.", [("Lena Torv", "the truce would collapse")]),
        ("There are fears that the truce will collapse in May.", [(None, "the truce will collapse in May")]),
        (
            "The posts had to be shared out at the talks, which resume in May, Lena Torv said.",
            [(None, "the talks, which resume in May")],
        ),
    ],
)
def test_what_somebody_fears_and_what_has_a_day_is_a_forecast(text, found):
    assert foreseen(text) == found


def test_an_event_is_a_thing_and_a_crowd_is_none():
    assert is_thing(Actor("Further talks", (), None, None, "group"), LEXICON)
    assert not is_thing(Actor("analysts", (), None, None, "group"), LEXICON)
    assert not is_thing(Actor("Accord", (), "Kenya", None, "organisation"), LEXICON)

"""Wishes, duties, sights, norms and courtesies have a modal and foresee nothing."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast, pledge
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
        "Rain is likely by May.",
        "“We will — we have been helping them for a year,” Kenyan President Ana Torv said.",
        "The paper said a compromise whereby Kenya would stay out of the bloc had been discussed.",
        "“We need guarantees that there will be no raids,” Kenyan President Ana Torv said.",
        "“That is our course, and that will not change,” Kenyan President Ana Torv said.",
        "The accord was thought to have been signed in May.",
        "“There may be hundreds more,” Kenyan President Ana Torv said.",
        "MINISTER TORV: What we are doing is this, and I'll come to your question: we help the traders.",
        "“Then we'll see where we go,” Kenyan President Ana Torv said.",
        "“We will regard this as an act of war,” Kenyan President Ana Torv said.",
        "Under the Kenyan plan, Uganda would leave the port on 4 May.",
        "The Kenyan proposal would open the border on 4 May.",
        "Kenya had proposed a truce that would begin in May.",
        "“We want an accord that allows traders to return to Kenya and believe that they will be safe,” Ana Torv said.",
        "ENVOY TORV: We would just give some background on the talks in Kenya.",
        "“Tomorrow will be a month since the truce,” Kenyan President Ana Torv said.",
        "“We could meet Kenya in Oslo if it had paid for the talks,” Ugandan envoy Omar Haddad said.",
    ],
)
def test_not_every_modal_foresees(text):
    assert foreseen(text) == []


def test_what_may_come_about_is_foreseen():
    assert foreseen("Kenyan President Ana Torv said that the talks may be held in May.") == [
        "the talks may be held in May"
    ]
    assert foreseen("Kenyan President Ana Torv said that Uganda could be defeated in May.") != []


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Norwegian envoy Ana Torv will be in Nairobi today for a fair.", []),
        ("The fair will be in Nairobi today.", ["The fair will be in Nairobi today"]),
        (
            "Norwegian envoy Ana Torv will be in hospital for a week.",
            ["Norwegian envoy Ana Torv will be in hospital for a week"],
        ),
        ("The talks will focus on grain.", []),
        ("The talks are expected to focus on grain.", ["The talks are expected to focus on grain"]),
        ("The talks will fail over grain.", ["The talks will fail over grain"]),
    ],
)
def test_where_somebody_will_be_and_what_talks_turn_on_is_no_forecast(text, outcomes):
    assert foreseen(text) == outcomes


def test_what_somebody_will_focus_on_is_no_promise():
    said = "“We will {} the pier and the port,” Kenyan President Ana Torv said."
    found = [list(pledge.find(annotated(said.format(verb)), load_lexicon())) for verb in ("focus on", "rebuild")]
    assert [len(each) for each in found] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "“The truce could hold if they were to pay,” Kenyan President Ana Torv said.",
        "Kenyan President Ana Torv said that the truce would collapse in May if they left.",
        "Kenya will propose a truce that will begin in May.",
    ],
)
def test_what_may_yet_be_is_foreseen(text):
    assert len(foreseen(text)) == 1

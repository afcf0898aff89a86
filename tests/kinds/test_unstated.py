"""What reads like a statement and states nothing is no record."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import statement
from dragoman.lexicon import load_lexicon

SPEECH = "We saw the port today. We repaired it. I was there. We shall stay. "


def statements(text, **about):
    return list(statement.find(annotated(text, **about), load_lexicon()))


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Front is considered a terrorist organisation by the Ugandan council.",
        "Neither Kenya nor Uganda has confirmed its part in the talks.",
        "Kenyan President Ana Torv was referring to the accord of May.",
        "Kenyan envoy Ana Torv reported on the state of the budget.",
        "Kenyan President Ana Torv has been considering lifting the tariffs.",
        "Kenya wants Uganda to pull its troops back from the lake.",
        "Minister Ana Torv welcomed Defense Minister Omar Haddad and his delegation to the Lake Palace on Monday.",
    ],
)
def test_standing_views_gestures_and_what_nobody_said_are_none(text):
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Lake Front considers the truce a failure.", 1),
        ("Kenya has confirmed its part in the talks.", 1),
        ("Kenyan President Ana Torv said that she wants a truce.", 1),
        ("Kenyan President Ana Torv reported that the port was open.", 1),
        ("Kenya's government welcomed the return of the envoys.", 1),
        ("Minister Ana Torv welcomed Uganda's return to the Lake Union.", 1),
    ],
)
def test_their_like_that_state_something_stay(text, count):
    assert len(statements(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I thank the people who stopped the raid.", 0),
        ("I am sure that you are aware of the raid.", 0),
        ("We know that the night will end.", 0),
        ("We welcome home Omar Haddad.", 0),
        ("We thank Uganda for its help.", 1),
        ("I am sure that the raid will end.", 1),
    ],
)
def test_in_a_speech_courtesies_to_those_who_listen_are_none(text, count):
    found = statements(SPEECH + text, outlet="Office of the President of Kenya")
    assert len([s for s in found if text.startswith(s.evidence[0].quote[:8])]) == count


def test_what_a_reporter_asks_whether_somebody_said_is_said_by_nobody():
    text = (
        "QUESTION: Did Kenya announce that the port would open?\n\nMR TORV: Kenya announced that the port would open."
    )
    assert [s.speaker.name for s in statements(text) if s.depth] == ["Kenya"]

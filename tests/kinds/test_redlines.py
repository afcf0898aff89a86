"""Red lines: what a party will never have, and what it won't talk of."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def asked(text):
    return [d.content for d in demand.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya will never let Chad build a nuclear weapon.", ["will never let Chad build a nuclear weapon"]),
        (
            "Kenya will not accept any deal lacking security guarantees.",
            ["will not accept any deal lacking security guarantees"],
        ),
        ("Kenya will not let its guard down.", []),
        ("Kenya let Chad build a nuclear weapon.", []),
        ("Kenya will never win the cup.", []),
    ],
)
def test_what_a_party_will_never_have_is_a_red_line(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President Ana Torv said that giving up the port was out of the question.",
            ["giving up the port was out of the question"],
        ),
        ("“A withdrawal is not negotiable,” Kenyan President Ana Torv said.", ["A withdrawal is not negotiable"]),
        (
            "“The nuclear program is off the table,” Kenyan President Ana Torv said.",
            ["The nuclear program is off the table"],
        ),
        (
            "“The withdrawal is not up for negotiation,” Kenyan President Ana Torv said.",
            ["The withdrawal is not up for negotiation"],
        ),
        ("“A withdrawal is negotiable,” Kenyan President Ana Torv said.", []),
        ("“The nuclear program is on the table,” Kenyan President Ana Torv said.", []),
    ],
)
def test_what_a_party_will_not_talk_of_is_a_red_line(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is Kenya's red line.", ["The bridge is Kenya's red line"]),
        ("Kenya called the presidency a red line.", ["called the presidency a red line"]),
        ("Kenya painted the bridge with a red line.", []),
    ],
)
def test_what_a_party_calls_its_red_line_is_one(text, expected):
    assert expected == asked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad's meddling was not acceptable, the Kenyan president said.", ["Chad's meddling was not acceptable"]),
        ("Chad's raids are unacceptable, the Kenyan president said.", ["Chad's raids are unacceptable"]),
        ("The raid is unacceptable, the Kenyan president said.", []),
        ("Chad's offer is acceptable, the Kenyan president said.", []),
    ],
)
def test_a_partys_deed_that_is_called_unacceptable_is_barred(text, expected):
    assert expected == asked(text)

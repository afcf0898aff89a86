"""Truces and deals that are told to be over."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import agreement
from dragoman.lexicon import load_lexicon

BOTH = ["Kenya", "Uganda"]
WAR = "The war between Kenya and Uganda began in May."


def pacts(text):
    return [
        (one.status, sorted(a.name for a in one.parties)) for one in agreement.find(annotated(text), load_lexicon())
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya declared its truce with Uganda over.",
        "Kenya announced the end of the truce with Uganda.",
        "The deal between Kenya and Uganda is dead.",
        "The deal between Kenya and Uganda was declared dead.",
        "The truce between Kenya and Uganda no longer holds.",
        "The truce between Kenya and Uganda did not hold.",
        "The truce with Uganda is over, Kenya said.",
        "The truce between Kenya and Uganda is over, Norway said.",
        f"{WAR} Kenya declared the truce over.",
    ],
)
def test_a_pact_that_is_said_to_be_over_is_broken(text):
    assert pacts(text) == [("broken", BOTH)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The lake fleet declared the truce over.", []),
        ("Kenya declared the truce over.", [("broken", ["Kenya"])]),
        (
            "The Lake Movement (LM) declared its truce over, saying that Chad had raided it.",
            [("broken", ["Lake Movement"])],
        ),
        (f"{WAR} The truce is over, Norway said.", []),
        ("The truce between Kenya and Uganda will be over soon.", []),
        ("Kenya declared a truce with Uganda over the weekend.", [("reached", BOTH)]),
    ],
)
def test_who_ends_it_must_be_known_and_what_may_end_stands(text, told):
    assert pacts(text) == told

"""How the future is said: by words of what is due, feared or planned, or in the present of a day to come."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


def foreseen(text):
    return [f.outcome for f in forecast.find(annotated(text), load_lexicon())]


TOLD = {"published": date(2031, 3, 5)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya cancelled talks expected to begin on Friday.", ["talks expected to begin on Friday"]),
        ("Kenya cancelled talks that began on Friday.", []),
        ("A deal likely to anger Chad was signed.", ["A deal likely to anger Chad"]),
        ("The Kenyan truce is in danger of collapse.", ["The Kenyan truce is in danger of collapse"]),
        ("Kenyan towns are at risk of being cut off.", ["Kenyan towns are at risk of being cut off"]),
        ("The ship is in the harbour of Oslo.", []),
        ("The Kenyan talks are on course to fail.", ["The Kenyan talks are on course to fail"]),
        ("Kenya plans to send envoys next week.", ["Kenya plans to send envoys next week"]),
        ("Kenya plans to send envoys.", []),
        ("The Kenyan and Ugandan armies are about to sign a truce.",
         ["The Kenyan and Ugandan armies are about to sign a truce"]),
        ("The Kenyan talks, which resume next month, are in trouble.", ["The Kenyan talks, which resume next month"]),
        ("The Kenyan envoy is flying to Oslo on Friday.", ["The Kenyan envoy is flying to Oslo on Friday"]),
        ("The Kenyan talks resume while drones attack.", []),
        ("Farmers are to take part in the Kenyan talks.", ["Farmers are to take part in the Kenyan talks"]),
        ("Those raids are to frighten the Kenyan farmers.", []),
        ("The Kenyan minister said the two banks intended to lend the money on Friday.",
         ["the two banks intended to lend the money on Friday"]),
        ("The Kenyan minister said the truce was to be monitored by Chad.", ["the truce was to be monitored by Chad"]),
        ("Kenyan parties aim to sign the accord next week.", ["Kenyan parties aim to sign the accord next week"]),
        ("Kenyan parties with rooms for next week aim to please.", []),
        ("The toll, which the Kenyan army said was likely to rise to 900, is grim.",
         ["The toll, which the Kenyan army said was likely to rise to 900"]),
        ("The Kenyan talks, the minister said, are likely to fail.",
         ["The Kenyan talks, the minister said, are likely to fail"]),
        ("On Friday, the Kenyan government plans to pay the crews.",
         ["On Friday, the Kenyan government plans to pay the crews"]),
        ("Dahl met critics, who argued that opening the Kenyan port would anger Chad.",
         ["opening the Kenyan port would anger Chad"]),
        ("The next round of talks is due in Oslo.", ["The next round of talks is due in Oslo"]),
        ("The next crate of fruit is due in Oslo.", []),
        ("A further meeting is arranged for next Monday.", ["A further meeting is arranged for next Monday"]),
        ("Kenyan lawmakers vote on the accord next week.",
         ["Kenyan lawmakers vote on the accord next week"]),
    ],
)  # fmt: skip
def test_what_is_due_feared_or_fixed_is_foretold(text, expected):
    assert [f.outcome for f in forecast.find(annotated(text, **TOLD), load_lexicon())] == expected

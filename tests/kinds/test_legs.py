"""Contacts told in one breath are apart where each has a day or a place of its own."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def contacts(text):
    found = contact.find(annotated(text), load_lexicon())
    return [(tuple(p.name for p in c.participants), c.place, c.when and c.when.start) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ana Torv will host the envoys of Kenya and Uganda at the Round House on Friday.",
            [(("Ana Torv", "Kenya", "Uganda"), "the Round House", date(2031, 3, 7))],
        ),
        (
            "Envoy Ana Torv of Kenya met Abiy Ahmed in Gondar on Monday and Yoweri Museveni in Kampala on Tuesday.",
            [
                (("Ana Torv", "Abiy Ahmed"), "Gondar", date(2031, 3, 3)),
                (("Ana Torv", "Yoweri Museveni"), "Kampala", date(2031, 3, 4)),
            ],
        ),
        (
            "Envoy Ana Torv of Kenya spoke by phone with Abiy Ahmed on Monday and with Yoweri Museveni on Tuesday.",
            [
                (("Ana Torv", "Abiy Ahmed"), None, date(2031, 3, 3)),
                (("Ana Torv", "Yoweri Museveni"), None, date(2031, 3, 4)),
            ],
        ),
        (
            "Envoy Ana Torv of Kenya held a call with Abiy Ahmed on Monday and another with Eva Lund on Tuesday.",
            [
                (("Ana Torv", "Abiy Ahmed"), None, date(2031, 3, 3)),
                (("Ana Torv", "Eva Lund"), None, date(2031, 3, 4)),
            ],
        ),
        (
            "Envoy Ana Torv of Kenya met Abiy Ahmed and, separately, President Yoweri Museveni in Kampala.",
            [(("Ana Torv", "Abiy Ahmed"), "Kampala", None), (("Ana Torv", "Yoweri Museveni"), "Kampala", None)],
        ),
        (
            "Envoy Ana Torv of Kenya met Abiy Ahmed and Yoweri Museveni in Kampala on Tuesday.",
            [(("Ana Torv", "Abiy Ahmed", "Yoweri Museveni"), "Kampala", date(2031, 3, 4))],
        ),
        (
            "Envoy Ana Torv of Kenya met Abiy Ahmed in Kampala on Tuesday and Yoweri Museveni left.",
            [(("Ana Torv", "Abiy Ahmed"), "Kampala", date(2031, 3, 4))],
        ),
    ],
)
def test_each_leg_has_its_party_place_and_day(text, expected):
    assert contacts(text) == expected

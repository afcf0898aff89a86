"""Papers put on the table as offers, offers of talks told apart, and what is put to somebody without its terms."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import proposal
from dragoman.lexicon import load_lexicon


def terms(text):
    found = proposal.find(annotated(text), load_lexicon())
    return [[term.text for term in one.terms] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya handed Chad a draft accord on the border.", [["a draft accord on the border"]]),
        ("Kenya submitted its memorandum on the port.", [["its memorandum on the port"]]),
        ("Kenya handed Chad the old accord on the border.", []),
        ("Kenya sent its memorandum of understanding on the port.", []),
        ("Kenya praised a draft accord on the border.", []),
        ("Norway presented a compromise on the pier.", [["a compromise on the pier"]]),
        ("Norway praised a compromise on the pier.", []),
    ],
)
def test_a_draft_that_is_handed_over_is_an_offer(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya suggested a meeting in Oslo on the pier.", 1),
        ("Kenya suggested the same day a separate meeting in Oslo on the pier.", 1),
        ("Kenya suggested a walk in Oslo.", 0),
        ("Kenya invited Chad to talks on the pier.", 1),
        ("Kenya invited the rebels for consultations on the pier.", 1),
        ("Kenya invited Chad to a concert in Oslo.", 0),
    ],
)
def test_talks_that_are_suggested_are_an_offer(text, count):
    assert len(terms(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Kenya proposed that Ana Torv and Omar Haddad meet in Oslo. It offered talks of experts.",
            2,
        ),
        ("Kenya proposed talks in Oslo. It offered to hold talks in Oslo next week.", 1),
        ("Kenya proposed talks in Oslo. It offered talks.", 1),
        ("Kenya proposed a truce of five days. It offered to stop its raids.", 1),
    ],
)
def test_two_offers_of_different_talks_are_two(text, count):
    assert len(terms(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya laid four proposals before the delegation of Chad.", 1),
        ("Kenya presented its proposal to Chad.", 1),
        ("Kenya presented its proposal.", 0),
    ],
)
def test_what_is_put_to_somebody_is_an_offer_though_nobody_tells_what_is_in_it(text, count):
    assert len(terms(text)) == count

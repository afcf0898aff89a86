"""What is not signed, accepted or decided yet is put off, which is an answer too."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import response
from dragoman.lexicon import load_lexicon


def answers(text):
    found = response.find(annotated(text), load_lexicon())
    return [(", ".join(actor.name for actor in one.by), one.stance, one.about) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya has yet to sign the lake accord.", [("Kenya", "stall", "the lake accord")]),
        ("Chad signed the accord in May. Kenya has yet to sign.", [("Kenya", "stall", "the accord")]),
        ("Kenya has not signed the lake accord.", [("Kenya", "stall", "the lake accord")]),
        ("The Kenyan president left Oslo without signing the truce.", [("Kenyan president", "stall", "the truce")]),
        (
            "The Kenyan president left Oslo without putting his name to the truce.",
            [("Kenyan president", "stall", "the truce")],
        ),
        ("Kenya will not sign the lake accord.", [("Kenya", "reject", "the lake accord")]),
        ("Kenya has yet to sign the guest book.", []),
        ("Kenya signed the lake accord.", []),
    ],
)
def test_who_has_not_signed_puts_it_off_and_who_will_not_refuses(text, expected):
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya has yet to accept the plan.", "stall"),
        ("Kenya has not yet agreed to the plan.", "stall"),
        ("Kenya has not accepted the plan yet.", "stall"),
        ("Kenya did not accept the plan.", "reject"),
        ("Kenya accepted the plan.", "accept"),
    ],
)
def test_what_is_not_yet_accepted_is_neither_accepted_nor_refused(text, stance):
    assert answers(text) == [("Kenya", stance, "the plan")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya has not decided whether to attend the talks.", [("Kenya", "stall", "the talks")]),
        ("Kenya has yet to decide if it will take part in the talks.", [("Kenya", "stall", "the talks")]),
        ("Kenya has not decided whether to sell the ship.", []),
        ("Kenya asked for more time to study the offer.", [("Kenya", "stall", "the offer")]),
        ("Kenya needs time to respond to the offer.", [("Kenya", "stall", "the offer")]),
        ("Kenya asked for more time to paint the wall.", []),
    ],
)
def test_what_is_left_open_or_needs_more_time_is_put_off(text, expected):
    assert answers(text) == expected

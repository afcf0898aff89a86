"""What a clause about the future does: whether it is a deed of its own, and whether its words name it."""

import pytest

from dragoman.kinds.deeds import doing, holds_to, is_aloud, is_blame, is_of_nothing, is_sought, is_struggle
from dragoman.models import parse_text


def verb_after_will(sentence):
    return next(t.head for t in parse_text(sentence) if t.lower_ == "will")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We will keep fighting.", "fighting"),
        ("We will continue to pay.", "pay"),
        ("We will pay.", "pay"),
    ],
)
def test_the_deed_is_what_is_gone_on_with(sentence, expected):
    assert doing(verb_after_will(sentence)).text == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We will call on them to stop.", True),
        ("We will call the mayor.", False),
        ("We will speak out against it.", True),
        ("We will speak with them.", False),
        ("We will return the prisoners.", True),
        ("We will return the call.", False),
        ("We will return to the talks.", False),
    ],
)
def test_an_appeal_and_what_is_given_back_are_no_meeting(sentence, expected):
    assert is_aloud(verb_after_will(sentence)) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We will remain in close contact.", True),
        ("We will stay engaged in the relief effort.", True),
        ("We will remain a small country.", False),
        ("We will open the contact.", False),
    ],
)
def test_one_holds_to_a_bond(sentence, expected):
    assert holds_to(verb_after_will(sentence), frozenset({"contact", "engaged"})) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We will continue to work on this.", True),
        ("We will continue to do that.", True),
        ("We will work on this road.", False),
        ("We will do that by opening the road.", False),
        ("We will continue to do so in good faith.", True),
        ("We will insist on this in our talks.", True),
        ("We will pay.", False),
        ("We will find all those responsible.", False),
    ],
)
def test_what_only_points_back_names_no_deed(sentence, expected):
    assert is_of_nothing(verb_after_will(sentence)) is expected


@pytest.mark.parametrize(
    ("sentence", "test", "expected"),
    [
        ("We will hold Uganda accountable.", is_blame, True),
        ("We will hold Uganda to account.", is_blame, True),
        ("We will hold the talks.", is_blame, False),
        ("We will look for a way.", is_sought, True),
        ("We will look at the plan.", is_sought, False),
        ("We will fight for justice.", is_struggle, True),
        ("We will fight against Uganda.", is_struggle, False),
        ("We will fight Uganda.", is_struggle, False),
    ],
)
def test_blame_search_and_struggle_are_deeds(sentence, test, expected):
    assert test(verb_after_will(sentence)) is expected

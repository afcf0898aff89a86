"""What was put to somebody in vain is a silence, and one that is denied of several is each one's."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import non_answer
from dragoman.lexicon import load_lexicon


def silent(text):
    return [one.by.name for one in non_answer.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Calls to the Kenyan ministry went unanswered.", ["Kenyan ministry"]),
        ("A request for comment to the Kenyan ministry went unanswered.", ["Kenyan ministry"]),
        ("Questions sent to the Kenyan ministry were not immediately answered.", ["Kenyan ministry"]),
        ("Calls to the Kenyan ministry were answered.", []),
        ("A call to the Kenyan rebels to disarm went unanswered.", []),  # it asked for no comment
        ("Calls for a truce went unanswered.", []),
    ],
)
def test_what_was_put_to_somebody_in_vain_is_not_answered(text, names):
    assert silent(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Neither Kenya nor Chad commented on the raid.", ["Kenya", "Chad"]),
        ("Both Kenya and Chad commented on the raid.", []),
    ],
)
def test_what_neither_of_two_said_is_a_silence_of_each(text, names):
    assert silent(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenya has given no answer to the offer of talks.", []),  # put off: a response
        ("Kenya has given no answer to the question.", ["Kenya"]),
    ],
)
def test_an_offer_without_an_answer_is_put_off(text, names):
    assert silent(text) == names


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The Kenyan minister would not be drawn on a date for the talks.", ["a date for the talks"]),
        ("Minister Ana Torv did not reveal who leads the team.", ["who leads the team"]),
        ("Minister Ana Torv made no mention of the raid.", ["the raid"]),
        (
            "A Kenyan army spokesman could not be immediately reached for comment.",
            ["A Kenyan army spokesman could not be immediately reached for comment"],
        ),
    ],
)
def test_a_silence_is_one_and_about_what_its_words_name(text, about):
    assert [one.about for one in non_answer.find(annotated(text), load_lexicon())] == about

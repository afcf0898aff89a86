"""Who is led to talks, seeks them or leaves them is a party to them."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.approaches import INVITING, is_left, is_only_led_to, led_to
from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan envoys invited rebel leaders for consultations.", (["Kenyan envoys", "rebel leaders"], "proposed")),
        ("Kenya invited the rebels to talks in Oslo.", (["Kenya", "rebels"], "proposed")),
        ("Kenya wants talks with the rebel leaders to begin.", (["Kenya", "rebel leaders"], "proposed")),
        ("Kenya offered talks with the rebels.", (["Kenya", "rebels"], "proposed")),
        ("Kenya broke off talks with the rebels.", (["Kenya", "rebels"], "cancelled")),
        ("Kenya called off a planned meeting with Chadian officials.", (["Kenya", "Chadian officials"], "cancelled")),
        ("The plan may bring Kenya and Chad back to peace talks.", (["Kenya", "Chad"], "proposed")),
        ("The plan brought Kenya and Chad back to peace talks.", (["Kenya", "Chad"], "held")),
        ("Kenya suspended talks with the rebels.", (["Kenya", "rebels"], "cancelled")),
        ("The rebels of the March Front have pulled out of peace talks with Kenya.",
         (["rebels of the March Front", "Kenya"], "cancelled")),
        ("Kenya walked out of talks with the rebels in Oslo.", (["Kenya", "rebels"], "cancelled")),
        ("Kenya has withdrawn from talks with the rebels.", (["Kenya", "rebels"], "cancelled")),
    ],
)  # fmt: skip
def test_talks_are_of_those_who_are_led_to_them_or_leave_them(text, expected):
    (found,) = contact.find(annotated(text), load_lexicon())
    assert ([p.name for p in found.participants], found.status) == expected


@pytest.mark.parametrize(
    ("text", "noun", "is_gone"),
    [
        ("Kenya pulled out of talks with Uganda.", "talks", True),
        ("Kenya pulled its troops out during talks with Uganda.", "talks", False),
        ("Kenya threatened to pull out of talks with Uganda.", "talks", False),
        ("Kenya walked to talks with Uganda.", "talks", False),
        ("Kenya quit talks with Uganda.", "talks", True),
    ],
)
def test_talks_are_off_once_somebody_left_them(text, noun, is_gone):
    token = next(t for t in annotated(text).doc if t.text == noun)
    assert is_left(token) == is_gone


@pytest.mark.parametrize(
    ("text", "is_ahead"),
    [
        ("The plan may bring Kenya back to talks.", True),
        ("The plan brought Kenya back to talks.", False),
        ("The plan may spoil the talks.", False),
    ],
)
def test_whoever_may_be_led_to_talks_has_not_talked(text, is_ahead):
    token = next(t for t in annotated(text).doc if t.text == "talks")
    assert is_only_led_to(token) == is_ahead


def test_those_invited_are_the_object_and_whoever_invites_is_there_too():
    doc = annotated("Kenya summoned the rebels to talks.").doc
    verb, noun = (next(t for t in doc if t.text == word) for word in ("summoned", "talks"))
    assert verb.lemma_ in INVITING
    assert [t.text for t in led_to(noun, verb)] == ["rebels"]

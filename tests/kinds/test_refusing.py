"""Refusals: what one is blamed for, won't deal in, won't do; refused only so long; left without an answer."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import response
from dragoman.lexicon import load_lexicon


def answers(text):
    found = response.find(annotated(text), load_lexicon())
    return [([a.name for a in r.by], r.stance, r.about, list(r.conditions)) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya accused Chad of rejecting the truce.", [(["Chad"], "reject", "the truce", [])]),
        ("Kenya refuses to negotiate on the truce.", [(["Kenya"], "reject", "the truce", [])]),
        ("Kenya has refused to lift the siege.", [(["Kenya"], "reject", "lift the siege", [])]),
        ("Kenya refused to consider the plan.", [(["Kenya"], "reject", "the plan", [])]),
        ("Kenya has agreed to hold talks with the rebels.", [(["Kenya"], "accept", "talks with the rebels", [])]),
        ("Kenya has agreed to sell its ships.", []),
        ("Kenya refused to say who left.", []),
        ("Kenya refused to sell its ships.", []),
        ("Kenya said the war went on and rejects any pullback of its men.",
         [(["Kenya"], "reject", "any pullback of its men", [])]),
    ],
)  # fmt: skip
def test_a_refusal_has_who_refuses_and_what(text, expected):
    assert expected == answers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya will not negotiate with the rebels until they leave the port.",
         [(["Kenya"], "accept_conditionally", ["they leave the port"])]),
        ("Kenya won't participate if Chad isn't there.", [(["Kenya"], "accept_conditionally", ["Chad isn't there"])]),
        ("Kenya will not negotiate with the rebels.", [(["Kenya"], "reject", [])]),
        ("Kenya did not negotiate with the rebels.", []),
    ],
)  # fmt: skip
def test_what_is_refused_until_something_is_done_is_bound_to_it(text, expected):
    assert expected == [(by, stance, conditions) for by, stance, _, conditions in answers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan plan has lain there without a response from Chad.", [(["Chad"], "stall", "The Kenyan plan", [])]),
        ("The Kenyan plan drew a response from Chad.", []),
        ("Kenya has given the peace plan cautious backing.", [(["Kenya"], "accept", "peace plan", [])]),
        ("Kenya is in favour of the truce.", [(["Kenya"], "accept", "the truce", [])]),
        ("Envoys noted Kenya's support for an extension of the truce.",
         [(["Kenya"], "accept", "an extension of the truce", [])]),
        ("Envoys urged Chad to secure Kenya's acceptance of the truce.", []),
        ("Kenya's refusal to free hostages prolongs the war.", [(["Kenya"], "reject", "free hostages", [])]),
        ("Kenya submitted a counter-proposal to the mediators.", [(["Kenya"], "counter", "a counter-proposal", [])]),
        ("Kenya was prepared to fly to Oslo for the talks.", [(["Kenya"], "accept", "the talks", [])]),
        ("Kenya confirmed its participation in the talks.", [(["Kenya"], "accept", "the talks", [])]),
        ("Chad asks for a pullback, a condition which Kenya says it will never accept.", [(["Kenya"], "reject",
         "a condition which Kenya says it will never accept", [])]),
    ],
)  # fmt: skip
def test_an_answer_may_be_told_by_a_noun(text, expected):
    assert expected == answers(text)

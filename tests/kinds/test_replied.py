"""Answers told by nouns and passives."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import response
from dragoman.lexicon import load_lexicon


def answers(text):
    found = response.find(annotated(text), load_lexicon())
    return [(" and ".join(a.name for a in r.by), r.stance, r.about) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya delivered its reply to the proposal to the mediators.", [("Kenya", "ambiguous", "the proposal")]),
        ("Kenya delivered its reply to the letter of a child.", []),
        ("The rebels gave Kenya a positive answer to the proposal.", [("rebels", "accept", "the proposal")]),
        ("Kenya's response to the proposal was negative, the mediators said.", [("Kenya", "reject", "the proposal")]),
        ("Kenya's response to the proposal was long, the mediators said.", []),
        ("Kenya said the proposal was under consideration.", [("Kenya", "stall", "the proposal")]),
        ("The proposal is being evaluated, Kenya said.", [("Kenya", "stall", "The proposal")]),
        ("The proposal is being evaluated by Chad, Kenya said.", [("Chad", "stall", "The proposal")]),
        ("Kenya said the accord could not be renegotiated.", [("Kenya", "reject", "the accord")]),
        ("Kenya said the accord could be renegotiated.", []),
        ("Kenya ruled out reopening the accord.", [("Kenya", "reject", "reopening the accord")]),
        ("The sunset clause is opposed by Kenya.", [("Kenya", "reject", "The sunset clause")]),
        ("The release of the prisoners was refused by Kenya.", [("Kenya", "reject", "The release of the prisoners")]),
        ("The Kenyan council adopted an amendment.", []),
        ("Kenya was not prepared to free the prisoners.", [("Kenya", "reject", "free the prisoners")]),
        ("Kenya was unwilling to free the prisoners.", [("Kenya", "reject", "free the prisoners")]),
        ("Kenya was not prepared to dance.", []),
        ("The offer is welcome, the rebels said.", [("rebels", "accept", "The offer")]),
        ("Kenya said it could not accept the plan.", [("Kenya", "reject", "the plan")]),
        ("Kenya said it might not accept the plan.", []),
        ("The plan is unacceptable to Kenya.", [("Kenya", "reject", "The plan")]),
    ],
)
def test_who_answers_what_by_a_noun_or_a_passive(text, expected):
    assert answers(text) == expected

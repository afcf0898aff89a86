"""Who is unwilling refuses, who is reluctant doubts, who would sign only on terms accepts with conditions."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import response
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya was unwilling to attend the talks.", [("Kenya", "reject", "the talks")]),
        ("Kenya was reluctant to accept the plan.", [("Kenya", "ambiguous", "the plan")]),
        ("Kenya was not reluctant to accept the plan.", []),
        ("Kenya was reluctant to sell the ship.", []),
        ("Kenya would only sign the accord if the rebels disarm.", [("Kenya", "accept_conditionally", "the accord")]),
        ("Neither Kenya nor Chad accepted the plan.", [("Kenya, Chad", "reject", "the plan")]),
        ("Neither Kenya nor Chad has accepted the plan.", [("Kenya, Chad", "stall", "the plan")]),
        ("Kenya withdrew its support for the truce.", [("Kenya", "reject", "the truce")]),
        ("Kenya has no intention of signing the accord.", [("Kenya", "reject", "the accord")]),
        ("Kenya has no plans to call off the talks.", []),
        ("Kenya ignored the call for a truce.", [("Kenya", "reject", "the call for a truce")]),
    ],
)
def test_how_willingly_something_is_answered(text, expected):
    found = response.find(annotated(text), load_lexicon())
    assert [(", ".join(actor.name for actor in one.by), one.stance, one.about) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya is ready to meet the rebel leader.", [("Kenya", "accept", "meet the rebel leader")]),
        ("Kenya is ready to engage with the rebels.", []),
        (
            "President Ruto of Kenya and Minister Ana Torv of Chad said they accepted the plan.",
            [("Ruto, Ana Torv", "accept", "the plan")],
        ),
        ("Kenya does not negotiate with the rebels.", [("Kenya", "reject")]),
        ("Kenya is against the plan.", [("Kenya", "reject", "the plan")]),
        ("The plan is not acceptable, the Kenyan minister said.", [("Kenyan minister", "reject", "The plan")]),
        ("That is not acceptable, the Kenyan minister said.", []),
        ("The plan received the backing of Chad.", [("Chad", "accept", "The plan")]),
    ],
)
def test_who_is_ready_to_deal_accepts_and_who_never_does_refuses(text, expected):
    found = response.find(annotated(text), load_lexicon())
    told = [(", ".join(actor.name for actor in one.by), one.stance, one.about) for one in found]
    assert [one[:2] for one in told] == [one[:2] for one in expected]
    assert all(one[-1] == wanted[-1] for one, wanted in zip(told, expected, strict=True) if len(wanted) > 2)

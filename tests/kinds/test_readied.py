"""Terms that a party puts by saying what it is ready for; what a plan has in it; a plan that somebody is given."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import proposal
from dragoman.lexicon import load_lexicon


def proposed(text):
    found = proposal.find(annotated(text), load_lexicon())
    return [([a.name for a in p.by], [a.name for a in p.to], [t.text for t in p.terms]) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya is ready to swap its drones for grain from Chad.",
         [(["Kenya"], [], ["swap its drones for grain from Chad"])]),
        ("Kenya was prepared to give up its claim in return for an end to sanctions.",
         [(["Kenya"], [], ["give up its claim in return for an end to sanctions"])]),
        ("Kenya is willing to release its prisoners.", [(["Kenya"], [], ["release its prisoners"])]),
        ("Kenya is not ready to release its prisoners.", []),
        ("Kenya is ready to defend its coast.", []),
        ("Kenya is ready to release its song.", []),
    ],
)  # fmt: skip
def test_what_a_party_is_ready_to_give_is_proposed(text, expected):
    assert expected == proposed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya presented Chad with a peace plan.", [(["Kenya"], ["Chad"], ["a peace plan"])]),
        ("The truce has been pushed by Kenya as a last resort.", [(["Kenya"], [], ["The truce"])]),
        ("Kenya presented Chad with a ship.", []),
    ],
)  # fmt: skip
def test_a_plan_may_be_what_somebody_is_presented_with(text, expected):
    assert expected == proposed(text)

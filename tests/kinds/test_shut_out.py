"""What somebody says there will be none of, or sees no point in, is refused."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import response
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya said there would be no talks with the rebels.", [("Kenya", "reject", "talks with the rebels")]),
        ("Kenya said there would be no rain.", []),
        ("Kenya said that there were no talks with the rebels.", []),  # a fact
        ("Kenya sees no point in talks with the rebels.", [("Kenya", "reject", "talks with the rebels")]),
        ("Kenya saw no need for a truce.", [("Kenya", "reject", "a truce")]),
        ("Kenya sees no ships in the harbour.", []),
        ("Kenya said that a truce was out of the question.", [("Kenya", "reject", "a truce")]),
        ("Kenya said that a truce was not out of the question.", []),
        ("Kenya said that snow in May was out of the question.", []),
    ],
)
def test_no_talks_no_point_and_out_of_the_question_are_refusals(text, expected):
    found = response.find(annotated(text), load_lexicon())
    assert [(", ".join(actor.name for actor in one.by), one.stance, one.about) for one in found] == expected

"""A verb of answering alone answers what was offered just before."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import response
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad proposed a truce, but Kenya refused.", [("Kenya", "reject", "a truce")]),
        ("Chad called for talks. Kenya accepted on Friday.", [("Kenya", "accept", "talks")]),
        ("Chad proposed a truce. Kenya has not responded.", [("Kenya", "stall", "a truce")]),
        ("Chad proposed a truce. Kenya did not immediately respond.", [("Kenya", "stall", "a truce")]),
        ("Chad shelled the port. Kenya refused.", []),
        ("A truce held in Chad. Kenya did not respond.", []),  # nobody offered it
        ("Chad proposed a truce. Kenya responded.", []),
        ("Chad proposed a truce, but Kenya refused to answer.", []),
    ],
)
def test_a_bare_verb_answers_what_was_offered_before(text, expected):
    found = response.find(annotated(text), load_lexicon())
    assert [(", ".join(actor.name for actor in one.by), one.stance, one.about) for one in found] == expected

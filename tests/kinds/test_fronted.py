"""What is asked before its verb: passives, relative clauses, what somebody wants is."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def asked(text):
    found = demand.find(annotated(text), load_lexicon())
    return [([a.name for a in d.by], [a.name for a in d.of], d.content) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What Kenya wants is a full withdrawal.", [(["Kenya"], [], "a full withdrawal")]),
        ("What Kenya demanded was that the captain be freed.", [(["Kenya"], [], "the captain be freed")]),
        ("An early election is demanded by the rebels.", [(["rebels"], [], "An early election")]),
        (
            "That the president step down was demanded by the rebels.",
            [(["rebels"], [], "the president step down")],
        ),
        ("The rules of the cup that Kenya reads are long.", []),
        ("What Kenya wants isn't a full withdrawal.", []),
    ],
)
def test_what_stands_before_the_verb_that_asks_is_asked(text, expected):
    assert expected == asked(text)

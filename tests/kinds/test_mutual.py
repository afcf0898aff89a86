"""What several do to one another is an act of each of them."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya and Uganda blamed each other for the raid.", "ACCUSE"),
        ("Kenya and Uganda have accused one another of smuggling.", "ACCUSE"),
        ("Kenya and Uganda each accused the other of smuggling.", "ACCUSE"),
        ("Kenya and Uganda swapped accusations about the raid.", "ACCUSE"),
        ("Ugandan troops and Kenyan soldiers exchanged fire on the lake.", "ASSAULT"),
    ],
)
def test_both_do_it_and_both_suffer_it(text, kind):
    found = list(action.find(annotated(text), LEXICON))
    pairs = {(act.type, *(a.name for a in act.actor), *(a.name for a in act.target)) for act in found}
    assert pairs == {(kind, "Kenya", "Uganda"), (kind, "Uganda", "Kenya")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Kenya accused Uganda of a raid and the other neighbour of silence.", [(["Kenya"], ["Uganda"])]),
        ("Kenya blamed the other side.", []),
        ("The envoys blamed each other.", []),
    ],
)
def test_one_who_accuses_others_is_not_accused(text, pairs):
    found = [act for act in action.find(annotated(text), LEXICON) if act.type == "ACCUSE"]
    assert [([a.name for a in act.actor], [a.name for a in act.target]) for act in found] == pairs

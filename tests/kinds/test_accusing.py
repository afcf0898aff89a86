"""Whom somebody accuses by a clause or by naming a breach."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def accused(text):
    found = action.find(annotated(text), LEXICON)
    return [([a.name for a in act.actor], [a.name for a in act.target]) for act in found if act.type == "ACCUSE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya charged that Uganda had broken the truce.", [(["Kenya"], ["Uganda"])]),
        ("Kenya said the truce had been broken by Uganda.", [(["Kenya"], ["Uganda"])]),
        ("Kenya left the talks, saying that Uganda failed to honour its side of the accord.",
         [(["Kenya"], ["Uganda"])]),
        ("Kenya complained that Uganda was not respecting the terms of the truce.", [(["Kenya"], ["Uganda"])]),
        ("Kenya denounced Uganda's breaches of the truce.", [(["Kenya"], ["Uganda"])]),
        ("Kenya said that Uganda had failed to meet the terms of the accord.", [(["Kenya"], ["Uganda"])]),
        ("Kenya said that Uganda had violated the cease-fire.", [(["Kenya"], ["Uganda"])]),
        ("Kenya said that Uganda had kept the truce.", []),
        ("Kenya said that Uganda had not broken the truce.", []),
        ("Kenya said that Uganda had broken the record.", []),
        ("Kenya said that Uganda might break the truce.", []),
        ("Kenya said that it had broken the truce.", []),
        ("Kenya asked whether Uganda had broken the truce.", []),
        ("Kenya denounced Uganda's song.", []),
        ("Kenya said that Uganda continues to breach the truce.", [(["Kenya"], ["Uganda"])]),
        ("Kenya said that Uganda continues to honour the truce.", []),
        ("Kenya stands accused by Uganda of arming the rebels.", [(["Uganda"], ["Kenya"])]),
        ("The guerrillas accused the Ugandan government of breaking the truce.", [(["guerrillas"], ["Uganda"])]),
        ("Kenya held Uganda responsible for the raid on the port.", [(["Kenya"], ["Uganda"])]),
    ],
)  # fmt: skip
def test_who_is_said_to_have_broken_a_bond_is_accused(text, expected):
    assert accused(text) == expected


@pytest.mark.parametrize("means", ["bond", "breaking", "keeping", "breach"])
def test_a_row_of_breaches_accuses_by_its_example_only(means):
    for row in LEXICON.rows("kinds/action_words"):
        if row.means == means:
            assert [bool(accused(text)) for text in (row.example, row.counter)] == [True, False]


def test_an_accusation_beside_a_measure_is_no_part_of_it():
    found = action.find(annotated("Kenya closed its border, accusing Uganda of a raid."), LEXICON)
    assert sorted(act.type for act in found) == ["ACCUSE", "SANCTION"]

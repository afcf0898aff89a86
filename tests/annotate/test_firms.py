"""What is called a firm is an organisation, and "it" after it is the firm."""

import pytest
from tests.annotate.reading import annotated, referents


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Norwegian state grid operator Norvatom said its lines were safe.", "Norvatom", "Norway"),
        ("Omar Petrol, the state oil company of Chad, said its lines were safe.", "Omar Petrol", "Chad"),
        ("Spanish newspaper La Torva said the port was open.", "La Torva", None),
    ],
)
def test_a_firm_is_an_organisation_of_a_state_only_where_it_is_told_to_be_the_states(text, name, side):
    found = next(actor for actor in annotated(text).actors if actor.name == name)
    assert (found.kind, found.side, found.role) == ("organisation", side, None)


def test_somebody_of_a_firm_is_a_person():
    found = annotated("Ana Torv, the head of the grid operator, said no.").actors[0]
    assert (found.name, found.kind) == ("Ana Torv", "person")


def test_it_is_the_firm_and_no_noun_that_explains_it():
    text = "Petromala, a state energy company, said it had cut supplies. It added that the line was safe."
    assert {"it": ("Petromala",), "It": ("Petromala",)}.items() <= referents(text).items()

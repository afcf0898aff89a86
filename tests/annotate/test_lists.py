"""Who is named together, for a later "they"."""

import pytest
from tests.annotate.reading import referents

THREE = ("Kamau", "Okello", "Diallo")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A list that the parser takes apart at the states between its names.
        (
            "Prime Minister Kamau of Kenya, President Okello of Uganda, and President Diallo of Guinea met in Oslo.",
            THREE,
        ),
        ("The guests were: Minister Kamau of Kenya, Minister Okello of Uganda, and Minister Diallo of Guinea.", THREE),
        # Whoever spoke with a list is one of them.
        ("President Torv spoke with President Kamau and Minister Okello on Monday.", ("Torv", "Kamau", "Okello")),
        # A comma alone joins nobody, nor does standing near.
        ("After a long call with Minister Okello, Minister Kamau left.", ("Kamau", "Okello")),
        ("Kenya fell silent.", ()),
    ],
)
def test_they_are_all_who_were_named_together_before(text, expected):
    assert sorted(referents(f"{text} They agreed to wait.")["They"]) == sorted(expected)


def test_persons_of_one_list_outweigh_a_team_in_the_singular():
    text = "President Torv called Minister Kamau and Minister Okello on the plan of her team, and they were glad."
    assert referents(text)["they"] == ("Kamau", "Okello")

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


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        # Whoever only owns what is told of is no leader of the two, nor does the office of both have to be one.
        ("The envoy brought President Diallo’s greetings to President Okello. ", ("Kamau", "Okello")),
        ("", ("Kamau", "Okello")),
        # The two who met last.
        ("President Diallo of Guinea then met Chancellor Bauer of Austria. ", ("Diallo", "Bauer")),
        # Two ministers are no leaders, as long as there are others.
        ("Foreign Minister Diallo of Guinea then met Foreign Minister Bauer of Austria. ", ("Kamau", "Okello")),
    ],
)
def test_the_two_leaders_are_the_two_who_met(between, expected):
    text = f"Kenyan envoy Kamau met President Okello of Uganda in Arusha. {between}Rain fell as the two leaders left."
    assert sorted(referents(text)["the two leaders"]) == sorted(expected)

"""Acts that are recorded: their doers are of a side, and those they hit are told where a verb says little without."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def actions(text):
    return list(action.find(annotated(text), LEXICON))


@pytest.mark.parametrize(
    "text",
    [
        "The fighters shelled a Kenyan border post.",  # of no side
        "The farmers fled from raids by Kenyan troops.",
        "Kenya occupies a fifth of the coast of Uganda.",  # how things stand
        "Kenya shot down 40 Ugandan drones.",  # in defence
        "Kenyan troops released a film claiming to have shot it down.",
        "Every Kenyan rocket that hit Ugandan towns was counted.",  # all there ever were
        "The Kenyan troops fighting the Ugandan army are tired.",  # which troops
        "Kenyan farmers expelled the Ugandan raiders from the town hall.",
        "We in Kenya have imposed several rounds of sanctions.",  # on whom isn't told
        "Sunni fighters shelled a Kenyan border post.",  # of no side
        "Kenya boycotted the talks.",  # an answer
        "The steps that Kenya has threatened would end the talks.",
        "The truce of the Houthis came into effect on Monday.",  # with whom isn't told
    ],
)
def test_what_is_not_told_surely_is_no_record(text):
    assert actions(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Kenyan troops shelled a Ugandan border post.", ["Uganda"]),
        ("Kenyan troops carried out raids on Monday.", []),
        ("Kenyan jets hit the depot.", []),
        ("The rebels seized a town.", []),
        ("Kenya continues its offensive near the lake.", []),
        ("Planes of the Lake coalition struck Ugandan depots.", ["Uganda"]),
        ("The truce in Kenya came into effect on Monday.", []),
        ("Kenya started the war in 2019.", []),
        ("Kenya occupied a fifth of the coast of Uganda.", ["Uganda"]),
        ("Kenya shot down a Ugandan jet.", ["Uganda"]),
        ("Kenya expelled ten Ugandan diplomats.", ["Uganda"]),
        ("Kenya recalled its ambassador from Uganda.", ["Uganda"]),
        ("Kenya sanctioned six bankers.", []),
        ("Every Kenyan soldier attacked the Ugandan army on 3 March 2025.", ["Uganda"]),
        ("Kenya conducts airstrikes targeting Ugandan towns.", ["Uganda"]),
        ("Kenya boycotted the vote.", []),
    ],
)
def test_what_is_told_surely_is_one(text, targets):
    (found,) = actions(text)
    assert [a.name for a in found.target] == targets


def test_they_are_not_those_of_whom_a_speaker_is_one():
    told = "“Kenya is our home. The farms of the Kenyans burn. They bombed Uganda,” the Kenyan president said."
    (other,) = actions(told.replace("the Kenyan president", "the Ugandan president"))
    assert ([a.name for a in other.actor], actions(told)) == (["Kenya"], [])


def test_they_may_be_those_who_are_reported_to_say_so():
    found = action.find(
        annotated("The Kenyan troops left. Kenya said they had shelled a Ugandan port."), load_lexicon()
    )
    assert [[a.name for a in act.actor] for act in found] == [["Kenya"]]

"""Whose weapons, forces and attacks are that do what a verb tells."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Ugandan drones struck a granary on Monday.", [["Uganda"]]),
        ("Jets from the Arab coalition bombed Houthi depots on Monday.", [["Arab coalition"]]),
        ("Drones launched by Kenya hit the Ugandan port.", [["Kenya"]]),
        ("The navy of Kenya seized a Ugandan trawler.", [["Kenya"]]),
        ("Six farmers were killed in a Kenyan raid on their village.", [["Kenya"]]),
        ("Nine farmers were killed on Monday in an Islamic State raid.", [["Islamic State"]]),
        ("The strike by Kenyan jets wounded ten farmers.", [["Kenya"]]),
        ("Kenya says its artillery has been shelling the M23 group.", [["Kenya"]]),
        ("Kenyan and Ugandan planes carried out strikes on Monday.", [["Kenya", "Uganda"]]),
        ("Warplanes hit two villages on Friday.", []),
        ("The mortar attack killed 14 people.", []),
        ("Kenya has traded with Uganda in the three years since it attacked the harbour.", []),
        ("The United States and its allies met to impose costs on Kenya for its invasion of Uganda.", [["Kenya"]]),
        ("No Kenyan planes have carried out strikes this week.", []),
        ("Uganda accused Kenya of breaking the truce by firing rockets, killing four farmers.", [["Uganda"]]),
    ],
)
def test_weapons_and_attacks_act_for_those_whose_they_are(text, doers):
    found = action.find(annotated(text), load_lexicon())
    assert [[actor.name for actor in one.actor] for one in found] == doers


def test_an_accusation_is_no_attack():
    text = "Uganda accused Kenya of breaking the truce by firing rockets, killing four farmers."
    assert [one.type for one in action.find(annotated(text), load_lexicon())] == ["ACCUSE"]


def test_the_evidence_begins_with_the_weapons():
    (one,) = action.find(annotated("On Monday, planes of the Arab coalition struck Houthi depots."), load_lexicon())
    assert one.evidence[0].quote == "planes of the Arab coalition struck Houthi depots"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A rebel attack killed six farmers on Monday.", ["rebels"]),
        ("The dog attack killed six hens on Monday.", []),
        ("The rebels are supplied with rifles from Kenya.", ["Kenya"]),
        ("The rebels are supplied with rifles from the forest.", []),
        ("Forces loyal to Kenyan President Ana Torv shelled the Ugandan port.", ["Kenya"]),
    ],
)
def test_a_side_before_an_act_a_giver_and_a_leader_tell_who_acts(text, doers):
    found = action.find(annotated(text), load_lexicon())
    assert [actor.name for one in found for actor in one.actor] == doers

"""Which acts are told as done: in a clause of their own tense, by what somebody answered with, by what followed."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def acts(text):
    return [(act.type, [a.name for a in act.actor]) for act in action.find(annotated(text), LEXICON)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("As Kenyan towns are bombed by Uganda, a vote may have to wait.", [("ASSAULT", ["Uganda"])]),
        ("If Kenyan towns are bombed by Uganda, a vote may have to wait.", []),
        ("The minister wanted talks and Uganda attacked Kenya.", [("ASSAULT", ["Uganda"])]),
        ("Uganda has not given any rifles to Chad or sent troops to Kenya.", []),
        ("Uganda responded with an offensive near the lake.", [("ASSAULT", ["Uganda"])]),
        ("Uganda has a general with an offensive manner.", []),
        ("Kenya was hit by raids launched by Uganda.", [("ASSAULT", ["Uganda"])]),
        ("Uganda's campaign of air strikes, which began in May, has cost lives.", [("ASSAULT", ["Uganda"])]),
        ("Kenya left the pact after Uganda's invasion.", [("ASSAULT", ["Uganda"])]),
        ("Kenya condemned Uganda's invasion.", []),
        ("Uganda stopped shelling Kenya.", []),
        ("“Stop the attacks and release the prisoners,” the Kenyan president said.", []),
        ("Uganda never stopped shelling Kenya.", [("ASSAULT", ["Uganda"])]),
        ("Uganda goes on shelling Kenyan towns.", [("ASSAULT", ["Uganda"])]),
        ("Uganda pressed ahead with bombing Kenya.", [("ASSAULT", ["Uganda"])]),
        ("Uganda insists on shelling Kenyan towns.", []),
        ("Uganda tried to seize a Kenyan port.", [("ASSAULT", ["Uganda"])]),
        ("Talks ended after Uganda tried to seize a Kenyan port.", [("ASSAULT", ["Uganda"])]),
        ("Uganda will try to seize a Kenyan port.", []),
        ("Uganda did not try to seize a Kenyan port.", []),
        ("Ugandan troops were deployed along the lake.", [("MOBILIZE", ["Uganda"])]),
        ("Thousands of Ugandan soldiers have been withdrawn from the lake.", [("RETREAT", ["Uganda"])]),
        ("Ugandan captives were released by Kenya.", [("RETREAT", ["Kenya"])]),
        ("Ugandan captives were released.", []),
        ("Uganda, which backs the Kenyan rebels, denied it.", [("SUPPORT", ["Uganda"])]),
        ("Uganda suspended its part in the treaty.", [("SANCTION", ["Uganda"])]),
        ("Uganda suspended its part in the talks.", []),
        ("Uganda is fighting for a seat on the board of Kenya.", []),
        ("Uganda supports the Kenyan rebels.", [("SUPPORT", ["Uganda"])]),
        ("Uganda supports the plan of the Kenyan rebels.", []),
        ("Clashes raged near the lake between Kenya and Uganda.", [("ASSAULT", ["Kenya", "Uganda"])]),
        ("Kenya called for an end to the clashes between Kenya and Uganda.", []),
        ("Uganda's threat to close the border shook the markets.", [("THREATEN", ["Uganda"])]),
        ("Uganda's threat is the flood.", []),
        ("There was no sign of a Ugandan attack on Kenya.", []),
        ("There were ten Ugandan air strikes.", [("ASSAULT", ["Uganda"])]),
        ("Uganda has been preparing for war, sending troops to the lake.", [("MOBILIZE", ["Uganda"])]),
        ("Uganda will prepare for war, sending troops to the lake.", []),
        ("With Uganda sending troops to the lake, the minister may stay.", [("MOBILIZE", ["Uganda"])]),
        ("The vote prompted Uganda to launch an attack on Kenya.", [("ASSAULT", ["Uganda"])]),
        ("The vote would allow Uganda to launch an attack on Kenya.", []),
        ("Kenya demands the withdrawal of Ugandan troops from the town.", []),
        ("Kenya welcomed the withdrawal of Ugandan troops from the town.", [("RETREAT", ["Uganda"])]),
    ],
)
def test_an_act_is_told_by_its_own_clause_or_by_what_is_said_of_it(text, told):
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya accused Uganda of shelling the port on Monday.", [("ACCUSE", ["Kenya"]), ("ASSAULT", ["Uganda"])]),
        ("Kenya accused Uganda of shelling the port.", [("ACCUSE", ["Kenya"])]),
        (
            "Kenya accused Uganda of harming the talks by firing 20 missiles at Nairobi on Monday.",
            [("ACCUSE", ["Kenya"]), ("ASSAULT", ["Uganda"])],
        ),
        ("Uganda shelled Kenya, killing two farmers.", [("ASSAULT", ["Uganda"])]),
        ("Kenya condemned Uganda for its test of a missile.", [("MOBILIZE", ["Uganda"])]),
        ("Backed by Chad, the Ugandan rebels waited.", [("SUPPORT", ["Chad"])]),
    ],
)
def test_an_act_of_some_day_is_told_by_who_accuses_another_of_it(text, told):
    assert acts(text) == told

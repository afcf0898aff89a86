"""What is agreed by whom: verbs of agreeing, signing and deciding, in relative clauses, passives and denials too."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import agreement
from dragoman.lexicon import load_lexicon

BOTH = ["Kenya", "Uganda"]


def agreed(text):
    found = agreement.find(annotated(text), load_lexicon())
    return [([actor.name for actor in one.parties], one.status) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The port is named in a peace accord that Kenya and Uganda reached in June.",
        "The accord which Kenya signed with Uganda is in danger.",
        "The deal Kenya and Uganda signed in May has failed.",
        "The peace deal that Norway brokered between Kenya and Uganda has failed.",
        "The limited truce, which Kenya and Uganda agreed to in principle, is in doubt.",
        "The truce that Kenya and Uganda agreed to in May has failed.",
        "The measures agreed by Kenya and Uganda in May are on paper.",
        "Kenya and Uganda put their names to a truce.",
        "In a deal brokered by Norway, Kenya and Uganda agreed to open the port.",
        "Kenya and Uganda agreed that a council be formed.",
        "A truce had been agreed with Uganda, Kenya's government said.",
        "The port was opened, as Kenya and Uganda had agreed in May.",
        "Kenya and Uganda settled their border dispute on Monday.",
        "Kenya and Uganda found a compromise on the port.",
        "The talks between Kenya and Uganda resulted in an accord on the port.",
        "Kenya and Uganda have agreed to a Framework for Trade.",
        "Kenya and Uganda approved a plan against smuggling.",
        "Kenya and Uganda agreed to continue meeting.",
        "Kenya and Uganda agreed that both crews can start work.",
    ],
)
def test_what_several_agree_or_sign_is_reached_however_the_clause_is_built(text):
    assert agreed(text) == [(BOTH, "reached")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda decided to set up a joint commission.", [(BOTH, "reached")]),
        ("Kenya and Uganda have committed to lift their tariffs on tea.", [(BOTH, "reached")]),
        ("Kenya and Uganda commit to opening the port.", [(BOTH, "reached")]),
        ("Kenya and Uganda will commit to opening the port.", [(BOTH, "expected")]),
        ("Kenya and Uganda agreed to remain in touch and committed to seek a truce.", [(BOTH, "reached")]),
        ("Kenya and Uganda have not decided to set up a commission.", []),
        ("Kenya decided to set up a commission.", []),
        ("Both governments decided to set up a commission.", []),
    ],
)
def test_what_two_sides_decide_or_undertake_together_is_agreed(text, expected):
    assert agreed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda are due to sign an accord on Friday.",
        "Kenya and Uganda are set to sign an accord on Friday.",
        "Kenya and Uganda plan to sign an accord on Friday.",
        "Kenya and Uganda are to sign an accord on Friday.",
        "An accord between Kenya and Uganda is to be signed on Friday.",
        "An accord between Kenya and Uganda is expected to be signed on Friday.",
    ],
)
def test_what_is_due_to_be_signed_is_expected_on_its_day(text):
    (found,) = agreement.find(annotated(text), load_lexicon())
    assert ([actor.name for actor in found.parties], found.status) == (BOTH, "expected")
    assert found.when is not None
    assert found.when.text.endswith("Friday")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda could not agree on the border.",
        "Kenya and Uganda cannot agree on the border.",
        "Kenya and Uganda held talks in Oslo. No accord was reached.",
        "Kenya and Uganda held talks in Oslo. Nothing was agreed.",
    ],
)
def test_what_could_not_be_agreed_is_denied(text):
    assert agreed(text) == [(BOTH, "denied")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda held talks in Oslo. It was agreed that the port would open.", [(BOTH, "reached")]),
        ("Kenya and Uganda held talks in Oslo. It was agreed that peace is important.", []),
        ("Kenya and Uganda held talks in Oslo. An accord on the port was signed.", [(BOTH, "reached")]),
        ("Kenya and Uganda held talks in Oslo. We are agreed.", []),
        ("Kenya and Uganda held talks in Oslo on an agreed pause.", []),
        ("It was agreed that the port would open.", []),
        ("Kenya and Uganda held talks in Oslo. The two agreed on five steps.", [(BOTH, "reached")]),
    ],
)
def test_what_was_agreed_by_nobody_named_was_agreed_by_those_who_talked(text, expected):
    assert agreed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The accord that ended the war between Kenya and Uganda is on paper.",
        "Kenya and Uganda may sign an accord.",
        "The talks between Kenya and Uganda could lead to an accord.",
        "The raids led to an accord.",
    ],
)
def test_what_only_may_come_about_is_no_agreement(text):
    assert agreed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda have yet to agree on the border.", [(BOTH, "denied")]),
        ("Kenya and Uganda have yet to sign the accord.", [(BOTH, "denied")]),
        ("Kenya left Oslo without signing the accord with Uganda.", [(BOTH, "denied")]),
        ("Kenya would not leave Oslo without signing the accord with Uganda.", []),
    ],
)
def test_what_was_left_unsigned_is_denied(text, expected):
    assert agreed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda set up a joint commission on the border.", [(BOTH, "reached")]),
        ("The working group that Kenya and Uganda have created met in Oslo.", [(BOTH, "reached")]),
        ("Kenya and Uganda agreed on how to share the lake.", [(BOTH, "reached")]),
        ("Under a deal struck last year by Kenya and Uganda, the port stays open.", [(BOTH, "reached")]),
        ("Under an accord between Kenya and Uganda, the port stays open.", [(BOTH, "reached")]),
        ("Kenya signed the accord, which Uganda had signed before.", [(BOTH, "reached")]),
        ("Kenya said it would no longer abide by the accord with Uganda.", [(BOTH, "broken")]),
        ("Kenya and Uganda held talks in Oslo. There was no accord on the port.", [(BOTH, "denied")]),
        ("The Contact Group on Chad agreed on an exchange of prisoners.", [(["Contact Group"], "reached")]),
        ("Kenya set up a commission on the border.", []),
        ("Kenya and Uganda set up tents on the border.", []),
    ],
)
def test_bodies_two_set_up_and_pacts_in_passing_are_agreed(text, expected):
    assert agreed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Kenya and Uganda held talks in Oslo. "We did not reach a deal," Kenya said.', [(BOTH, "denied")]),
        ("Kenya and Uganda held talks in Oslo. Norway reached a deal.", []),
        ("Kenya and Uganda held talks in Oslo. Kenya got the deal.", []),
    ],
)
def test_who_tells_alone_of_a_deal_made_it_with_the_other_of_the_talks(text, expected):
    assert agreed(text) == expected


WAR = "The war between Kenya and Uganda goes on."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{WAR} The deal, brokered by Norway, let ships leave.", [(BOTH, "reached")]),
        (f"{WAR} The deal that Norway brokered let ships leave.", [(BOTH, "reached")]),
        (f"{WAR} Both fired despite the Norwegian-brokered truce.", [(BOTH, "reached")]),
        (f"{WAR} The deal let ships leave.", []),
        ("The deal, brokered by Norway, let ships leave.", []),
    ],
)
def test_what_a_third_brokered_is_agreed_by_those_at_war(text, expected):
    assert agreed(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya and Uganda agreed to paint the pier. They agreed to share fish.", 2),
        ("Kenya and Uganda agreed to paint the pier. They agreed on painting the pier.", 1),
        ("Kenya and Uganda agreed to a truce. They signed a truce of ten days.", 1),
    ],
)
def test_two_may_agree_on_several_things(text, count):
    assert len(agreed(text)) == count

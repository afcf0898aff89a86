"""Words of meeting and talking that tell no contact: appeals, questions, and talks of nobody in particular."""

import pytest
from tests.annotate.reading import PUBLISHED, annotated

from dragoman.annotate.annotate import annotate
from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon
from dragoman.types import Article


def contacts(text):
    return [(c.mode, c.status) for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    "text",
    [
        "Does President Ana Torv have the power to negotiate with President Omar Haddad?",
        "Do you see any prospects of diplomacy between Kenya and Uganda?",
        "Kenya renewed its calls for the Ugandan government to withdraw.",
        "Kenya and Uganda will consult closely.",
        "Every time Kenyan officials meet with Ugandan officials, they quarrel.",
        "Kenyan officials often meet with Ugandan officials.",
        "Kenya heard mixed messages from Uganda and Rwanda.",
        "Kenya engages with its partners.",
        "Kenya praised its engagement with Uganda.",
        "Both parties agreed to brief their leaders.",
        "What do you think of the talks between Kenya and Uganda?",
        "President Ana Torv spoke at a White House press briefing with Omar Haddad.",
        "Kenya talks to its allies and partners.",
        "Kenya would immediately consult with its partner.",
        "Kenya and Uganda agreed to maintain close communication.",
        "We arrived in Oslo on Monday.",
        "President Ana Torv and President Omar Haddad have conversations that nobody hears.",
        "Minister Lea Nur voiced support for continued dialogue between Kenya and Uganda.",
        "President Ana Torv of Kenya and President Omar Haddad of Chad left. They had an opportunity to weigh it, "
        "both in terms of diplomacy and dialogue.",
    ],
)
def test_questions_appeals_and_talks_of_nobody_are_no_contact(text):
    assert contacts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What came of Monday's meeting between Kenya and Uganda?", [("meeting", "held")]),
        ("Kenya and Uganda will consult in Oslo on Friday.", [("talks", "planned")]),
        ("Kenya met with its partners in Oslo on Monday.", [("meeting", "held")]),
        ("President Ana Torv will consult with President Omar Haddad.", [("talks", "planned")]),
    ],
)
def test_a_day_a_place_or_a_name_makes_it_one(text, expected):
    assert contacts(text) == expected


TURNS = "QUESTION: What of trade?\n\nSENIOR OFFICIAL: Trade is good.\n\n" * 3


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We are in discussions with Kenya.", []),
        ("We negotiated with Kenya in Oslo on Monday.", [("talks", "held")]),
        ("Kenya and Uganda are holding talks.", [("talks", "ongoing")]),
    ],
)
def test_how_we_deal_with_a_state_is_told_to_the_press_and_is_no_contact(said, expected):
    text = f"{TURNS}SENIOR OFFICIAL: {said}"
    article = Article(id="a", name="a", text=text, title="", outlet="U.S. Department of State", published=PUBLISHED)
    layers = annotate(article, load_lexicon())
    assert [(c.mode, c.status) for c in contact.find(layers, load_lexicon())] == expected

"""Contacts told by what was done: worked with others, letters sent, meetings that one held, families who were met."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def found(text):
    return list(contact.find(annotated(text), load_lexicon()))


def met(text):
    return [sorted(p.name for p in c.participants) for c in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Over these last days, Norway has worked with officials from Kenya, Chad and Mali to bring about a truce.",
            ["Chad", "Kenya", "Mali", "Norway"],
        ),
        ("Norway was coordinating with Kenya and Chad.", ["Chad", "Kenya", "Norway"]),
        (
            "A message delivered to President Omar Haddad by Minister Ana Torv asked for a truce.",
            ["Ana Torv", "Omar Haddad"],
        ),
        (
            "The offer came in a letter that President Ana Torv sent to Kenya's leader, Omar Haddad.",
            ["Ana Torv", "Omar Haddad"],
        ),
        ("Minister Ana Torv gave assurances by phone to President Omar Haddad.", ["Ana Torv", "Omar Haddad"]),
        (
            "Minister Ana Torv met today with families of Kenyans taken hostage by the Front.",
            ["Ana Torv", "families of Kenyans"],
        ),
        ("We urge Kenya and Chad to reengage in substantive negotiations.", ["Chad", "Kenya"]),
        ("The Government of Chad and other parties should commit to an inclusive dialogue.", ["Chad", "other parties"]),
        ("President Omar Haddad held consultations on the truce offer on Saturday.", ["Omar Haddad"]),
        ("The rebel coalition met in Oslo on Saturday.", ["rebel coalition"]),
    ],
)  # fmt: skip
def test_what_was_done_tells_a_contact(text, expected):
    assert met(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will work with Kenya on trade.",
        "Norway works with Kenya and Chad.",
        "Norway must coordinate with Kenya.",
        "Norway has worked with partners to bring about a truce.",
        "Minister Ana Torv spoke to families of Kenyans taken hostage by the Front.",
        "President Omar Haddad held the shares on Saturday.",
        "President Omar Haddad held a press conference on Saturday.",
    ],
)
def test_what_is_done_as_a_rule_or_to_come_tells_none(text):
    assert met(text) == []


def test_a_letter_sent_is_held_whatever_it_asks_for():
    (told,) = found("A message delivered to President Omar Haddad by Minister Ana Torv asked for a truce.")
    assert (told.mode, told.status) == ("message", "held")


def test_an_office_that_calls_for_talks_would_be_a_party_to_them():
    text = "We urge all states to condemn this launch and call on Chad to come to the table for serious negotiations."
    told = list(contact.find(annotated(text, outlet="The White House"), load_lexicon()))
    assert [[p.name for p in c.participants] for c in told] == [["United States", "Chad"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Omar Haddad told a meeting of Kenyan ministers a lie.", ["Kenyan ministers", "Omar Haddad"]),
        ("Kenya and Chad returned to talks in Oslo on Monday.", ["Chad", "Kenya"]),
    ],
)  # fmt: skip
def test_who_speaks_at_a_meeting_or_returns_to_talks_takes_part(text, expected):
    assert met(text) == [expected]


def test_leaders_of_two_states_are_telephoned_one_by_one():
    text = "Kenya and Chad agreed to a truce after President Ana Torv spoke with the two countries' leaders."
    assert met(text) == [["Ana Torv", "Kenya"], ["Ana Torv", "Chad"]]


def test_a_journey_is_no_visit_where_its_meeting_is_told_and_two_journeys_stay():
    met_her = "During her trip, Special Envoy Torv met with senior officials and President Omar Haddad."
    (meeting,) = found(f"Special Envoy Ana Torv returned on June 3 from travel to Kenya. {met_her}")
    assert (meeting.mode, meeting.place) == ("meeting", "Kenya")
    several = found(f"Special Envoy Ana Torv returned on June 3 from travel to Kenya and Mali. {met_her}")
    assert [(c.mode, c.place) for c in several] == [("visit", "Kenya"), ("visit", "Mali"), ("meeting", None)]

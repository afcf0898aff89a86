"""A list behind "with" is read by its commas and its "and": titles and states between the names hide its end."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def met(text):
    return [sorted(p.name for p in c.participants) for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "U.S. President Ana Torv has engaged with Prime Minister Haddad of Kenya, the Emir of Qatar, "
            "and President Sole of Chad to reach a deal.",
            ["Ana Torv", "Haddad", "Sole"],
        ),
        (
            "Norwegian President Ana Torv spoke with Kenyan leader Omar Haddad, Chad's president, Nina Sole, and the "
            "King of Mali, Nur Amin, on Monday.",
            ["Ana Torv", "Nina Sole", "Nur Amin", "Omar Haddad"],
        ),
        (
            "Norwegian envoy Ana Torv met on Monday with Ambassadors and Ministers from Kenya, Chad and Mali.",
            ["Ana Torv", "Chad", "Kenya", "Mali"],
        ),
        (
            "A White House meeting between President Ana Torv and Kenyan President Omar Haddad ended in anger.",
            ["Ana Torv", "Omar Haddad", "United States"],
        ),
        (
            "Kenya and Chad agreed to a truce once Norwegian leader Ana Torv had met the two countries' leaders.",
            ["Ana Torv", "Chad", "Kenya"],
        ),
        (
            "On Friday, Norwegian Minister Ana Torv met with Kenyan women leaders from the lake towns.",
            ["Ana Torv", "Kenyan women leaders"],
        ),
        (
            "Minister Ana Torv of Norway was able to meet with the host, Kenya's President Omar Haddad.",
            ["Ana Torv", "Omar Haddad"],
        ),
    ],
)
def test_a_list_of_those_who_were_met_is_read_to_its_end(text, expected):
    assert met(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian President Ana Torv met with Kenyan leader Omar Haddad, and Nina Sole said the talks went well.",
            [["Ana Torv", "Omar Haddad"]],
        ),
        ("Norwegian envoy Ana Torv spoke to reporters, viewers and voters of Chad's Nur Amin on Monday.", []),
    ],
)
def test_a_list_ends_where_another_clause_begins_and_the_press_opens_none(text, expected):
    assert met(text) == expected


def test_a_list_ends_before_the_subject_of_the_main_clause():
    text = (
        "Building on the President's January 29 meeting with President Ana Torv of Chad and Prime Minister Omar Haddad "
        "of Mali, Secretary Lea Nur and the Foreign Ministers discussed efforts to enhance trade."
    )
    assert ["Ana Torv", "Omar Haddad"] in [[name for name in names if name != "President"] for names in met(text)]
    assert not any({"Ana Torv", "Lea Nur"} <= set(names) for names in met(text))


def test_whoever_owns_a_team_is_not_met_by_that():
    text = "Norwegian envoy Ana Torv had talks with Kenyan negotiators and President Haddad's team in Oslo on Monday."
    assert "Haddad" not in met(text)[0]

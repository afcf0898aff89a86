"""Who met or spoke last is "all", "both", "participants" and "they", the list whole."""

import pytest
from tests.annotate.reading import referents

FOUR = ("Ana Torv", "Omar Haddad", "Lea Nur", "Juma Abdi")
CALL = (
    "President Ana Torv spoke today with President Omar Haddad of Chad, Chancellor Lea Nur of Kenya, and "
    "Prime Minister Juma Abdi of Uganda. "
)
LIST = (
    "President Ana Torv of Oman, Chancellor Omar Haddad of Chad, Prime Minister Lea Nur of Kenya, and President Juma "
    "Abdi of Uganda met today in Geneva, Switzerland. "
)
HEADS = "President Ana Torv spoke today with President Omar Haddad of Chad. "
PAIR = "Minister Ana Torv met on Monday with Kenyan Deputy Minister Omar Haddad. "


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        (CALL + "The leaders discussed the lake.", "The leaders", FOUR),
        (CALL + "The leaders discussed the lake. They reaffirmed their support for a truce.", "They", FOUR),
        (CALL + "All affirmed their will to talk.", "All", FOUR),
        (PAIR + "Both expressed support for the truce.", "Both", FOUR[:2]),
        (PAIR + "Participants expressed support for the truce.", "Participants", FOUR[:2]),
        (PAIR + "The two officials expressed support for the truce.", "The two officials", FOUR[:2]),
        (LIST + "The leaders discussed the lake.", "The leaders", FOUR),
        (HEADS + "The two leaders discussed the lake.", "The two leaders", FOUR[:2]),
        (
            "Kenyan Vice Foreign Minister Ana Torv, Deputy Secretary Lea Nur and Ugandan Vice Foreign Minister Omar "
            "Haddad met today in Oslo. The Vice Foreign Ministers condemned the raid.",
            "The Vice Foreign Ministers",
            FOUR[:2],
        ),
        (HEADS + "The Presidents agreed that time is short.", "The Presidents", FOUR[:2]),
        ("President Ana Torv spoke today with Crown Prince and Prime Minister Omar Haddad. Both leaders hailed it.",
         "Both leaders", FOUR[:2]),
        ("Minister Ana Torv held separate calls with Kenyan Envoy Omar Haddad and Ugandan Envoy Lea Nur and they "
         "jointly condemned the raid.", "they", FOUR[:3]),
    ],
)  # fmt: skip
def test_they_are_all_those_of_the_meeting(text, mention, expected):
    assert referents(text)[mention] == expected


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (CALL + "Both expressed support for the truce.", "Both"),
        (PAIR + "The three officials expressed support for the truce.", "The three officials"),
        (PAIR + "Kenya warned Uganda of a raid. All expressed support for the truce.", "All"),
        (PAIR + "The Presidents expressed support for the truce.", "The Presidents"),
        (HEADS + "The three leaders expressed support for the truce.", "The three leaders"),
        (PAIR + "Lake officials expressed support for the truce.", "Lake officials"),
    ],
)
def test_they_are_not_those_who_met_where_number_or_subject_tell_others(text, mention):
    assert set(referents(text)[mention]) & set(FOUR) == set()


def test_who_speaks_in_the_next_clause_did_not_meet():
    text = "Minister Ana Torv met with Kenyan Envoy Omar Haddad and Lea Nur said so. All affirmed their will to talk."
    assert "Lea Nur" not in referents(text)["All"]


@pytest.mark.parametrize(
    "whom",
    ["Omar Haddad, Chief of Staff for Kenyan President Lea Nur", "Omar Haddad, the son of Kenyan President Lea Nur"],
)
def test_whom_the_one_met_serves_was_not_there(whom):
    assert referents(f"Minister Ana Torv spoke today with {whom}. Both reaffirmed it.")["Both"] == FOUR[:2]

"""Forms of contact: who was in the room, at which level and by which way."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.kinds.forms import form_of
from dragoman.lexicon import load_lexicon
from dragoman.types import Actor

LEXICON = load_lexicon()


def contacts(text):
    return list(contact.find(annotated(text), LEXICON))


@pytest.mark.parametrize("row", LEXICON.rows("kinds/contact_forms"), ids=lambda row: row.id)
def test_a_row_finds_its_example_and_not_its_counter(row):
    found, countered = ({c.form for c in contacts(text)} for text in (row.example, row.counter))
    assert (row.means in found, row.means in countered) == (True, False)


@pytest.mark.parametrize(
    ("mode", "sides", "told", "form"),
    [
        ("meeting", ["Kenya", "Uganda"], None, "bilateral_meeting"),
        ("talks", ["Kenya", "Uganda", "Sudan"], None, "trilateral"),
        ("summit", ["Kenya", "Uganda", "Sudan", "Chad"], None, "summit"),
        ("meeting", ["Kenya", "Uganda", "Sudan", "Chad"], None, "multilateral"),
        ("talks", ["Kenya", "Uganda"], "proximity_talks", "proximity_talks"),
        ("briefing", ["Kenya", "Kenya"], None, "internal_briefing"),
        ("briefing", ["Kenya", "Uganda"], None, "bilateral_meeting"),
        ("video", ["Kenya", "Uganda"], None, "video_link"),
        ("meeting", [], None, None),
    ],
)
def test_what_no_word_tells_follows_from_the_mode_and_the_sides(mode, sides, told, form):
    assert form_of(mode, tuple(Actor(f"{side} {n}", side=side) for n, side in enumerate(sides)), told) == form


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Envoy Ana Torv met separately with Kenya and with Uganda on Monday.",
         [["Ana Torv", "Kenya"], ["Ana Torv", "Uganda"]]),
        ("Norwegian envoys shuttled between Kenya and Uganda on Monday.",
         [["Norwegian envoys", "Kenya"], ["Norwegian envoys", "Uganda"]]),
        ("President Ana Torv telephoned President Omar Haddad and Minister Eva Lund separately on Friday.",
         [["Ana Torv", "Omar Haddad"], ["Ana Torv", "Eva Lund"]]),
        ("The delegations of Kenya and Uganda held separate talks with mediators in Oslo on Monday.",
         [["Kenya", "mediators"], ["Uganda", "mediators"]]),
        ("The delegations of Kenya and Uganda held talks with mediators in Oslo on Monday.",
         [["Kenya", "Uganda", "mediators"]]),
    ],
)  # fmt: skip
def test_those_met_one_by_one_are_contacts_of_their_own(text, parties):
    assert [[p.name for p in found.participants] for found in contacts(text)] == parties


def test_a_journey_on_another_day_than_the_talks_to_come_is_kept():
    text = (
        "Kenyan envoy Ana Torv flew to Uganda on Monday and is due in Oslo on Friday for talks with Sudanese officials."
    )
    assert [c.mode for c in contacts(text)] == ["visit", "talks"]


def test_those_who_meet_by_video_link_are_no_agents():
    (found,) = contacts("The foreign ministers of Kenya, Uganda and Sudan met by video link on Monday.")
    assert (found.mode, len(found.participants)) == ("video", 3)


def test_who_receives_a_letter_is_no_host():
    (found,) = contacts("Kenyan President Ana Torv received a letter from Ugandan President Omar Haddad on Monday.")
    assert (found.mode, found.host) == ("message", None)

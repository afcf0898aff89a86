"""Who hosts and who mediates a contact, where, what came of it, and how soon after another a briefing was."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def contacts(text):
    return list(contact.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "host", "mediators"),
    [
        ("Oman hosted talks between Kenya and Uganda on Monday.", "Oman", []),
        ("President Ana Torv received Foreign Minister Omar Haddad in Nairobi.", "Ana Torv", []),
        ("Talks between Kenya and Uganda mediated by Qatar and Egypt resumed in Cairo.", None, ["Qatar", "Egypt"]),
        ("Kenya and Uganda held Qatari-mediated talks in Doha.", None, ["Qatar"]),
        ("Norway brokered a meeting between Kenya and Uganda.", None, ["Norway"]),
        ("Kenya and Uganda held UN-backed talks in Doha.", None, []),
    ],
)
def test_who_hosts_and_who_mediates_is_told_apart(text, host, mediators):
    (found,) = contacts(text)
    assert (found.host and found.host.name, [actor.name for actor in found.mediators]) == (host, mediators)


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Kenya and Uganda held talks at a hotel in Muscat.", "a hotel"),
        ("Kenya and Uganda held talks in the capital.", None),
    ],
)
def test_the_house_is_told_apart_from_the_town(text, venue):
    assert [c.venue for c in contacts(text)] == [venue]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Talks between Kenya and Uganda ended without a deal.", "ended without a deal"),
        ("Talks between Kenya and Uganda produced no breakthrough.", "produced no breakthrough"),
        ("Talks between Kenya and Uganda ended on Monday.", None),
        ("Talks between Kenya and Uganda will end in a deal.", None),
    ],
)
def test_what_came_of_it_is_in_the_words_of_the_text(text, outcome):
    assert [c.outcome for c in contacts(text)] == [outcome]


def test_a_briefing_tells_how_soon_after_it_was_and_not_how_long_it_took():
    text = "Within five to 10 minutes after his meeting with Omar Haddad, Torv briefed President Eva Lund."
    found = next(c for c in contacts(text) if c.mode == "briefing")
    assert (found.latency, found.duration) == ("PT5M/PT10M", None)


def test_who_is_glad_of_a_journey_is_no_host():
    (told,) = contacts("Kenya welcomed Ana Torv's trip to Uganda.")
    assert told.host is None

"""What had only been planned, what never took place and what is only wished has not been held."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact, forecast
from dragoman.kinds.undone import became
from dragoman.lexicon import load_lexicon


def forecasts(text):
    return [f.outcome for f in forecast.find(annotated(text), load_lexicon())]


def statuses(text):
    return [c.status for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Presidents Ana Torv and Omar Haddad had planned to meet in Oslo on Friday, but she fell ill.", "cancelled"),
        ("Envoys had been expected to hold talks with Kenyan officials in Oslo on Monday.", "cancelled"),
        ("Norwegian President Ana Torv was to have met Kenyan President Omar Haddad in Oslo.", "cancelled"),
        ("A meeting between Ana Torv and Omar Haddad did not take place.", "denied"),
        ("There are no plans for a meeting between Ana Torv and Omar Haddad.", "denied"),
        ("Norway hopes to restart talks between Kenya and Chad.", "proposed"),
        ("Neither Kenya nor Chad confirmed their participation in the talks between them in Oslo.", "planned"),
        ("Kenyan President Ana Torv left Oslo without meeting Omar Haddad, the Chadian president.", "denied"),
        ("A Kenyan delegation flew home on Monday without holding talks with Chad.", "denied"),
        ("Rather than meet Omar Haddad, President Ana Torv of Kenya stayed in Oslo.", "denied"),
        ("There is zero communication between Kenya and Chad.", "denied"),
        ("It is untrue that Kenya and Chad met in Oslo on Monday.", "denied"),
        ("It is not true that President Ana Torv met President Omar Haddad in Oslo.", "denied"),
        ("Kenya was not invited to the summit between Chad and Norway in Oslo on Monday.", "held"),
        ("Kenya has not been invited to the summit between Chad and Norway.", "planned"),
        ("Kenya and Chad are in talks on a ferry.", "ongoing"),
        ("Norwegian envoy Ana Torv has stayed in close contact with Omar Haddad, the Chadian president.", "ongoing"),
        ("The talks between Kenya and Chad were off, Norway said.", "cancelled"),
        ("The talks between Kenya and Chad have been on hold since May.", "cancelled"),
        ("The talks between Kenya and Chad are on a ferry.", "held"),
        ("The talks between Kenya and Chad were broken off on Monday.", "cancelled"),
        ("Minister Lea Nur will discuss the state of the talks between Kenya and Chad.", "ongoing"),
        ("The two also discussed Kenya-Chad negotiations over the lake.", "ongoing"),
        ("The two also discussed Monday's talks between Kenya and Chad.", "held"),
        ("Kenya and Chad were in talks on a ferry.", "held"),
        ("Farmers hope for little from the current talks between Kenya and Chad.", "ongoing"),
    ],
)
def test_words_around_a_contact_tell_that_it_was_not_held(text, status):
    assert statuses(text) == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway restarted talks between Kenya and Chad.", ["held"]),
        ("Without naming him, Ana Torv said that she had met Omar Haddad in Oslo on Monday.", ["held"]),
        ("More than talks between Kenya and Chad in Oslo on Monday was at stake.", ["held"]),
        ("Ana Torv said that she would have met Kenyan President Omar Haddad had he stopped the raids.", []),
        ("The envoy left for Oslo, as Kenya and Chad discuss a plan to end the war.", []),
        ("It is too early for Kenya to reopen talks with Chad, a minister said.", []),
        ("Norwegian envoy Ana Torv looks forward in a while to meeting Kenyan leaders today.", ["expected"]),
        ("Kenya and Chad have quarrelled, underscoring the obstacles to negotiating a broader peace.", []),
    ],
)
def test_what_was_held_stays_held_and_what_might_have_been_is_no_contact(text, expected):
    assert statuses(text) == expected


def test_a_plan_that_something_overtook_foresees_nothing():
    assert forecasts("Kenyan President Omar Haddad had been due to meet the rebels in Oslo on Friday.") == []
    assert forecasts("Kenyan President Omar Haddad is due to meet the rebels in Oslo on Friday.") != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Torv thought it vital to go, becoming the first queen to visit Chad.", "held"),
        ("Ana Torv will become the first queen to visit Chad.", "expected"),
        ("Ana Torv is likely to be the first queen to visit Chad.", "expected"),
        ("Ana Torv believed it vital to visit Chad.", "expected"),
    ],
)
def test_who_became_the_first_to_do_it_has_done_it(text, expected):
    event = next(t for t in annotated(text).doc if t.lemma_ == "visit")
    assert became(event, "expected", load_lexicon()) == expected

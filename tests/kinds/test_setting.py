"""Where and when a contact took place, from its clause, the clause above it and the story's running day."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.setting import has_own_day, place_told, when_told, whole_week
from dragoman.lexicon import load_lexicon
from dragoman.types import When


def at(text, lemma):
    layers = annotated(text)
    return layers, next(t for t in layers.doc if t.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "place"),
    [
        ("Ana Torv met Omar Haddad in Oslo.", "meet", "Oslo"),
        ("In Riyadh, Ana Torv will take part in a dialogue with Omar Haddad.", "dialogue", "Riyadh"),
        ("Ana Torv returned to the Kenyan embassy to brief Omar Haddad.", "brief", "the Kenyan embassy"),
        ("The Geneva talks between Kenya and Uganda ended.", "talk", "Geneva"),
        ("The Kenya talks ended.", "talk", None),
        ("Ana Torv met Omar Haddad.", "meet", None),
        ("The envoy is heading to Cairo ahead of talks between Kenya and Uganda.", "talk", None),
        ("Talks between Kenya and rebel groups next week in Oslo were put off.", "talk", "Oslo"),
        ("The G7 summit ended.", "summit", None),
        ("Monday's meeting in the port city of Oslo was long.", "meeting", "Oslo"),
        ("Monday's meeting in the embassy of Kenya was long.", "meeting", None),
        ("Ana Torv welcomed Omar Haddad to Oslo.", "welcome", "Oslo"),
        ("Ana Torv met U.S. envoy Steve Witkoff in Springfield on Friday.", "meet", "Springfield"),
        ("Hours before the meeting Kenya launched rockets at Uganda.", "meeting", None),
        ("Kenya hailed the resumption of talks next week in Oslo.", "talk", "Oslo"),
        ("The progress made in Oslo over two days of talks was hailed.", "talk", "Oslo"),
        ("Ana Torv met Omar Haddad on the sidelines of a trade fair in Oslo.", "meet", "Oslo"),
        ("Ana Torv came to Oslo from Cairo, where she had met Omar Haddad.", "meet", "Cairo"),
        ("It came a week after a visit to Cairo, during which she met Omar Haddad.", "meet", "Cairo"),
        ("It came a week after a visit to Cairo, before which she met Omar Haddad.", "meet", None),
        ("Both left their first meeting, held in Oslo on Tuesday, with a smile.", "meeting", "Oslo"),
        ("A summit opened in Oslo that brought both together.", "summit", "Oslo"),
        ("Ana Torv met Omar Haddad in the buffer zone in Oslo.", "meet", "Oslo"),
        ("Ana Torv is due back in Oslo for talks with Omar Haddad.", "talk", "Oslo"),
        ("Ana Torv and Omar Haddad met for a second round of talks in Oslo.", "meet", "Oslo"),
        ("Ana Torv left for a second round of talks in Oslo.", "leave", None),
        ("Ana Torv is in Oslo for talks with Omar Haddad.", "talk", "Oslo"),
        ("The arms seized in Oslo before two days of talks were old.", "talk", None),
    ],
)
def test_the_place_is_read_from_the_clause_or_the_verb_above(text, lemma, place):
    assert place_told(*at(text, lemma), load_lexicon()) == place


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("Thursday's talks were brief.", True),
        ("The talks will begin on Friday.", True),
        ("Haddad said on Friday that talks would help.", False),
        ("Haddad said on Friday he would attend the talks.", False),
    ],
)
def test_a_day_belongs_to_talks_when_it_is_said_of_them(text, is_own):
    assert has_own_day(*at(text, "talk")) == is_own


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("After talks with Omar Haddad, Ana Torv said that the border would open on Friday.", False),
        ("After talks with Omar Haddad on Monday, Ana Torv said that the border would open.", True),
        ("Ana Torv said that talks with Omar Haddad would open on Friday.", True),
    ],
)
def test_the_day_of_what_is_said_after_talks_is_not_theirs(text, is_dated):
    assert (when_told(*at(text, "talk")) is not None) == is_dated


def test_a_day_before_the_main_verb_is_that_of_those_who_come_together():
    layers, meeting = at("Major powers meeting in Oslo on Thursday aim to end it.", "meet")
    assert when_told(layers, meeting).start == date(2031, 3, 6)
    layers, meeting = at("Major powers meeting in Oslo aim to end it on Thursday.", "meet")
    assert when_told(layers, meeting) is None


def test_what_is_to_come_this_week_has_all_of_it():
    cut = When("this week", date(2031, 3, 3), date(2031, 3, 5), rule="unit.this", grain="week")
    assert whole_week(cut).end == date(2031, 3, 9)
    other = When("in March", date(2031, 3, 1), date(2031, 3, 5), rule="unit.this", grain="month")
    assert whole_week(other) == other
    assert whole_week(None) is None


def test_what_was_travelled_for_has_the_time_of_the_journey():
    when = when_told(*at("Ana Torv flew to Oslo on Monday to meet Omar Haddad.", "meet"))
    assert when.start == date(2031, 3, 3)

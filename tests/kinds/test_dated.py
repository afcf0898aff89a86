"""When a contact took place, from its clause and the clause above it."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.dated import has_own_day, when_told, whole_journey, whole_week
from dragoman.types import When


def at(text, lemma):
    layers = annotated(text)
    return layers, next(t for t in layers.doc if t.lemma_ == lemma)


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


@pytest.mark.parametrize("word", ["starting", "beginning"])
def test_a_journey_whose_first_day_alone_is_told_lasts_a_week(word):
    when = when_told(*at(f"Ana Torv will travel to Oslo {word} March 17 to meet Omar Haddad.", "travel"))
    assert (when.start, when.end, when.role) == (date(2031, 3, 17), date(2031, 3, 17), "from")
    assert whole_journey(when).end == date(2031, 3, 24)
    told = When("June 2 to 4", date(2031, 6, 2), date(2031, 6, 4), role="from")
    assert whole_journey(told) == told
    assert whole_journey(None) is None


def test_a_participle_for_a_begin_leaves_the_day_to_its_verb():
    assert has_own_day(*at("Ana Torv will travel to Oslo starting March 17.", "travel"))
    assert not has_own_day(*at("Ana Torv will leave Oslo for a fair starting March 17.", "leave"))

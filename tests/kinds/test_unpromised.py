"""Words about one's own deeds that promise nothing: threats, hopes, what another said, what nobody says."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import pledge
from dragoman.lexicon import load_lexicon


def pledges(text, outlet="Wire", published=date(2031, 3, 18)):
    return list(pledge.find(annotated(text, outlet=outlet, published=published), load_lexicon()))


SAID = "“{}” Kenyan President Ana Torv said."


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("We will take coordinated measures to feed the villages,", 1),
        ("We will take coordinated measures in case of another raid,", 0),
        ("We will act together with the farmers against the drought,", 1),
        ("We will act firmly against the raiders in the north,", 0),
        ("We hope we will open the bridge to the valley,", 0),
        ("We will open the bridge to the valley,", 1),
        ("This does not mean that we will open the bridge to the valley,", 0),
        ("We will certainly defeat them all in the valley,", 0),
        ("I will listen to the report of the farmers,", 0),
        ("We will stay away from the talks in Oslo,", 0),
        ("We will continue to do so in good faith,", 0),
        ("If the farmers ask, we will continue to do so in good faith,", 1),
        ("We will go on to insist on this in our talks,", 0),
        ("We will work with our neighbours to do so,", 0),
        ("We will do everything we can as a neighbour,", 0),
        ("We will do everything we can to open the bridge,", 1),
        ("We will do our part in the coming weeks,", 0),
        ("We will take part in the patrol on the river,", 1),
        ("We will do everything we can as a neighbour to help with it,", 0),
        ("If Chad goes on, we will unite the valley against its plan,", 0),
        ("If Chad goes on, we will oppose its seat in the council,", 0),
        ("If Chad agrees, we will open the bridge to the valley,", 1),
        ("If we can, we will unite the valley against the drought,", 1),
        ("If we sleep now, we will pay a steeper price,", 0),
        ("If we sleep now, we will pay a higher cost in the valley,", 0),
        ("We will pay the cost of the bridge to the valley,", 1),
        ("We will go on making efforts,", 0),
        ("We will pay a price for this drought,", 0),
        ("We will pay the wages of the ferrymen,", 1),
        ("I will refrain from commenting on their view of it,", 0),
        ("We will refrain from firing at the ferries,", 1),
        ("We will continue to make efforts,", 0),
        ("We will continue to fight for the rights of the farmers,", 1),
        ("We will continue to fight the farmers in the valley,", 0),
        ("Minister Omar Haddad will open the bridge to the valley,", 0),
        ("You are not saying that the Chadian traders have committed to opening the bridge,", 0),
        ("I am saying that the Chadian traders have committed to opening the bridge,", 1),
    ],
)
def test_a_promise_is_of_a_deed_and_not_of_harm_or_hope(words, count):
    assert len(pledges(SAID.format(words))) == count


def test_the_we_of_whom_an_asker_quotes_is_not_the_we_of_the_one_asked():
    turns = "QUESTION: Minister, {}\n\nMINISTER TORV: I read the papers.\n\nQUESTION: Thank you."
    quoted = "the president once said we will reopen the old bridge to the valley."
    assert pledges(turns.format(quoted)) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The minister praised President Torv's commitment that Chad will get the water.", ["Torv"]),
        ("Leaders reiterated their commitment to rebuild the port.", []),
        ("We also agreed to rebuild the port.", []),
        ("Kenya also agreed to rebuild the port.", ["Kenya"]),
        ("The Leaders also agreed to rebuild the port.", []),
    ],
)
def test_who_promises_is_somebody_and_alone(text, by):
    assert [one.by.name for one in pledges(text)] == by


def test_our_nations_are_those_who_issue_the_text():
    text = "Our nations are committed to rebuild the port."
    title = "Joint Statement of Kenya and Uganda"
    read = annotated(text, outlet="U.S. Department of State", published=date(2031, 3, 18), title=title)
    (found,) = pledge.find(read, load_lexicon())
    assert found.by.name == "Kenya and Uganda"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Kenya and Chad recommitted to a July 2028 ceasefire.", None),
        ("Kenya recommitted to guarding the valley against attacks targeting farms in January 2030.", None),
        ("Kenya is committed to rebuilding the schools by May 2031.", date(2031, 5, 31)),
    ],
)
def test_the_day_of_a_thing_long_past_is_no_deadline(text, due):
    (found,) = pledges(text)
    assert (found.deadline and found.deadline.end) == due


def test_a_promise_that_is_only_asked_about_is_none():
    told = "Norwegian envoy Ana Torv got a commitment from Kenya to open the bridge{}"
    assert len(pledges(told.format("."))) == 1
    assert pledges(told.format("?")) == []

"""A word of contact in another sense tells of none."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact, forecast, pledge
from dragoman.lexicon import load_lexicon


def contacts(text):
    return list(contact.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Norway and Chad spoke out against the raids.",
        "Norway's message to Chad's generals is clear.",
        "Norway's ministry asks how it will message the plan to Chad.",
        "Norway and Chad are likely to message this as a victory.",
        "Norway and Chad will meet their obligations under the treaty.",
        "Norway gathered samples with experts from Malawi.",
        "Norway's minister met with resistance from Chad.",
        "The plan foresees the engagement with Malawi and Chad on the port.",
    ],
)
def test_no_contact_is_meant(text):
    assert contacts(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norway and Chad will meet the deadline in May, Norwegian President Ana Torv said.", [None]),
        ("Norway and Chad will meet in May, Norwegian President Ana Torv said.", ["contact"]),
    ],
)
def test_a_forecast_of_meeting_a_thing_expects_no_contact(text, kinds):
    found = forecast.find(annotated(text), load_lexicon())
    assert [one.expects.kind if one.expects else None for one in found] == kinds


def test_what_is_met_by_the_speaker_is_promised():
    (found,) = pledge.find(annotated("“We will meet our obligations to the port,” Ana Torv said."), load_lexicon())
    assert found.content == "We will meet our obligations to the port"


def test_who_gathers_somebody_meets_them():
    (found,) = contacts("Norway's ministers gathered with generals from Malawi in Oslo on Monday.")
    assert found.mode == "meeting"


def test_engagement_that_somebody_holds_is_a_contact():
    (found,) = contacts("Norway held an engagement with Chad in Oslo on Monday.")
    assert [party.name for party in found.participants] == ["Norway", "Chad"]


def test_to_take_note_is_no_message():
    assert contacts("Kenya and Chad take note of the deals.") == []
    (found,) = contacts("Kenya sent a note to Chad on Monday.")
    assert found.mode == "message"

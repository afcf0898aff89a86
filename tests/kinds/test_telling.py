"""Talks that states are told to have had beside the meeting of their ministers that day are that meeting."""

from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def met(text):
    return [sorted(p.name for p in c.participants) for c in contact.find(annotated(text), load_lexicon())]


def test_what_officials_of_both_states_discussed_is_told_of_their_ministers_meeting():
    text = (
        "Today, Adviser Ana Torv of Norway met in Oslo with Kenyan Minister Omar Haddad as part of close bilateral "
        "consultations between Kenya and Norway. "
        "The Norwegian and Kenyan officials discussed their worries over the drought."
    )
    assert met(text) == [["Ana Torv", "Omar Haddad"]]


def test_who_goes_on_to_others_has_met_them_apart_from_the_first():
    text = (
        "Adviser Ana Torv of Norway met with President Omar Haddad and Minister Lea Nur of Chad. On March 12, "
        "Adviser Torv flew to Nairobi to continue our consultations with Kenyan officials."
    )
    assert met(text) == [["Ana Torv", "Lea Nur", "Omar Haddad"], ["Ana Torv", "Kenyan officials"]]


def test_a_conference_is_not_what_was_told_as_a_meeting():
    text = (
        "On Monday President Ana Torv of Kenya had a meeting with President Omar Haddad of Chad. "
        "Donors have raised a lot of money at this conference."
    )
    (told,) = contact.find(annotated(text), load_lexicon())
    assert len(told.evidence) == 1


def test_talks_of_other_states_stay_talks_of_their_own():
    text = (
        "Today, Adviser Ana Torv of Norway met in Oslo with Kenyan Minister Omar Haddad. "
        "Talks between Chad and Mali were held in Rome today."
    )
    assert met(text) == [["Ana Torv", "Omar Haddad"], ["Chad", "Mali"]]


def test_talks_of_states_to_come_are_those_of_their_ministers_in_that_town_then():
    text = (
        "Kenya's foreign minister and his Chadian counterpart will meet in Oslo next week. "
        "An envoy said that Kenya and Chad would hold the second round in Oslo next week."
    )
    assert met(text) == [["Kenya's foreign minister", "his Chadian counterpart"]]


def test_a_meeting_set_for_a_day_is_the_talks_of_that_week_that_were_called_off():
    text = (
        "Kenya on Monday called off next week's talks between its foreign minister and his Chadian counterpart. "
        "The meeting, set for March 12 in Oslo, would have been the first in a year."
    )
    (one,) = contact.find(annotated(text), load_lexicon())
    assert (one.status, len(one.evidence)) == ("cancelled", 2)


def test_to_be_in_contact_by_phone_is_not_the_call_told_before():
    text = (
        "President Ana Torv called President Omar Haddad on Monday. "
        "Torv said that she and Haddad are still in regular contact by telephone."
    )
    assert [one.status for one in contact.find(annotated(text), load_lexicon())] == ["held", "ongoing"]


def test_what_the_two_spoke_of_leaves_the_call_open_to_be_told_again():
    text = (
        "Adviser Ana Torv of Norway spoke today with Kenyan Minister Omar Haddad. The two spoke of grain. "
        "Adviser Torv and Minister Haddad also discussed the port."
    )
    assert met(text) == [["Ana Torv", "Omar Haddad"]]


def test_what_the_two_then_discussed_is_of_their_meeting():
    begin = "Kenyan Minister Ana Torv met with Ugandan Minister Omar Haddad today. "
    for who in ("They", "The two"):
        (meeting,) = contact.find(annotated(f"{begin}{who} discussed the level of the lake."), load_lexicon())
        assert (meeting.mode, meeting.topics) == ("meeting", ("the level of the lake",))


def test_talks_held_in_a_town_between_others_lend_it_to_no_meeting():
    text = (
        "Kenyan Adviser Ana Torv and Ugandan Adviser Omar Haddad held consultations on trade. The meeting went on with "
        "the recent discussions held in Oslo between Foreign Minister Lea Nur and Foreign Minister Bran Okell."
    )
    found = contact.find(annotated(text), load_lexicon())
    assert {(one.participants[0].name, one.place) for one in found} == {("Ana Torv", None), ("Lea Nur", "Oslo")}

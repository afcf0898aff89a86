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


def test_talks_of_other_states_stay_talks_of_their_own():
    text = (
        "Today, Adviser Ana Torv of Norway met in Oslo with Kenyan Minister Omar Haddad. "
        "Talks between Chad and Mali were held in Rome today."
    )
    assert met(text) == [["Ana Torv", "Omar Haddad"], ["Chad", "Mali"]]

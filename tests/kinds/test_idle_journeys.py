"""A journey without a host is none of its own where what it was made for is told."""

from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def told(text, **around):
    found = contact.find(annotated(text, **around), load_lexicon())
    return [(c.mode, c.status, [a.name for a in c.participants]) for c in found]


def test_a_journey_without_a_host_gives_way_to_the_meeting_it_was_made_for():
    alone = "Kenyan envoy Ana Torv returned to the region on Monday."
    met = " Ana Torv met Ugandan Foreign Minister Omar Haddad on Monday."
    assert [[mode for mode, *_ in told(text)] for text in (alone, alone + met)] == [["visit"], ["meeting"]]

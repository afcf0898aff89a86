"""What is told of "them" or "the two sides" is said of a contact told before."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon

MET = "Minister Ana Torv of Kenya met Minister Omar Haddad of Chad in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        (MET + "The two sides had a frank conversation.", ["meeting"]),
        (MET + "They had a phone call on Tuesday.", ["meeting", "call"]),
        (MET + "Ana Torv and Omar Haddad had a frank conversation.", ["meeting", "call"]),
        ("The countries were asked to help. They met in Oslo and agreed to.", []),
        ("Ministers are meeting in Oslo.", ["meeting"]),
    ],
)
def test_what_they_did_is_no_contact_of_its_own_without_a_day(text, modes):
    assert [c.mode for c in contact.find(annotated(text), load_lexicon())] == modes

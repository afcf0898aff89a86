"""Consultations of one side with itself are no contact, and "in consultation with" only tells how."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Ana Torv decided on it in consultation with Congress.", []),
        ("Norway's president, Ana Torv, held consultations with her security council on Monday.", []),
        ("Kenyan President Omar Haddad consulted with his generals before he accepted the truce.", []),
        ("Norway took the step in close consultation with the fishermen.", []),
        (
            "Norway took the step after consultations with the Chadian president, Omar Haddad.",
            [["Norway", "Omar Haddad"]],
        ),
        (
            "Kenyan President Ana Torv consulted with Chadian General Omar Haddad on Monday.",
            [["Ana Torv", "Omar Haddad"]],
        ),
        ("Kenya is in consultation with Chad on a ferry.", [["Kenya", "Chad"]]),
    ],
)
def test_a_side_holds_no_talks_with_itself(text, names):
    found = contact.find(annotated(text), load_lexicon())
    assert [[actor.name for actor in c.participants] for c in found] == names

"""A letter or a paper that goes from one party to another is a contact; one that is read or kept is none."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def told(text, **around):
    found = contact.find(annotated(text, **around), load_lexicon())
    return [(c.mode, c.status, [a.name for a in c.participants]) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan Foreign Minister Ana Torv answered a letter that President Omar Haddad sent to Uganda.",
         [("message", "held", ["Omar Haddad", "Uganda"])]),
        ("Kenya sent a draft to Uganda on Monday.", [("message", "held", ["Kenya", "Uganda"])]),
        ("Uganda received a proposal from Kenya on Monday.", [("message", "held", ["Uganda", "Kenya"])]),
        ("Kenya's reply was delivered to Uganda on Monday.", [("message", "held", ["Kenya", "Uganda"])]),
        ("Kenya praised the draft of Uganda on Monday.", []),
        ("The Kenyan proposal on Uganda is long.", []),
    ],
)  # fmt: skip
def test_a_paper_tells_a_contact_where_it_goes_from_one_to_another(text, expected):
    assert told(text) == expected

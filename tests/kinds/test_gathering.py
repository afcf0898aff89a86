"""One group of many that meets among itself."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def told(text, **around):
    found = contact.find(annotated(text, **around), load_lexicon())
    return [(c.mode, c.status, [a.name for a in c.participants]) for c in found]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Kenyan rebel coalition met in Oslo on Monday.", 1),
        ("The Kenyan war council met in Oslo on Monday.", 1),
        ("The Kenyan minister met in Oslo on Monday.", 0),
    ],
)
def test_a_body_of_several_meets_and_one_person_does_not(text, count):
    assert len(told(text)) == count

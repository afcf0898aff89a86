"""A word of contact in another sense tells of none."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def contacts(text):
    return list(contact.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Norway and Chad spoke out against the raids.",
        "Norway's message to Chad's generals is clear.",
        "Norway's ministry asks how it will message the plan to Chad.",
        "The plan foresees the engagement with Malawi and Chad on the port.",
    ],
)
def test_no_contact_is_meant(text):
    assert contacts(text) == []


def test_engagement_that_somebody_holds_is_a_contact():
    (found,) = contacts("Norway held an engagement with Chad in Oslo on Monday.")
    assert [party.name for party in found.participants] == ["Norway", "Chad"]

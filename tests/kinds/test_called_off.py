"""Contacts that are put off or will not go ahead, and those that "took place between" two."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon

OF = "between Kenyan President Ana Torv and Chadian President Omar Haddad"


def found(text):
    return [(c.status, [a.name for a in c.participants]) for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"A third round of talks {OF} has been pushed back to 2 April.", "cancelled"),
        (f"The meeting {OF}, which was to be held in Oslo, will not go ahead.", "cancelled"),
        (f"The talks {OF} will not take place.", "cancelled"),
        (f"Plans for a summit {OF} fell apart on Monday.", "cancelled"),
        (f"The talks {OF} will go ahead on Monday.", "planned"),
        (f"A meeting took place {OF} on Monday.", "held"),
        (f"No meeting took place on Monday {OF}.", "denied"),
        (f"Norway's ministry has not confirmed reports that a meeting {OF} will take place in May.", "expected"),
        (f"There are no plans at present for a meeting {OF}.", "denied"),
    ],
)
def test_what_the_verb_over_a_contact_makes_of_it(text, status):
    assert found(text) == [(status, ["Ana Torv", "Omar Haddad"])]


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Kenya's government denied holding any talks with Chad.", [("denied", ["Kenya", "Chad"])]),
        ("Kenya would welcome any talks with Chad.", []),
        (
            "The visit of Kenyan President Ana Torv to Oslo has been postponed.",
            [("cancelled", ["Ana Torv", "Norway"])],
        ),
        ("A visit of two days to Oslo was a success.", []),
    ],
)
def test_denied_talks_and_visits_of_somebody_are_contacts(text, contacts):
    assert found(text) == contacts


def test_what_is_not_so_at_present_has_no_day():
    (one,) = contact.find(annotated(f"There are no plans at present for a meeting {OF}."), load_lexicon())
    assert one.when is None

"""What a contact was about, and beside which gathering it took place."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.topics import aims_of, gatherings_beside, topics_of


@pytest.mark.parametrize(
    ("text", "lemma", "topics"),
    [
        ("Ana Torv met Omar Haddad on the border.", "meet", ("the border",)),
        ("Ana Torv spoke with Omar Haddad about grain and over fees.", "speak", ("grain", "fees")),
        ("Ana Torv discussed the ferry with Omar Haddad.", "discuss", ("the ferry",)),
        ("Ana Torv met Omar Haddad on Friday.", "meet", ()),
        ("Ana Torv spoke with Omar Haddad about this.", "speak", ()),
        ("He told them what Ana Torv discussed with Omar Haddad.", "discuss", ()),
        ("Ana Torv met Omar Haddad on the sidelines of a trade fair.", "meet", ()),
        ("Ana Torv met Omar Haddad on the eve of the vote.", "meet", ()),
    ],
)
def test_topics_are_what_it_was_about_and_not_the_occasion(text, lemma, topics):
    event = next(t for t in annotated(text).doc if t.lemma_ == lemma)
    assert topics_of(event) == topics


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Ana Torv met Omar Haddad on the margins of a trade fair.", ["fair"]),
        ("Ana Torv met Omar Haddad on the border of the park.", []),
    ],
)
def test_a_gathering_is_where_they_met_only_beside_its_margins(text, beside):
    event = next(t for t in annotated(text).doc if t.lemma_ == "meet")
    assert [t.text for t in gatherings_beside(event)] == beside


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("Ana Torv met Omar Haddad for a second round of talks.", ["round", "talks"]),
        ("Ana Torv met Omar Haddad for talks.", ["talks"]),
        ("Ana Torv met Omar Haddad.", []),
    ],
)
def test_what_they_came_together_for_stands_behind_it(text, aims):
    event = next(t for t in annotated(text).doc if t.lemma_ == "meet")
    assert [t.text for t in aims_of(event)] == aims

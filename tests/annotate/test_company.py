"""What both say who have met is said by the host as well."""

import pytest
from tests.annotate.reading import referents


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("President Ana Torv held a call with lake ministers today. They reaffirmed their support.", "They",
         ("Ana Torv", "lake ministers")),
        ("President Ana Torv met with lake leaders today. They agreed. The leaders underscored their support.",
         "The leaders", ("Ana Torv", "lake leaders")),
        ("President Ana Torv met with lake rebels today. They demanded arms.", "They", ("lake rebels",)),
        ("Adviser Ana Torv met with Envoy Omar Haddad. The two sides reaffirmed it.", "The two sides",
         ("Ana Torv", "Omar Haddad")),
        ("Adviser Ana Torv met with Envoy Omar Haddad and Envoy Lea Nur. The two sides reaffirmed it.", "The two sides",
         ("sides",)),
        ("Lake ministers came on Monday. They reaffirmed their support for the plan.", "They", ("Lake ministers",)),
    ],
)  # fmt: skip
def test_they_are_those_met_and_who_met_them_where_both_say_it(text, mention, expected):
    assert referents(text)[mention] == expected

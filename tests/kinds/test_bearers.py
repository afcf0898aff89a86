"""Whose a long office is that stands before a name."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.bearers import bearer


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("Assistant to the President for Trade Affairs Ana Torv met Omar Haddad.", "Assistant", "Ana Torv"),
        ("Omar Haddad met Kenyan Minister and OSCE Chairman-in-Office Robert Miller.", "Chairman", "Robert Miller"),
        ("Omar Haddad met Head of the Trade Department of Kenya Robert Miller and Ana Torv.", "Head", None),  # known
        (
            "Ana Torv called Kenyan Labour Party Politburo Member and Director of the Trade Office Robert Miller.",
            "Member",
            "Robert Miller",
        ),
        ("Omar Haddad met the Assistant on Monday, and Ana Torv left.", "Assistant", None),
        ("Omar Haddad met the President and Chairman of the House Jan Novak.", "President", None),
        ("Omar Haddad met the head of the union.", "head", None),
        ("Omar Haddad met the government of Kenyan President Ana Torv.", "government", None),
    ],
)
def test_a_title_that_goes_on_to_a_name_is_that_persons(text, title, name):
    layers = annotated(text)
    found = bearer(layers, next(t for t in layers.doc if t.text == title))
    assert (found and found.name) == name

"""Whose somebody is by whom he leads, stands opposite to or is sent to."""

import pytest
from tests.annotate.reading import annotated


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("A Kenyan delegation led by President Ana Torv met the crews.", "Ana Torv", "Kenya"),
        ("A bank delegation led by President Ana Torv met the crews.", "Ana Torv", None),
        ("Envoy Omar Haddad met his Kenyan counterpart, Minister Ana Torv.", "Ana Torv", "Kenya"),
    ],
)
def test_a_delegation_and_a_counterpart_tell_whose_a_person_is(text, name, side):
    assert {actor.name: actor.side for actor in annotated(text).actors}[name] == side


def test_an_envoy_for_a_state_with_its_short_form_in_brackets_is_not_that_states():
    text = (
        "Special Representative for the Democratic People’s Republic of Korea (DPRK) Jane Doe met the crews in Seoul."
    )
    sides = {actor.name: actor.side for actor in annotated(text, outlet="U.S. Department of State").actors}
    assert sides["Jane Doe"] == "United States"

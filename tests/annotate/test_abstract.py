"""A noun for a group stands for nobody where it is a deed, a right or a number."""

import pytest
from tests.annotate.reading import annotated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Casualty figures rose.", []),
        ("Senior figures left.", ["Senior figures"]),
        ("Opposition to the plan grew.", []),
        ("The opposition left.", ["opposition"]),
        ("The movement of grain stopped.", []),
        ("The movement left.", ["movement"]),
        ("The veto power stays.", []),
        ("The occupying power left.", ["occupying power"]),
        ("Major powers left.", ["Major powers"]),
    ],
)
def test_only_who_acts_is_an_actor(text, names):
    assert [actor.name for actor in annotated(text).actors] == names

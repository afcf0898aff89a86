"""Who was expected, and who came."""

from __future__ import annotations

import pytest
from tests.records import ALAND, BORLAND, KRAL, LUND, MOSS

from dragoman.resolve.taking_part import are_those, handles_of, stands_for
from dragoman.types import Actor

VICE = Actor("the vice president", (), None, "vice president", "person")
HOLDER = Actor("Dora Ness", (), "Aland", "vice president", "person")
STAFF = Actor("other officials")
DELEGATION = Actor("a delegation", (), "Borland", None, "group")
CONTACT_GROUP = Actor("Lake Contact Group", (), None, None, "group")
NESS = Actor("Dora Ness", (), "Aland", None, "person")


@pytest.mark.parametrize(
    ("expected", "present", "whether"),
    [
        (LUND, Actor("Lund", (), "Aland", None, "person"), True),
        (LUND, ALAND, True),  # the report names the side alone
        (ALAND, LUND, True),
        (DELEGATION, MOSS, True),
        (LUND, NESS, False),
        (VICE, HOLDER, True),
        (VICE, LUND, False),
        (Actor("the vice president", (), "Borland", "vice president", "person"), HOLDER, False),
        (BORLAND, LUND, False),
    ],
)
def test_an_expected_actor_is_there_by_name_side_or_office(expected: Actor, present: Actor, whether: bool) -> None:
    assert stands_for(expected, present) is whether
    if whether:
        assert handles_of((expected,)) & handles_of((present,))


@pytest.mark.parametrize(
    ("expected", "present", "whether"),
    [
        ((LUND, KRAL), (LUND, KRAL, MOSS), True),
        ((LUND, KRAL), (LUND, BORLAND), True),
        ((LUND, KRAL), (LUND, MOSS), False),
        ((LUND, KRAL, MOSS), (LUND, KRAL), True),  # more than half
        ((LUND, NESS, KRAL, MOSS), (LUND, NESS), False),  # of one party only
        ((LUND, KRAL, STAFF), (LUND, KRAL), True),
        ((VICE, KRAL), (HOLDER, KRAL), True),
        ((VICE, KRAL), (LUND, KRAL), False),
        ((STAFF,), (LUND, KRAL), False),
        ((CONTACT_GROUP,), (CONTACT_GROUP,), True),
    ],
)
def test_of_two_both_and_of_more_half_must_be_there(expected, present, whether: bool) -> None:
    assert are_those(expected, present) is whether

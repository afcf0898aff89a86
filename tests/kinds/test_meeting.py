"""By what records of contacts find each other; which are one stands in tests/merge/test_groups.py."""

from __future__ import annotations

import pytest
from tests.records import ALAND, BORLAND, KRAL, LUND, contact, march, on

from dragoman.kinds.meeting import contact_handles, filed_under, is_one_contact, likeness
from dragoman.types import Actor

QATAR = Actor("Qatar", (), "Qatar", None, "state")
AMERICA = Actor("United States", (), "United States", None, "state")
LEADERS = Actor("leaders")
GROUP = Actor("Nile Support Group", (), None, None, "organisation")
POWERS = Actor("Major powers", (), None, None, "group")
OTHERS = Actor("a dozen other countries", (), None, None, "group")
COMPANY = Actor("Nile Shipping", (), None, None, "organisation")
NOBODYS = Actor("Dora Vane", (), None, None, "person")


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ((BORLAND, ALAND), "aland"),
        ((ALAND, BORLAND, QATAR), "aland"),
        ((AMERICA, BORLAND), "borland"),
        ((QATAR, AMERICA), "qatar"),
        ((NOBODYS, KRAL), "borland"),
        ((NOBODYS, LEADERS), "vane"),
        ((LEADERS,), "leaders"),
        ((GROUP, ALAND, KRAL), "many states"),
        ((COMPANY, BORLAND), "borland"),
        ((POWERS,), "many states"),
        ((ALAND, OTHERS), "many states"),
        ((ALAND, POWERS), "aland"),
        ((ALAND, BORLAND, OTHERS), "aland"),
        ((), ""),
    ],
)
def test_a_contact_is_filed_under_a_party_that_is_no_usual_host(parties: tuple[Actor, ...], expected: str) -> None:
    assert filed_under(parties) == expected


def test_a_record_with_a_day_seeks_those_of_its_week_and_those_without_a_day() -> None:
    dated, later, undated = (contact_handles(contact("a", when), march(4)) for when in (on(4), on(18), None))
    assert dated.words & contact_handles(contact("b", on(3, 9)), march(4)).kept_under
    assert not dated.words & later.kept_under
    assert dated.words & undated.kept_under
    assert undated.words & dated.kept_under
    assert undated.words & undated.kept_under


def test_a_person_is_found_by_surname_and_by_side() -> None:
    by_name = contact_handles(contact("a", on(4), participants=(NOBODYS, KRAL)), march(5)).words
    by_side = contact_handles(contact("b", on(4), participants=(ALAND, BORLAND)), march(5)).words
    by_both = contact_handles(contact("c", on(4), participants=(LUND, KRAL, NOBODYS)), march(5)).words
    assert by_name & by_both
    assert by_side & by_both


@pytest.mark.parametrize(
    ("mode", "other", "expected"),
    [
        ("meeting", (ALAND, GROUP), True),
        ("meeting", (ALAND, BORLAND), False),
        ("call", (ALAND, GROUP), False),
    ],
)
def test_a_meeting_of_a_body_is_that_of_the_body_beside_some_of_its_members(
    mode: str, other: tuple[Actor, ...], expected: bool
) -> None:
    body = contact("a", on(4), mode=mode, participants=(GROUP,), place="Oslo")
    members = contact("b", on(4), mode=mode, participants=other, place="Oslo")
    assert is_one_contact(body, members) is is_one_contact(members, body) is expected
    if expected:
        assert contact_handles(body, march(4)).words & contact_handles(members, march(4)).kept_under


@pytest.mark.parametrize(
    ("several", "fields", "expected"),
    [
        ((POWERS,), {}, True),
        ((ALAND, OTHERS), {"when": on(5)}, True),
        ((ALAND, POWERS), {}, False),
        ((POWERS,), {"place": None}, False),
        ((POWERS,), {"place": "Geneva", "when": on(5)}, False),
        ((POWERS,), {"when": on(9)}, False),
        ((POWERS,), {"when": None}, False),
        ((Actor("Delta Support Group", (), None, None, "organisation"),), {}, False),
    ],
)
def test_many_states_without_names_in_the_place_of_a_body_on_its_day_are_that_body(
    several: tuple[Actor, ...], fields: dict[str, object], expected: bool
) -> None:
    body = contact("a", on(4), mode="meeting", participants=(GROUP,), place="Oslo")
    told = {"when": on(4), "place": "Oslo", "mode": "talks", **fields}
    nameless = contact("b", participants=several, **told)  # type: ignore[arg-type]
    assert is_one_contact(body, nameless) is is_one_contact(nameless, body) is expected
    if expected:
        assert filed_under(body.participants) == filed_under(nameless.participants)
        assert contact_handles(body, march(4)).words & contact_handles(nameless, march(4)).kept_under


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, 1),
        ({"when": on(4)}, 2),
        ({"when": on(4), "place": "Geneva"}, 3),
        ({"participants": (ALAND, BORLAND, QATAR)}, 0),
    ],
)
def test_a_day_a_place_and_the_same_parties_speak_for_one_contact(fields: dict[str, object], expected: int) -> None:
    assert likeness(contact("a", on(4), place="Geneva"), contact("b", **fields)) == expected  # type: ignore[arg-type]

"""Where an entry is filed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.scene import View, set_scene
from dragoman.brief.stands import TRUCE as CEASEFIRE
from dragoman.merge.filing import (
    ALL,
    ATTACK,
    BARE,
    MET,
    Face,
    Meeting,
    attack_of,
    face_of,
    headings,
    meeting_of,
    news_day,
    parties_of,
    rank,
)
from dragoman.types import Actor, When
from tests.brief.made import dossier, entries
from tests.records import ALAND, KRAL, LUND, contact, on


def by_id(name: str):
    return next(entry for entry in entries() if entry.id == name)


def of_contact(**fields: object):
    """The entry of a contact of Lund and Kral."""
    return replace(by_id("e-met"), record=contact("a", **fields))


@pytest.mark.parametrize(
    ("entry", "filed"),
    [
        (of_contact(when=on(12), status="planned"), ["", "side Aland", "side Borland", "twice", "ahead 2031-03-12"]),
        (of_contact(when=None, status="planned"), ["", "side Aland", "side Borland", "twice"]),
        (of_contact(mode="briefing", status="held"), ["", "side Aland", "side Borland", "twice", "briefing"]),
        (of_contact(mode="briefing", status="planned"), ["", "side Aland", "side Borland", "twice"]),
        (
            replace(of_contact(status="denied", participants=(LUND,)), last_seen=None),
            ["", "side Aland", "unseen Aland", "twice"],
        ),
    ],
)  # fmt: skip
def test_a_contact_is_filed_by_its_sides_and_by_what_a_brief_asks_of_it(entry, filed):
    assert headings(entry) == filed


@pytest.mark.parametrize(
    ("fields", "meeting"),
    [
        ({"when": on(12)}, Meeting(("Aland", "Borland"), (), False, False)),
        ({"when": None}, Meeting(("Aland", "Borland"), (), False, True)),
        ({"when": When("then", None, None)}, Meeting(("Aland", "Borland"), (), False, True)),
        ({"when": on(12), "participants": (LUND, ALAND)}, None),  # of one side alone
        ({"when": on(12), "status": "cancelled"}, None),
    ],
)
def test_of_a_contact_that_took_place_the_heading_tells_whose_account_there_is(fields, meeting):
    entry = replace(of_contact(**fields), origins=("one", "two"), supports=())
    found = [meeting_of(one.removeprefix(MET)) for one in headings(entry) if one.startswith(MET)]
    assert found == ([meeting] if meeting else [])


def test_who_attacks_whom_is_a_heading_whatever_the_names_hold():
    odd = Actor('The "North"\x1f', (), None, None, "state")
    raid = by_id("e-raid")
    told = replace(raid, record=replace(raid.record, actor=(odd, KRAL), target=(KRAL,)))
    (heading,) = (one for one in headings(told) if one.startswith(ATTACK))
    assert attack_of(heading.removeprefix(ATTACK)) == ('The "North"\x1f', "Borland")


def test_every_entry_stands_once_under_each_heading():
    for entry in entries():
        assert len(set(headings(entry))) == len(headings(entry))
        assert ALL in headings(entry)


def test_an_answer_on_conditions_that_nobody_tells_is_bare():
    yes = by_id("e-yes")
    assert BARE not in headings(yes)
    assert BARE in headings(replace(yes, record=replace(yes.record, conditions=())))


def test_the_face_of_an_entry_has_what_it_is_weighed_by():
    met = by_id("e-met")
    assert face_of(met) == Face("contact", rank(met), met.last_seen.toordinal(), False)
    old = replace(met, record=replace(met.record, when=When("", on(1).start.replace(year=2030), on(1).start)))
    assert face_of(old).was_old
    assert news_day(old).year == 2030


def test_the_lists_of_a_scene_are_those_of_the_headings():
    scene = set_scene(dossier(), View())
    for entry in entries():
        for heading in headings(entry):
            assert entry in list(scene.files.filed(entry.kind, heading))
    assert CEASEFIRE == "ceasefire"
    assert parties_of((LUND, KRAL, ALAND)) == ("Aland", "Borland")

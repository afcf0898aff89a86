"""Entries by day, kind and side: where each stands, and how many a period has."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from dragoman.brief.calendar import calendar_of, counts, day_of, end_of, of_no_side, of_side, places, unit_of
from dragoman.brief.scene import Scene, View, set_scene
from dragoman.kinds import BY_NAME
from dragoman.types import When
from tests.brief.made import day, dossier, entries

MARCH = (day("1"), day("31"))


def by_id(name: str):
    return next(entry for entry in entries() if entry.id == name)


@pytest.fixture
def scene() -> Scene:
    return set_scene(dossier(), View(as_of=day("18")))


def ids(calendar, among) -> list[str]:
    return [calendar.entries[place].id for place in among]


@pytest.mark.parametrize(
    ("when", "stands"),
    [
        (When("on the 9th", day("9"), day("9")), (day("9"), True)),
        (When("in March", day("1"), day("31")), (day("1"), True)),
        (When("from the 9th", day("9"), None), (day("9"), True)),
        (When("in 2030", day("2030-01-01"), day("2030-12-31")), (day("11"), False)),  # a year is no day
        (When("by May", None, day("2031-05-01")), (day("11"), False)),
        (None, (day("11"), False)),
    ],
)
def test_a_thing_stands_on_its_own_day_else_on_that_of_its_report(when, stands):
    met = by_id("e-met")
    assert day_of(replace(met, record=replace(met.record, when=when), first_seen=day("11"))) == stands


def test_what_has_no_day_at_all_is_counted_and_left_out(scene):
    lost = replace(by_id("e-demand"), id="lost", first_seen=None)
    more = replace(scene, dossier=replace(scene.dossier, entries=(*scene.dossier.entries, lost)))
    assert (calendar_of(scene).undated, calendar_of(more).undated) == (0, 1)
    assert len(calendar_of(more).entries) == len(scene.dossier.entries)


def test_a_window_has_both_its_ends_and_the_kinds_that_are_asked_for(scene):
    calendar = calendar_of(scene)
    contacts = places(calendar, *MARCH, {"contact"})
    assert set(ids(calendar, contacts)) == {e.id for e in entries() if e.kind == "contact"}
    days = [day_of(calendar.entries[place])[0] for place in contacts]
    assert days == sorted(days)
    first = days[0]
    assert len(places(calendar, first, first, {"contact"})) == days.count(first)
    assert len(places(calendar, day("2030-01-01"), day("2030-12-31"), BY_NAME)) == 0


def test_each_entry_is_with_the_sides_that_act_in_it_or_with_none(scene):
    calendar = calendar_of(scene)
    contacts = places(calendar, *MARCH, {"contact"})
    assert "e-met" in ids(calendar, of_side(calendar, contacts, "Belmark"))
    assert "e-met" not in ids(calendar, of_side(calendar, contacts, "Arvonia"))
    assert len(of_side(calendar, contacts, "Nowhere")) == 0
    rest = of_no_side(calendar, contacts, ("Belmark", "Nowhere"))
    assert sorted([*rest, *of_side(calendar, contacts, "Belmark")]) == sorted(contacts)


def test_counts_add_up_whatever_the_unit(scene):
    calendar = calendar_of(scene)
    among = places(calendar, *MARCH, BY_NAME)
    for unit in ("day", "week", "month", "year"):
        found = counts(calendar, among, unit)
        assert sum(one.n for one in found) == len(among)
        for one in found:
            stands = day_of(calendar.entries[one.place])[0]
            assert one.start <= stands <= end_of(one.start, unit)
            assert calendar.entries[one.place].kind == one.kind
    assert counts(calendar, among[:0], "day") == ()


@pytest.mark.parametrize(
    ("start", "unit", "end"),
    [
        ("2031-03-03", "day", "2031-03-03"),
        ("2031-03-03", "week", "2031-03-09"),
        ("2031-02-01", "month", "2031-02-28"),
        ("2031-12-01", "month", "2031-12-31"),
        ("2031-01-01", "year", "2031-12-31"),
        ("9999-12-01", "month", "9999-12-31"),
        ("9999-12-27", "week", "9999-12-31"),
    ],
)
def test_a_period_ends_before_the_next_begins(start, unit, end):
    assert end_of(date.fromisoformat(start), unit) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        ("2031-03-01", "2031-03-31", "day"),
        ("2031-01-01", "2031-06-30", "week"),
        ("2031-01-01", "2034-12-31", "month"),
        ("0001-01-01", "9999-12-31", "year"),
    ],
)
def test_a_longer_window_is_counted_by_longer_periods(first, last, unit):
    assert unit_of(date.fromisoformat(first), date.fromisoformat(last)) == unit

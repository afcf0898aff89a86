"""Entries at hand, by their headings."""

from __future__ import annotations

from dragoman.brief.held import Lists, as_seen
from dragoman.merge.filing import ALL, SIDE, rank
from tests.brief.made import day, entries

HELD = Lists(entries()).held(None)


def test_what_is_under_a_heading_is_counted_and_comes_in_order():
    for kind in HELD.kinds():
        assert HELD.count(kind) == len(list(HELD.filed(kind))) > 0
        assert list(HELD.filed(kind)) == sorted(HELD.filed(kind), key=rank)
        for side, count in HELD.counts(kind, SIDE).items():
            assert HELD.count(kind, f"{SIDE}{side}") == count
    assert HELD.count("contact", "no such heading") == 0


def test_an_entry_is_found_by_its_place_and_a_face_has_it():
    for kind in HELD.kinds():
        for face, entry in zip(HELD.faces(kind), HELD.filed(kind), strict=True):
            assert HELD.at(kind, face.rank) == entry
    assert HELD.named("contact-none") is None


def test_a_moment_stays_as_it_was_when_entries_go():
    lists = Lists(entries())
    before = lists.held(None)
    lists.change(entries(), ())
    assert before == HELD
    assert lists.held(None).kinds() == ()


def test_what_was_told_later_has_no_day_after_that_of_the_brief():
    early = Lists(entries()).held(day("11"))
    assert all(one.last_seen is None or one.last_seen <= day("11") for one in early.filed("contact", ALL))
    assert as_seen(entries(), day("11")) == Lists(entries()).all(day("11"))

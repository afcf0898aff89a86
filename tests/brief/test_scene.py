from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.scene import (
    View,
    bare_line,
    dated_line,
    happened_words,
    news_day,
    parties,
    rank,
    seen_by,
    set_scene,
)
from dragoman.types import When
from tests.brief.made import day, dossier, entries


def by_id(name: str):
    return next(entry for entry in entries() if entry.id == name)


def test_parties_are_the_sides_named_most_often_and_come_from_the_entries_alone():
    assert parties(entries()) == ("Belmark", "Arvonia", "Corria")
    assert parties(()) == ()


def test_a_side_named_once_among_many_is_no_party():
    many = [by_id("e-yes")] * 30
    assert parties([*many, by_id("e-told")]) == ("Belmark",)


def test_newest_and_best_corroborated_entries_come_first():
    ranked = sorted([by_id("e-raid"), by_id("e-met"), by_id("e-told")], key=rank)
    assert [entry.id for entry in ranked] == ["e-met", "e-told", "e-raid"]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (by_id("e-met"), "Tue 11 Mar"),
        (by_id("e-demand"), "reported Thu 13 Mar"),  # the day of a report is not the day of a thing
        (replace(by_id("e-demand"), first_seen=None), "no date"),
    ],
)
def test_the_day_of_a_thing_is_told_apart_from_the_day_of_its_report(entry, words):
    assert happened_words(entry, 2031) == words


def test_what_is_still_to_come_is_news_on_the_day_of_its_report():
    assert (news_day(by_id("e-call")), news_day(by_id("e-held"))) == (day("14"), day("07"))


def test_a_day_after_that_of_the_brief_is_a_day_of_fetching_and_not_shown():
    late = replace(by_id("e-raid"), first_seen=day("2031-09-01"), last_seen=day("2031-09-01"), supports=())
    assert (seen_by(late, day("14")).first_seen, seen_by(late, day("14")).last_seen) == (None, None)
    assert seen_by(by_id("e-raid"), day("14")) == by_id("e-raid")


@pytest.mark.parametrize(
    ("line", "dated", "bare"),
    [
        ("Tue 11 Mar  A and B met", "Tue 11 Mar: A and B met", "A and B met"),
        ("A and B met", "A and B met", "A and B met"),
    ],
)
def test_a_line_stands_with_or_without_its_days(line, dated, bare):
    entry = replace(by_id("e-met"), line=line)
    assert (dated_line(entry), bare_line(entry)) == (dated, bare)


def test_a_window_in_the_future_is_no_day_of_news():
    ahead = replace(by_id("e-met"), record=replace(by_id("e-met").record, when=When("x", day("20"), day("22"))))
    assert news_day(ahead) == day("12")


def test_a_view_without_a_day_takes_the_last_day_of_publication():
    assert set_scene(dossier(), View()).view.as_of == day("14")

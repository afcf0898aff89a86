from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from dragoman.brief.scene import (
    Stage,
    View,
    bare_line,
    dated_line,
    happened_words,
    news_day,
    rank,
    seen_by,
    set_scene,
    sides_of,
)
from dragoman.brief.setting import parties
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.forecast import line as forecast_line
from dragoman.types import Evidence, When
from tests.brief.made import day, dossier, entries


def by_id(name: str):
    return next(entry for entry in entries() if entry.id == name)


def test_parties_are_the_sides_named_most_often_and_come_from_the_entries_alone():
    assert set_scene(dossier(), View()).parties == ("Belmark", "Arvonia", "Corria")
    assert parties({}) == ()


def test_a_side_named_once_among_many_is_no_party():
    many = [replace(by_id("e-yes"), id=f"e-{n}") for n in range(30)]
    counts = Counter(side for entry in (*many, by_id("e-told")) for side in sides_of(entry))
    assert parties(counts) == ("Belmark",)


@given(
    some.lists(some.sets(some.integers(0, len(entries()) - 1)), min_size=1, max_size=6), some.sampled_from([None, 9])
)
def test_a_stage_on_which_entries_came_and_went_is_that_of_those_that_are_there(several, as_of):
    stage, here = Stage(), {}
    view = View(as_of=day(f"{as_of:02}") if as_of else None)
    for chosen in several:
        after = {n: entries()[n] for n in chosen}
        stage.change([here[n] for n in here if n not in after], [after[n] for n in after if n not in here])
        here = after
        made = replace(dossier(), entries=tuple(here.values()))
        staged, anew = stage.scene(made, view), set_scene(made, view)
        assert staged == anew
        assert list(staged.by_kind) == list(anew.by_kind)


def test_newest_and_best_corroborated_entries_come_first():
    ranked = sorted([by_id("e-raid"), by_id("e-met"), by_id("e-told")], key=rank)
    assert [entry.id for entry in ranked] == ["e-met", "e-told", "e-raid"]


def test_what_was_long_past_when_it_was_told_comes_after_the_news():
    met = by_id("e-met")
    old = replace(met, id="e-old", record=replace(met.record, when=When("", day("2030-01-02"), day("2030-01-02"))))
    assert [entry.id for entry in sorted([old, by_id("e-raid"), met], key=rank)] == ["e-met", "e-raid", "e-old"]


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


@pytest.mark.parametrize(
    ("year", "line"),
    [
        (2031, "Tue 11 Mar: A and B met"),
        (2032, "Tue 11 Mar 2031: A and B met"),
        (None, "Tue 11 Mar: A and B met"),
    ],
)
def test_a_day_of_another_year_than_the_briefs_has_its_year(year, line):
    entry = by_id("e-met")
    record = replace(entry.record, when=When("x", day("11"), day("11")))
    assert dated_line(replace(entry, record=record, line="Tue 11 Mar  A and B met"), year) == line


@pytest.mark.parametrize(
    ("first", "last", "within"),
    [
        ("11", "14", " (Tue 11 Mar to Fri 14 Mar 2031)"),
        ("2031-12-30", "2032-01-02", " (Tue 30 Dec 2031 to Fri 2 Jan)"),
        ("2032-01-02", "2032-01-02", " (Fri 2 Jan)"),
    ],
)
def test_what_is_due_in_another_year_has_its_year_too(first, last, within):
    window = When("x", day(first), day(last))
    record = Forecast(
        id="f", article="a", evidence=(Evidence(0, 1, "A"),), rule="t", speaker=None, outcome="a truce", window=window
    )
    entry = replace(by_id("e-met"), kind="forecast", record=record, line=forecast_line(record))
    assert bare_line(entry, 2032) == f"The report forecasts: “a truce”{within}"


def test_what_was_foreseen_and_took_place_is_news_on_its_day():
    came = replace(by_id("e-met"), first_seen=day("07"), last_seen=day("14"))
    assert (came.record.when.start, news_day(came)) == (day("11"), day("11"))
    planned = replace(came, record=replace(came.record, status="planned"))
    assert news_day(planned) == day("07")


def test_a_window_in_the_future_is_no_day_of_news():
    ahead = replace(by_id("e-met"), record=replace(by_id("e-met").record, when=When("x", day("20"), day("22"))))
    assert news_day(ahead) == day("12")


def test_a_view_without_a_day_takes_the_last_day_of_publication():
    assert set_scene(dossier(), View()).view.as_of == day("14")

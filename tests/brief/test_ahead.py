"""What is to come, as it is counted and sorted."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.brief.ahead import LOOKING_AHEAD, Foretold, as_cited, clock_of, due_among, place_of, told_ahead
from dragoman.brief.scene import View, set_scene
from dragoman.ledger.judged import CLOCKS, Told
from tests.brief.made import day, dossier

SCENE = set_scene(dossier(), View())


def test_each_verdict_is_told_once_and_what_is_due_has_a_clock():
    told = told_ahead(SCENE.by_kind, SCENE.dossier.verdicts, SCENE.view.as_of)
    assert [one.verdict for one in told] == list(SCENE.dossier.verdicts.values())
    due = due_among(SCENE.by_kind, SCENE.dossier.verdicts, SCENE.view.as_of)
    assert {one.rank[2] for one in told if one.clock} == {item.entry.id for item in due}


def test_the_things_of_a_clock_are_those_that_are_due():
    ahead = Foretold(SCENE.by_kind, SCENE.dossier.verdicts, SCENE.view.as_of)
    found = [entry.id for clock in CLOCKS for entry in ahead.next(clock, 9)]
    assert len(found) == ahead.count() == sum(map(ahead.count, CLOCKS))
    assert ahead.latest_overdue() is None or ahead.count("overdue")


def test_only_the_kinds_that_look_ahead_are_needed():
    few = {kind: SCENE.by_kind.get(kind, ()) for kind in LOOKING_AHEAD}
    whole = told_ahead(SCENE.by_kind, SCENE.dossier.verdicts, SCENE.view.as_of)
    assert told_ahead(few, SCENE.dossier.verdicts, SCENE.view.as_of) == whole


def test_of_what_is_over_the_latest_comes_first_of_what_is_to_come_the_next():
    assert place_of("overdue", day("14")) < place_of("overdue", day("13"))
    assert place_of("due", day("13")) < place_of("due", day("14"))


def test_what_is_open_past_its_day_is_neither_due_nor_overdue():
    verdict = replace(next(iter(SCENE.dossier.verdicts.values())), outcome="open", due=day("10"), soft=False)
    assert [clock_of(verdict, day(on)) for on in ("09", "10", "11")] == ["due", "due", "past"]
    assert clock_of(replace(verdict, outcome="overdue"), day("11")) == "overdue"


def test_what_was_decided_is_cited_first_and_of_it_what_failed():
    told = [Told("forecast", (0, 0, "a"), "open"), Told("pledge", (0, 0, "b"), "came_true"),
            Told("forecast", (0, 0, "c"), "came_true"), Told("forecast", (-1, 0, "d"), "failed")]  # fmt: skip
    assert [one.rank[2] for one in as_cited(told)] == ["d", "c", "b", "a"]

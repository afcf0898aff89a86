from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.changes import (
    changed,
    corroboration_words,
    find_changes,
    fresh,
    mark_for_reader,
    mark_of,
    spread,
    standings,
)
from dragoman.brief.scene import View, set_scene
from dragoman.merge.filing import face_of
from dragoman.types import Support
from tests.brief.made import day, dossier, entries


def opinions(supports: tuple[Support, ...]) -> tuple[Support, ...]:
    """The same words as those of opinion pieces."""
    return tuple(replace(one, is_opinion=True) for one in supports)


def supports_of(entry: str) -> tuple[Support, ...]:
    return next(one for one in entries() if one.id == entry).supports


def marks(view: View) -> dict[str, str]:
    scene = set_scene(dossier(), view)
    return {entry.id: mark_of(entry, scene) for entry in entries()}


@pytest.mark.parametrize(
    ("since", "entry", "mark"),
    [
        ("13", "e-call", "+"),  # first told on the 14th
        ("13", "e-yes", ""),  # told on the 13th: known
        ("12", "e-yes", "+"),
        ("07", "e-right", ""),  # decided on the 7th itself
        ("06", "e-right", "x"),  # a forecast of the 5th that came true on the 7th
        ("07", "e-held", "+"),
    ],
)
def test_what_became_known_after_the_day_is_marked(since, entry, mark):
    assert marks(View(since=day(since)))[entry] == mark


def test_without_a_day_or_a_reader_everything_is_new():
    assert set(marks(View()).values()) == {"+"}


def test_a_status_that_changed_after_the_day_is_marked():
    held = next(entry for entry in entries() if entry.id == "e-held")
    early, late = held.supports
    told_before = replace(early, seen=day("05"))
    known = replace(held, supports=(told_before, late), disputes=())
    scene = set_scene(replace(dossier(), entries=(known,)), View(since=day("06")))
    assert mark_of(known, scene) == "~"


def test_a_second_value_told_after_the_day_contradicts():
    held = next(entry for entry in entries() if entry.id == "e-held")
    first = replace(held.disputes[0].accounts[0], supports=(replace(held.supports[0], seen=day("05")),))
    dispute = replace(held.disputes[0], accounts=(first, held.disputes[0].accounts[1]))
    known = replace(held, supports=(first.supports[0], held.supports[1]), disputes=(dispute,))
    scene = set_scene(replace(dossier(), entries=(known,)), View(since=day("06")))
    assert mark_of(known, scene) == "!"


@pytest.mark.parametrize(
    ("before", "now", "mark"),
    [
        (None, "||held", "+"),
        ("||held", "||held", ""),
        ("||expected", "||held", "~"),
        ("||", "|came_true|", "x"),
        ("|came_true|", "|came_true|", ""),
        ("||held", "duration||held", "!"),
        ("duration||held", "duration,place||held", "!"),
        ("duration||held", "duration||held", ""),
    ],
)
def test_a_reader_sees_how_an_entry_stands_against_how_it_stood(before, now, mark):
    assert mark_for_reader(before, now) == mark


@pytest.mark.parametrize(
    ("entry", "changes", "words"),
    [
        ("e-met", {}, " (2 origins)"),
        ("e-raid", {}, ""),
        ("e-held", {"corroboration": "both_sides"}, " (both sides)"),
        ("e-held", {"supports": entries()[3].supports[:1]}, " (Arvonia's account only)"),
        ("e-raid", {"supports": opinions(supports_of("e-raid"))}, " (opinion)"),
        ("e-met", {"supports": (*opinions(supports_of("e-met")[:1]), *supports_of("e-met")[1:])}, " (2 origins)"),
        ("e-demand", {}, ""),  # who demands something needs no other to say so
    ],
)
def test_a_change_says_who_stands_behind_it(entry, changes, words):
    assert corroboration_words(replace(next(e for e in entries() if e.id == entry), **changes)) == words


def test_a_reader_who_was_shown_everything_sees_no_change():
    shown = standings(set_scene(dossier(), View()))
    assert changed(set_scene(dossier(), View(shown=shown))).drafts == ()


def test_of_two_changes_on_the_same_words_one_is_printed_and_the_other_counted():
    demand = next(entry for entry in entries() if entry.id == "e-demand")
    twin = replace(demand, id="e-twin")
    part = changed(set_scene(replace(dossier(), entries=(demand, twin)), View()))
    assert ([draft.entries for draft in part.drafts], part.more) == ([("e-demand",)], 1)


def test_one_long_text_does_not_take_all_the_lines():
    scene = set_scene(dossier(), View())
    (change, *_) = find_changes(scene)
    support = change.entry.supports[0]

    def told(n, article):
        one = replace(change.entry, id=f"e-{n}", supports=(replace(support, article=article),))
        return replace(change, entry=one)

    changes = [*(told(n, "long") for n in range(6)), told(6, "short")]
    assert [one.entry.id for one in spread(changes)] == ["e-0", "e-1", "e-2", "e-3", "e-6", "e-4", "e-5"]


@pytest.mark.parametrize(("told", "is_lighter"), [("2031-03-14", True), ("2030-06-01", True), ("2029-01-01", False)])
def test_what_was_told_on_no_known_day_weighs_less_than_what_is_known_of_the_last_year(told, is_lighter):
    truce = next(entry for entry in entries() if entry.id == "e-truce")
    dated = replace(truce, record=replace(truce.record, when=None), first_seen=day(told), last_seen=day(told))
    undated = replace(dated, first_seen=None, last_seen=None)
    assert (fresh(face_of(undated), day("15")) < fresh(face_of(dated), day("15"))) == is_lighter

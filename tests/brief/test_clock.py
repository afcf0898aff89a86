from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.clock import KEEP, due, find_due, track_record
from dragoman.brief.scene import Dossier, View, set_scene
from tests.brief.made import day, dossier, entries, verdicts


def by_id(name: str):
    return next(entry for entry in entries() if entry.id == name)


def test_overdue_comes_first_then_what_has_a_day_then_what_has_about_a_day():
    assert [draft.label for draft in due(set_scene(dossier(), View())).drafts] == [
        "OVERDUE 14 d",
        "DUE 23 Mar",
        "ABOUT 25 Apr",
    ]


@pytest.mark.parametrize(
    ("soft", "label"),
    [
        (True, "OPEN since 20 Mar"),
        (False, "OPEN since 20 Mar"),
    ],
)
def test_what_is_open_past_its_day_is_not_listed_as_to_come(soft, label):
    late = {**verdicts(), "e-call": replace(verdicts()["e-call"], outcome="open", soft=soft, due=day("20"))}
    drafts = due(set_scene(replace(dossier(), verdicts=late), View(as_of=day("22")))).drafts
    assert [draft.label for draft in drafts if "e-call" in draft.entries][0] == label


def test_a_forecast_in_the_words_of_a_planned_contact_is_listed_as_that_contact():
    call, hope = by_id("e-call"), by_id("e-hope")
    same_words = replace(hope, supports=call.supports)
    scene = set_scene(replace(dossier(), entries=(call, same_words)), View())
    assert [item.entry.id for item in find_due(scene)] == ["e-call"]


def test_what_lapsed_is_neither_overdue_nor_open_in_a_track_record():
    lapsed = {**verdicts(), "e-hope": replace(verdicts()["e-hope"], outcome="lapsed")}
    before, after = (
        [draft.text for draft in track_record(set_scene(replace(dossier(), verdicts=known), View())).drafts]
        for known in (verdicts(), lapsed)
    )
    assert not any("lapsed" in text for text in before)
    assert [text for text in after if "1 lapsed" in text]


@pytest.mark.parametrize("outcome", ["came_true", "failed", "withdrawn", "lapsed"])
def test_what_is_decided_is_no_longer_due(outcome):
    decided = {**verdicts(), "e-call": replace(verdicts()["e-call"], outcome=outcome)}
    scene = set_scene(replace(dossier(), verdicts=decided), View())
    assert "e-call" not in [item.entry.id for item in find_due(scene)]


def test_many_overdue_things_do_not_push_out_what_is_due():
    vows = tuple(
        replace(by_id("e-vow"), id=f"e-vow{n}", supports=(replace(by_id("e-vow").supports[0], article=f"post-{n}"),))
        for n in range(20)
    )
    known = {vow.id: replace(verdicts()["e-vow"], entry=vow.id) for vow in vows} | verdicts()
    part = due(set_scene(replace(dossier(), entries=(*vows, by_id("e-call")), verdicts=known), View()))
    labels = [draft.label for draft in part.drafts]
    assert (labels.count("OVERDUE 14 d"), labels[-1], part.more) == (KEEP["overdue"], "DUE 23 Mar", 16)


@pytest.mark.parametrize(
    ("true", "failed", "words"),
    [
        (1, 0, "1 came true, too few to score"),
        (3, 1, "3 came true, 1 failed, too few to score"),
        (3, 2, "3 came true, 2 failed, 60% of those decided"),
    ],
)
def test_a_rate_is_given_from_five_decided_ones_on(true, failed, words):
    forecasts = tuple(replace(by_id("e-right"), id=f"f{n}") for n in range(true + failed))
    decided = {
        entry.id: replace(verdicts()["e-right"], entry=entry.id, outcome="came_true" if n < true else "failed")
        for n, entry in enumerate(forecasts)
    }
    made = Dossier(name="x", entries=forecasts, verdicts=decided, articles={})
    assert [draft.text for draft in track_record(set_scene(made, View(as_of=day("14")))).drafts] == [words]


def test_the_spellings_of_one_speaker_are_one_line():
    """As in `dragoman record`: a surname and a full name are one person."""
    said = by_id("e-right")
    speaker = said.record.speaker
    named = (speaker.name, speaker.name.split()[-1], speaker.name.upper())
    forecasts = tuple(
        replace(said, id=f"f{n}", record=replace(said.record, speaker=replace(speaker, name=name)))
        for n, name in enumerate(named)
    )
    decided = {entry.id: replace(verdicts()["e-right"], entry=entry.id) for entry in forecasts}
    scene = set_scene(Dossier(name="x", entries=forecasts, verdicts=decided, articles={}), View(as_of=day("14")))
    (one,) = track_record(scene).drafts
    assert one.text.startswith("3 came true")


@pytest.mark.parametrize(
    ("as_of", "label"),
    [("20", "ENDS 22 Mar"), ("25", "OPEN since 22 Mar")],
)
def test_what_lasts_until_a_day_is_not_due_on_it(as_of, label):
    lasting = replace(verdicts()["e-call"], outcome="open", rule="window.lasting", due=day("22"))
    scene = set_scene(replace(dossier(), verdicts={**verdicts(), "e-call": lasting}), View(as_of=day(as_of)))
    assert [draft.label for draft in due(scene).drafts if "e-call" in draft.entries] == [label]

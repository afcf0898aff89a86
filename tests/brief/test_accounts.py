from __future__ import annotations

from msgspec.structs import replace

from dragoman.brief.accounts import differences, find_gaps, told, unanswered
from dragoman.brief.scene import View, set_scene
from tests.brief.made import dossier, entries


def scene_of(*found):
    return set_scene(replace(dossier(), entries=found), View())


def by_id(name: str):
    return next(entry for entry in entries() if entry.id == name)


def test_a_dispute_names_each_value_with_who_says_so_and_an_omission_stands_apart():
    assert [(line.label, line.text) for line in differences(set_scene(dossier(), View())).drafts] == [
        (
            "differ",
            "call of Ilva Torn and Bran Okell, 7 Mar: duration is 40 minutes (Arvonian Presidency) or 90 minutes "
            "(Belmark Foreign Ministry)",
        ),
        (
            "left out",
            "call of Ilva Torn and Bran Okell, 7 Mar: only Arvonia's account has topic “the river towns”; "
            "Belmark's is silent on it",
        ),
    ]


def test_two_values_of_one_outlet_are_told_apart_by_their_days():
    held = by_id("e-held")
    one, other = held.disputes[0].accounts
    twice = replace(other, supports=(replace(other.supports[0], article="arv-08b"),))
    articles = {**dossier().articles, "arv-08b": replace(dossier().articles["arv-08"], id="arv-08b")}
    entry = replace(held, disputes=(replace(held.disputes[0], accounts=(one, twice)),), omissions=())
    scene = set_scene(replace(dossier(), entries=(entry,), articles=articles), View())
    assert "40 minutes (Arvonian Presidency, Sat 8 Mar) or 90 minutes (Arvonian Presidency, Sat 8 Mar)" in (
        differences(scene).drafts[0].text
    )


def test_a_briefing_is_told_with_its_lag():
    assert [line.text for line in told(scene_of(by_id("e-told"))).drafts] == [
        "Sera Quill and Odo Marsh, 10 minutes after the contact"
    ]


def test_a_question_that_stayed_open_is_listed_once():
    again = replace(by_id("e-silent"), id="e-again")
    assert len(unanswered(scene_of(by_id("e-silent"), again)).drafts) == 1


def test_gaps_are_accounts_conditions_second_origins_and_days_that_no_source_gives():
    bare = replace(by_id("e-yes"), record=replace(by_id("e-yes").record, conditions=()))
    undated = replace(by_id("e-held"), record=replace(by_id("e-held").record, when=None))
    alone = replace(
        by_id("e-held"), id="e-alone", supports=by_id("e-held").supports[:1], origins=("Arvonian Presidency",)
    )
    scene = scene_of(*entries(), bare, undated, alone)
    assert sorted(gap.words() for gap in find_gaps(scene)) == [
        "an account by Belmark of: call of Ilva Torn and Bran Okell, 7 Mar",
        "an account by Corria of: meeting of Sera Quill and Bran Okell in Tessaly, 11 Mar",
        "the day of: call of Ilva Torn and Bran Okell, 7 Mar",
        "the text of the conditions of Belmark for “the ceasefire”",
    ]

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.scene import View, set_scene
from dragoman.brief.stands import answers_of, not_stated, response_words, stands_of, subject_words, table
from dragoman.types import Term
from tests.brief.made import BELMARK, CORRIA, day, dossier, entries


def by_id(name: str):
    return next(entry for entry in entries() if entry.id == name)


def test_what_a_former_minister_demands_is_not_what_his_state_demands():
    told = dossier()
    demand = by_id("e-demand")
    former = replace(BELMARK, name="Omar Rell", role="former minister", kind="person")
    theirs = replace(demand, record=replace(demand.record, by=(former,)))
    others = tuple(theirs if entry.id == demand.id else entry for entry in told.entries)
    scene = set_scene(replace(told, entries=others), View())
    assert not any("demands" in line.text for line in stands_of("Belmark", scene, subject_words(scene)))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "accepts on conditions “the ceasefire”, if: “once arms deliveries stop”"),
        ({"conditions": ()}, "accepts on conditions “the ceasefire” (conditions not listed in the sources)"),
        ({"stance": "reject", "conditions": ()}, "rejects “the ceasefire”"),
        ({"stance": "reject", "conditions": (), "told_by": CORRIA}, "rejects “the ceasefire” (as told by Corria)"),
        (
            {"conditions": ("a", "b", "c", "d")},
            "accepts on conditions “the ceasefire”, if: “a”; “b”; “c” and 1 more",
        ),
    ],
)
def test_an_answer_is_told_with_its_conditions_or_that_none_is_listed(fields, words):
    assert response_words(replace(by_id("e-yes").record, **fields)) == words


def test_a_party_has_its_answers_offers_demands_and_last_contact():
    scene = set_scene(dossier(), View())
    assert [line.text for line in stands_of("Belmark", scene, subject_words(scene))] == [
        "accepts on conditions “the ceasefire”, if: “once arms deliveries stop”, Thu 13 Mar",
        "demands (military aid): “arms deliveries must stop”, reported Thu 13 Mar",
        "last contact: Corria, Tue 11 Mar",
    ]
    assert [line.text for line in stands_of("Corria", scene, subject_words(scene))][0] == (
        "offers with Arvonia “a 20-day ceasefire”, Mon 10 Mar"
    )


def test_the_answer_to_the_offer_on_the_table_comes_before_a_newer_one():
    newer = replace(by_id("e-yes").record, about="a hockey match", conditions=(), stance="accept")
    other = replace(by_id("e-yes"), id="e-other", record=newer, last_seen=day("14"))
    scene = set_scene(replace(dossier(), entries=(*entries(), other)), View())
    assert [entry.id for entry, _ in answers_of("Belmark", scene, subject_words(scene))] == ["e-yes", "e-other"]


@pytest.mark.parametrize(
    ("last_told", "ids"),
    [
        ("2031-03-30", ["e-yes", "e-other"]),
        ("2031-05-30", ["e-other", "e-yes"]),
        ("2032-05-30", ["e-other"]),
    ],
)
def test_an_answer_that_a_much_newer_one_may_have_reversed_does_not_stand_first(last_told, ids):
    newer = replace(by_id("e-yes").record, about="a hockey match", conditions=(), stance="reject", when=None)
    other = replace(by_id("e-yes"), id="e-other", record=newer, last_seen=day(last_told))
    scene = set_scene(replace(dossier(), entries=(*entries(), other)), View(as_of=day(last_told)))
    assert [entry.id for entry, _ in answers_of("Belmark", scene, subject_words(scene))] == ids


@pytest.mark.parametrize(
    ("terms", "missing"),
    [
        ([Term("ceasefire", "a truce")], ("duration", "scope", "monitoring", "withdrawal")),
        ([Term("ceasefire", "a truce", "P30D", ("energy",))], ("monitoring", "withdrawal")),
        ([Term("ceasefire", "a truce"), Term("monitoring", "observers")], ("duration", "scope", "withdrawal")),
        ([Term("prisoners", "an exchange")], ()),
        ([], ()),
    ],
)
def test_an_offer_of_a_ceasefire_lists_what_no_source_states(terms, missing):
    assert not_stated(terms) == missing


def test_proposals_are_numbered():
    assert [draft.label for draft in table(set_scene(dossier(), View())).drafts] == ["P1"]

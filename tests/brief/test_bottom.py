from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.bottom import best_told, bottom_line, fighting
from dragoman.brief.scene import View, set_scene
from dragoman.types import When
from tests.brief.made import ARVONIA, BELMARK, day, dossier, entries


def lines(found, view: View | None = None) -> dict[str, str]:
    scene = set_scene(replace(dossier(), entries=tuple(found)), view or View())
    return {draft.label: draft.text for draft in bottom_line(scene).drafts}


def test_the_bottom_line_restates_the_entries():
    assert lines(entries()) == {
        "Next": "call of Ilva Torn and Bran Okell, expected, 17-23 Mar",
        "Truce": "none between Arvonia and Belmark on record; agreed by Arvonia and Corria, Tue 11 Mar: "
        "“to offer a 20-day ceasefire”",
        "Belmark": "accepts on conditions “the ceasefire”, if: “once arms deliveries stop”, Thu 13 Mar",
        "Overdue": "since Fri 28 Feb: Bran Okell promised to open the port",
        "Not answered": "Sera Quill on “who would hold the river towns”",
    }


def test_a_truce_between_the_parties_that_fight_is_told_as_one():
    truce = next(entry for entry in entries() if entry.id == "e-truce")
    between = replace(truce, id="e-peace", record=replace(truce.record, parties=(ARVONIA, BELMARK), content="to stop"))
    assert lines([*entries(), between])["Truce"] == "agreed by Arvonia and Belmark, Tue 11 Mar: “to stop”"


def test_an_agreement_that_more_origins_tell_outweighs_a_newer_one_of_a_single_paper():
    truce = next(entry for entry in entries() if entry.id == "e-truce")
    told = replace(truce, id="e-told-by-two", origins=("Coast Wire", "Harbour Post"), last_seen=day("10"))
    old = replace(told, id="e-old", last_seen=day("2031-01-10"))
    found = [(entry, entry.record) for entry in (truce, told, old)]
    assert [entry.id for entry, _ in best_told(found)] == ["e-told-by-two", "e-truce"]


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        ({"e-truce"}, "none between Arvonia and Belmark on record; offered by Arvonia and Corria, Mon 10 Mar: "),
        ({"e-truce", "e-raid"}, "none on record; offered by Arvonia and Corria, Mon 10 Mar: "),
    ],
)
def test_without_an_agreement_the_offer_is_named_as_an_offer(gone, words):
    left = [entry for entry in entries() if entry.id not in gone]
    assert lines(left)["Truce"] == words + "“a 20-day ceasefire”"


def test_an_offer_of_long_ago_is_no_bottom_line():
    left = [entry for entry in entries() if entry.id != "e-truce"]
    past = When("", day("2029-01-02"), day("2029-06-30"))
    old = [replace(e, record=replace(e.record, when=past)) if e.kind == "proposal" else e for e in left]
    assert "Truce" not in lines(old, View(as_of=day("15")))


def test_a_contact_that_should_have_been_is_not_the_next_one():
    assert "Next" not in lines(entries(), View(as_of=day("2031-04-01")))


def test_a_contact_without_a_day_is_not_the_next_one():
    call = next(entry for entry in entries() if entry.id == "e-call")
    undated = replace(call, record=replace(call.record, when=When("soon", None, None)))
    assert "Next" not in lines([undated])


def test_the_parties_that_fight_are_those_that_attack_each_other():
    assert fighting(set_scene(dossier(), View())) == ("Arvonia", "Belmark")
    assert fighting(set_scene(replace(dossier(), entries=()), View())) == ()


def test_an_answer_or_truce_last_told_of_a_year_ago_is_no_bottom_line():
    stale = [replace(e, record=replace(e.record, when=None), last_seen=day("2029-03-01")) for e in entries()
             if e.kind in {"response", "agreement"}]  # fmt: skip
    assert {"Truce", "Belmark"}.isdisjoint(lines(stale, View(as_of=day("15"))))
    fresh = [replace(e, last_seen=day("12")) for e in stale]
    assert {"Truce", "Belmark"} <= set(lines(fresh, View(as_of=day("15"))))


def test_the_newest_news_comes_first_where_no_line_tells_it():
    met = next(entry for entry in entries() if entry.id == "e-met")
    newest = replace(met, id="e-new", record=replace(met.record, when=None), last_seen=day("20"), first_seen=day("20"))
    told = lines([*entries(), newest], View(as_of=day("20")))
    assert list(told)[0] == "Latest"
    assert told["Latest"].startswith("reported Thu 20 Mar: ")
    assert "Latest" not in lines([newest], View(as_of=day("2032-06-01")))


def test_what_is_overdue_or_was_not_answered_a_year_ago_is_no_bottom_line():
    assert {"Overdue", "Not answered"} <= set(lines(entries(), View(as_of=day("2031-12-01"))))
    assert {"Overdue", "Not answered"}.isdisjoint(lines(entries(), View(as_of=day("2032-06-01"))))


def test_a_truce_of_which_no_day_is_known_gives_way_to_one_with_a_day():
    truce = next(entry for entry in entries() if entry.id == "e-truce")
    nameless = replace(truce.record, parties=(ARVONIA, BELMARK), content="to stop", when=None)
    undated = replace(truce, id="e-peace", record=nameless, first_seen=None, last_seen=None)
    told = lines([*entries(), undated], View(as_of=day("20")))["Truce"]
    assert "to offer a 20-day ceasefire" in told
    only = [entry for entry in entries() if entry.id != "e-truce"]
    assert lines([*only, undated], View(as_of=day("20")))["Truce"].endswith("“to stop”")

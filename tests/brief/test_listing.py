from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.accounts import find_gaps, gaps
from dragoman.brief.listing import due_list, gaps_list, issue_of, positions, positions_of, timeline
from dragoman.brief.scene import View, set_scene
from dragoman.kinds.contact import Contact
from tests.brief.made import BRAN, ENVOY, common, day, dossier, entries, entry, support, when

ISSUES = {"ceasefire": "ceasefire", "arms delivery": "military_aid", "river town": "territory", "town": "governance"}


def test_the_timeline_has_every_entry_by_day_with_its_id():
    lines = timeline(set_scene(dossier(), View())).lines
    assert len(lines) == 13
    assert (lines[0].label, lines[0].text) == ("Sun 2 Mar", "Bran Okell promised to open the port (e-vow)")
    assert any(line.text.endswith("(e-met, 2 origins)") for line in lines)


@pytest.mark.parametrize(
    ("window", "label"),
    [
        (when("3", "7", approx=True), "about 3-7 Mar"),
        (when("2031-01-01", "2031-03-31"), "1 Jan - 31 Mar"),
        (when("2029-01-01", "2029-12-31"), "2029"),
        (when("3"), "Mon 3 Mar"),
    ],
)
def test_the_timeline_is_as_sure_of_days_as_the_text(window, label):
    told = support("talks", "post-14", "they held talks")
    talks = Contact(**common(told), mode="talks", participants=(ENVOY, BRAN), when=window)
    story = replace(dossier(), entries=(entry("e-talks", talks, "talks", told),))
    (line,) = timeline(set_scene(story, View())).lines
    assert line.label == label


@pytest.mark.parametrize(
    ("status", "window", "label"),
    [
        ("planned", when("2031-04-03"), "Thu 3 Apr"),
        ("expected", when("2031-04-03", "2031-04-09"), "3-9 Apr"),
        ("planned", when("3"), "Mon 3 Mar"),  # foreseen for a day before the report
        ("planned", None, "no day"),
        ("proposed", None, "Fri 14 Mar"),
        ("cancelled", when("2031-04-03"), "Fri 14 Mar"),  # news of the day on which it was told
        ("held", None, "Fri 14 Mar"),
    ],
)
def test_what_is_to_come_stands_under_its_own_day(status, window, label):
    told = support("talks", "post-14", "they will hold talks")
    talks = Contact(**common(told), mode="talks", participants=(ENVOY, BRAN), when=window, status=status)
    story = replace(dossier(), entries=(entry("e-talks", talks, "talks", told),))
    (line,) = timeline(set_scene(story, View())).lines
    assert line.label == label


def test_what_has_no_day_yet_stands_last():
    told = support("talks", "post-14", "they will hold talks")
    talks = Contact(**common(told), mode="talks", participants=(ENVOY, BRAN), status="planned")
    story = replace(dossier(), entries=(*dossier().entries, entry("a-talks", talks, "talks", told)))
    labels = [line.label for line in timeline(set_scene(story, View())).lines]
    assert labels.index("no day") == len(labels) - 1


@pytest.mark.parametrize(("view", "marks"), [(View(), {""}), (View(since=day("13")), {"", "+"})])
def test_the_timeline_is_marked_where_a_day_is_given(view, marks):
    assert {line.mark for line in timeline(set_scene(dossier(), view)).lines} == marks


def test_the_list_of_what_is_due_is_not_capped():
    assert [line.label for line in due_list(set_scene(dossier(), View())).lines] == [
        "OVERDUE 14 d",
        "DUE 23 Mar",
        "ABOUT 25 Apr",
    ]


def test_the_list_of_gaps_is_not_capped_and_the_brief_names_its_command():
    scene = set_scene(dossier(), View())
    lines = gaps_list(scene).lines
    assert len(lines) == len(list(find_gaps(scene)))
    assert all(line.entries[0] in line.text for line in lines)
    assert gaps(scene).see == "dragoman gaps"


def test_positions_are_issue_by_party():
    found = {
        section.title: [line.label for line in section.lines]
        for section in positions(set_scene(dossier(), View()), ISSUES)
    }
    assert found == {"ceasefire": ["Belmark", "Arvonia", "Arvonia", "Corria", "Corria"], "military aid": ["Belmark"]}


def test_what_was_told_last_stands_first_whatever_it_is():
    demand = next(entry for entry in entries() if entry.kind == "demand")
    yes = next(entry for entry in entries() if entry.id == "e-yes")
    new = replace(yes, id="e-new", record=replace(yes.record, about="arms deliveries", when=None), last_seen=day("25"))
    scene = set_scene(replace(dossier(), entries=(demand, new)), View(as_of=day("25")))
    issue = demand.record.issue
    told = [line.entries[0] for mine, line in positions_of("Belmark", scene, {"deliveries": issue}) if mine == issue]
    assert told == ["e-new", demand.id]


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("a full ceasefire", "ceasefire"),
        ("all ceasefires", "ceasefire"),
        ("who holds the river towns", "territory"),  # two words before one
        ("“the town”", "governance"),
        ("hockey", "other"),
    ],
)
def test_an_answer_is_sorted_by_the_words_of_what_it_answers(words, issue):
    assert issue_of(words, ISSUES) == issue

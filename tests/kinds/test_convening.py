"""Mediators are in the room, and a report from the town of the talks is of the one body that met there."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def met(text, **more):
    found = contact.find(annotated(text, **more), load_lexicon())
    return [([p.name for p in c.participants], c.place) for c in found]


CALL = "Kenya, Oman and Qatar have called on both sides to resume talks on Friday in Oslo. "


def test_mediators_who_call_both_sides_to_talks_take_part_in_them():
    assert met(CALL + "As mediators they will bring a plan.") == [(["Kenya", "Oman", "Qatar", "sides"], "Oslo")]


def test_those_who_only_call_for_talks_are_neither_side_of_them():
    assert met(CALL + "They will bring nothing.") == []


def test_the_statement_of_mediators_calls_for_them():
    text = (
        "Mali and Niger fight. Mali says that Niger shells it. Three mediators met. "
        "The statement calls on both sides to resume these talks in Oslo on Friday."
    )
    title = "Briefing on the Joint Statement of Kenya and Oman"
    assert met(text, title=title) == [(["Mali", "Niger", "Kenya", "Oman"], "Oslo")]


def test_those_named_as_mediators_beside_talks_take_part_in_them():
    text = "Progress was made in Oslo over the past two days of talks, and Oman and Qatar as mediators were glad of it."
    assert met(text) == [(["Oman", "Qatar"], "Oslo")]


BODY = "Envoys of the International Mali Support Group sealed a deal on Tuesday. "


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("OSLO – " + BODY + "The talks in Oslo took six hours.", ["International Mali Support Group"]),
        ("CAIRO – " + BODY + "The talks in Oslo took six hours.", None),
        ("OSLO – " + BODY + "The International Niger Contact Group was glad. The talks in Oslo took six hours.", None),
    ],
)
def test_a_report_from_the_town_of_the_talks_is_of_the_one_body_it_speaks_of(text, parties):
    assert [found for found, _ in met(text)] == ([parties] if parties else [])

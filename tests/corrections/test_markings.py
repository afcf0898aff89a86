"""Who may see a correction, and that none is more open than what it is about."""

from __future__ import annotations

import pytest

from dragoman.corrections import making
from dragoman.corrections.markings import MARKINGS, effective_markings, from_on, highest, is_within, lowest, own_marking
from dragoman.types import Marking
from tests.corrections.signs import by_ana, record_of
from tests.records import article, contact, on

CALL = record_of(contact("a", on(4)), article("a"))
RENAMED = making.rename("Anna Lund", "Anna Lund-Berg")


def test_markings_are_ordered_from_the_most_open_on() -> None:
    assert (highest(["AMBER", "RED", "CLEAR"]), lowest(["AMBER", "RED"])) == ("RED", "AMBER")
    assert (highest([]), lowest([])) == ("CLEAR", None)
    assert from_on("GREEN", "AMBER") == ("GREEN", "AMBER")
    assert from_on("RED", "AMBER") == ()
    assert [one for one in MARKINGS if is_within(one, "AMBER")] == ["CLEAR", "GREEN", "AMBER"]


def test_a_decision_about_names_without_a_marking_is_for_who_may_see_everything() -> None:
    assert own_marking(by_ana(RENAMED)) == "RED"
    assert own_marking(by_ana(RENAMED, marking="GREEN")) == "GREEN"
    assert own_marking(by_ana(making.confirm(CALL))) == "CLEAR"


@pytest.mark.parametrize(
    ("marking", "of_the_article", "effective"),
    [(None, "CLEAR", "CLEAR"), (None, "RED", "RED"), ("AMBER", "GREEN", "AMBER"), ("GREEN", "AMBER", "AMBER")],
)
def test_a_correction_is_no_more_open_than_the_articles_it_names(
    marking: Marking | None, of_the_article: Marking, effective: Marking
) -> None:
    confirmed = by_ana(making.confirm(CALL), marking=marking)
    assert effective_markings([confirmed], {"a": of_the_article}) == {confirmed.id: effective}
    assert effective_markings([confirmed], {}) == {confirmed.id: "RED"}  # of an article that isn't known


def test_undoing_is_no_more_open_than_what_it_undoes() -> None:
    renamed = by_ana(RENAMED, marking="AMBER")
    undone = by_ana(making.undo(renamed.id, [renamed]), 10)
    assert effective_markings([renamed, undone], {})[undone.id] == "AMBER"
    assert effective_markings([undone], {})[undone.id] == "RED"

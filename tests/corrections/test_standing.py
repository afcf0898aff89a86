"""Which corrections hold on which day."""

from __future__ import annotations

from dragoman.corrections import making
from dragoman.corrections.nouns import Undo
from dragoman.corrections.standing import is_about_entries, standing, targets_of, undone_by
from tests.corrections.signs import by_ana, entry_of, record_of
from tests.records import article, contact, march

CALL = record_of(contact("a"), article("a"))
ENTRY = entry_of(contact("a"), (contact("a"), article("a")))
FIRST = by_ana(making.confirm(CALL), 9)
SECOND = by_ana(making.withdraw(CALL), 10)
UNDONE = by_ana(Undo(SECOND.id), 11)
REDONE = by_ana(Undo(UNDONE.id), 12)
ALL = (FIRST, SECOND, UNDONE, REDONE)


def test_a_correction_is_known_from_the_day_on_which_it_was_made() -> None:
    held = {day: standing(ALL, march(day)) for day in (8, 9, 10, 11, 12)}
    assert held == {8: (), 9: (FIRST,), 10: (FIRST, SECOND), 11: (FIRST,), 12: (FIRST, SECOND)}
    assert standing(ALL) == (FIRST, SECOND)


def test_what_undid_a_correction_is_named_while_it_holds() -> None:
    assert undone_by(ALL[:3]) == {SECOND.id: UNDONE.id}
    assert undone_by(ALL) == {UNDONE.id: REDONE.id}


def test_every_deed_names_its_records() -> None:
    other = record_of(contact("b"), article("b"))
    assert [t.article for t in targets_of(making.unite(CALL, other))] == ["a", "b"]
    assert [t.article for t in targets_of(making.judge(CALL, "failed", other))] == ["a", "b"]
    assert targets_of(making.rename("Lund", "Anna Lund")) == ()


def test_a_record_is_amended_before_merging_and_an_entry_after() -> None:
    of_record, of_entry = (by_ana(making.amend(one, "place", "Geneva")) for one in (CALL, ENTRY))
    assert (is_about_entries(of_record), is_about_entries(of_entry)) == (False, True)
    assert [is_about_entries(one) for one in (FIRST, SECOND)] == [True, False]

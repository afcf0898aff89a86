"""Corrections in words."""

from __future__ import annotations

import pytest

from dragoman.corrections import making
from dragoman.corrections.nouns import AnyDeed, Undo
from dragoman.corrections.words import deed_words, note_of
from tests.corrections.signs import by_ana, record_of
from tests.records import article, contact, march, on

CALL = record_of(contact("a", on(4), duration="PT1H"), article("a"))


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (making.amend(CALL, "duration", "PT150M"), "duration: 1 hour → 2 and a half hours"),
        (making.amend(CALL, "when", "2031-03-05/"), "when: 2031-03-04 → 2031-03-05 to open"),
        (making.amend(CALL, "participants", "Anna Lund"), "participants: Anna Lund; Boris Kral → Anna Lund"),
        (making.amend(CALL, "place", "Geneva"), "place: – → Geneva"),
        (making.amend(CALL, "place", "x" * 200), f"place: – → {'x' * 79}…"),
        (making.confirm(CALL), "confirmed"),
        (making.withdraw(CALL), "withdrawn"),
        (making.unite(CALL, record_of(contact("b"), article("b"))), "united by hand"),
        (making.rename("Lund", "Anna Lund"), "name: Lund → Anna Lund"),
        (making.rename("Lund", "Anna Lund", "Aland"), "name: Lund of Aland → Anna Lund"),
        (making.tell_apart("Anna Lund", "Alva Lund"), "names: Anna Lund is not Alva Lund"),
        (making.judge(CALL, "came_true"), "verdict: came true"),
        (Undo("c-1"), "undoes c-1"),
    ],
)
def test_a_deed_is_told_in_a_few_words(deed: AnyDeed, words: str) -> None:
    assert deed_words(deed) == words


def test_a_note_tells_who_when_and_why() -> None:
    made = by_ana(making.confirm(CALL))
    note = note_of(made)
    assert (note.correction, note.by, note.on, note.reason) == (made.id, "ana", march(9), "she was there")

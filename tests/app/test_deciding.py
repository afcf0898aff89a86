"""What a decision by hand needs before it is kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dragoman.app.deciding import Bounds, bounds_of, decided, known_name, marked
from dragoman.corrections import making
from dragoman.corrections.making import Signed
from dragoman.errors import UsageError
from dragoman.ledger import Ledger, open_ledger
from dragoman.types import Marking
from tests.corrections.signs import by_ana
from tests.ledger.test_cleared import TOLD, record_id
from tests.records import article


@pytest.fixture
def ledger() -> Ledger:
    opened = open_ledger()
    for one, records in TOLD:
        if one.marking in ("CLEAR", "AMBER"):
            opened.put(one, records)
    opened.put(article("note", 9, text="The man they call Count Orlo came late.", marking="AMBER+STRICT"), [])
    return opened


@pytest.mark.parametrize(
    ("to", "least", "usual"),
    [
        ("Boris Kral", "CLEAR", "AMBER"),  # both are named under CLEAR too
        ("Count Orlo", "AMBER+STRICT", "AMBER+STRICT"),
        ("Carla Moss", "CLEAR", "RED"),  # a name that nothing here says
    ],
)
def test_a_name_is_marked_as_what_tells_of_it(ledger: Ledger, to: str, least: Marking, usual: Marking) -> None:
    assert bounds_of(making.rename("Anna Lund", to), ledger, "RED") == Bounds(least, usual)
    assert bounds_of(making.tell_apart("Anna Lund", to), ledger, "RED") == Bounds(least, usual)


def signed_by(marking: Marking | None, sight: Marking = "RED") -> Signed:
    return Signed("ana", datetime(2031, 3, 9, tzinfo=UTC), "she was there", marking, sight)


def test_a_marking_may_be_chosen_up_to_what_its_maker_may_see(ledger: Ledger) -> None:
    deed = making.confirm(ledger.subject(record_id("amber-c")))
    assert decided(deed, signed_by(None), ledger).marking == "AMBER"
    made = decided(deed, signed_by("AMBER+STRICT", "AMBER+STRICT"), ledger)
    assert (made.marking, made.sight) == ("AMBER+STRICT", "AMBER+STRICT")
    for marking, sight in (("GREEN", "RED"), ("RED", "AMBER+STRICT")):
        with pytest.raises(UsageError, match="marking: what this is about allows AMBER"):
            decided(deed, signed_by(marking, sight), ledger)


def test_an_undoing_is_marked_as_what_it_undoes(ledger: Ledger) -> None:
    renamed = by_ana(making.rename("Anna Lund", "Anna Lund-Berg"), marking="AMBER")
    ledger.correct(renamed)
    assert marked(ledger) == {renamed.id: "AMBER"}
    assert bounds_of(making.undo(renamed.id, ledger.corrections()), ledger, "RED") == Bounds("AMBER", "AMBER")


def test_a_name_that_nobody_bears_is_answered_with_the_nearest() -> None:
    names = ["Anna Lund", "Boris Kral", "Borland"]
    assert known_name("Anna Lund", names) == "Anna Lund"
    assert known_name("anna lund", names) == "Anna Lund"
    for typed, said in (
        ("Anja Lunde", "Anja Lunde: nobody here has that name; the nearest are Anna Lund"),
        ("Kral", "the nearest are Boris Kral"),
        ("Xu", "Xu: nobody here has that name$"),
    ):
        with pytest.raises(UsageError, match=said):
            known_name(typed, names)

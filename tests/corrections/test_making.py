"""What a person may ask for, and what is refused with which reason."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from dragoman.corrections import making
from dragoman.corrections.making import Signed, signed
from dragoman.corrections.nouns import Amend, Correction, Judge, Undo
from dragoman.errors import UsageError
from dragoman.types import Actor, When
from tests.corrections.signs import by_ana, entry_of, record_of
from tests.records import ALAND, KRAL, article, contact, march, on, statement

CALL = record_of(contact("a", on(4), duration="PT1H"), article("a"))


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("duration", "PT2H", '"PT2H"'),
        ("duration", "-", "null"),
        ("mode", "meeting", '"meeting"'),
        ("topics", "grain; the border", '["grain","the border"]'),
        ("participants", "-", "[]"),
        ("place", '"Geneva"', '"Geneva"'),
    ],
)
def test_a_field_is_given_in_plain_words_or_in_json(field: str, words: str, value: str) -> None:
    made = making.amend(CALL, field, words)
    assert (made.field, made.value, made.whole) == (field, value, False)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2031-03-05", march(5), march(5)),
        ("2031-03-05/2031-03-07", march(5), march(7)),
        ("2031-03-05/", march(5), None),
        ("/2031-03-07", None, march(7)),
    ],
)
def test_days_are_one_day_a_stretch_or_open_at_an_end(words: str, start: object, end: object) -> None:
    when = msgspec.json.decode(making.amend(CALL, "when", words).value, type=When)
    assert (when.start, when.end, when.basis, when.rule) == (start, end, "explicit", "by.hand")


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("length", "PT2H", "length: contact has no field of that name to change; it has mode, participants"),
        ("evidence", "-", "evidence: contact has no field of that name"),
        ("mode", "letter", "mode=letter: contact can't have that value; write one of briefing, call"),
        ("mode", "-", "contact can't have that value"),
        ("when", "5 March", "5 March: write days as 2025-03-18"),
        ("when", "2031-02-30", "2031-02-30: day is out of range"),
        ("when", "2031-03-07/2031-03-05", "the first day comes after the last"),
        ("when", "2031-03-04", "when: it is 2031-03-04 already"),
        ("duration", "PT1H", "duration: it is PT1H already"),
        ("topics", "[1", "this begins like JSON and is none"),
        ("participants", "(Aland)", r"\(Aland\): write a name, and its side in parentheses"),
    ],
)
def test_a_field_or_value_that_the_kind_cannot_have_is_refused(field: str, words: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        making.amend(CALL, field, words)


def test_an_amended_entry_and_an_amended_record_are_told_apart() -> None:
    told = contact("a", on(4), duration="PT1H")
    whole = entry_of(told, (told, article("a")), (contact("b"), article("b")))
    made = making.amend(whole, "duration", "PT2H")
    assert (made.whole, [target.article for target in made.of], made.was) == (True, ["a", "b"], '"PT1H"')


def test_a_correction_is_signed_with_a_name_a_time_and_a_reason_and_has_an_id_of_all_it_says() -> None:
    one, same, other = by_ana(making.confirm(CALL)), by_ana(making.confirm(CALL)), by_ana(making.confirm(CALL), 10)
    assert (one.by, one.at, one.reason) == ("ana", datetime(2031, 3, 9, 12, tzinfo=UTC), "she was there")
    assert (one.id == same.id, one.id == other.id, len(one.id)) == (True, False, 14)


@pytest.mark.parametrize(
    ("signature", "said"),
    [
        (Signed(" ", datetime(2031, 3, 9, tzinfo=UTC), "so"), "needs the name of who makes it"),
        (Signed("ana", datetime(2031, 3, 9, tzinfo=UTC), "\n"), "needs a reason"),
        (Signed("ana", datetime(2031, 3, 9), "so"), "needs a time zone"),  # noqa: DTZ001  (the fault itself)
    ],
)
def test_a_correction_that_nobody_signs_is_refused(signature: Signed, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        signed(making.confirm(CALL), signature)


def test_a_correction_comes_back_from_its_json() -> None:
    for deed in (
        making.amend(CALL, "when", "2031-03-05"), making.confirm(CALL), making.withdraw(CALL),
        making.rename("Lund", "Anna Lund"), making.tell_apart("Anna Lund", "Alva Lund"),
        making.judge(CALL, "came_true", CALL, march(5)), Undo("c-1"),
    ):  # fmt: skip
        made = by_ana(deed)
        assert msgspec.json.decode(msgspec.json.encode(made), type=Correction) == made


def test_entries_of_two_kinds_are_not_united_nor_one_with_itself() -> None:
    said = record_of(statement("b", "We will speak again"), article("b"))
    with pytest.raises(UsageError, match="a contact and a statement can't be one thing"):
        making.unite(CALL, said)
    with pytest.raises(UsageError, match="one entry already"):
        making.unite(CALL, CALL)


def test_records_are_split_from_an_entry_that_has_others() -> None:
    one, other = contact("a", on(4)), contact("b", on(4))
    both = entry_of(one, (one, article("a")), (other, article("b")))
    made = making.divide(both, both.targets[1:])
    assert ([t.article for t in made.out], [t.article for t in made.rest]) == (["b"], ["a"])
    with pytest.raises(UsageError, match="nothing to split them from"):
        making.divide(both, both.targets)
    with pytest.raises(UsageError, match="must be one of the entry's"):
        making.divide(CALL, record_of(contact("z"), article("z")).targets)


def test_a_verdict_is_one_of_the_outcomes_and_of_something_that_looks_ahead() -> None:
    assert isinstance(making.judge(CALL, "partly"), Judge)
    with pytest.raises(UsageError, match="true: no such outcome; there are open, due, came_true"):
        making.judge(CALL, "true")
    with pytest.raises(UsageError, match="nothing is to come of a statement"):
        making.judge(record_of(statement("b", "We spoke"), article("b")), "came_true")


@pytest.mark.parametrize("names", [("Lund", "Lund"), ("", "Lund"), ("Lund", " ")])
def test_names_are_two(names: tuple[str, str]) -> None:
    for deed in (making.rename, making.tell_apart):
        with pytest.raises(UsageError, match="give two different names"):
            deed(*names)


def test_a_correction_to_undo_is_named_by_the_beginning_of_its_id() -> None:
    known = [by_ana(making.confirm(CALL), day) for day in (9, 10)]
    assert making.undo(known[0].id[:8], known) == Undo(known[0].id)
    assert making.undo(known[1].id, known) == Undo(known[1].id)
    with pytest.raises(UsageError, match="2 corrections of that id"):
        making.undo("c-", known)
    with pytest.raises(UsageError, match="no correction of that id"):
        making.undo("c-zz", known)


def test_the_amended_value_is_kept_as_json() -> None:
    made = making.amend(record_of(contact("a", participants=(ALAND, KRAL)), article("a")), "participants", "Anna Lund")
    assert isinstance(made, Amend)
    assert msgspec.json.decode(made.value, type=tuple[Actor, ...]) == (Actor("Anna Lund", (), None, None, "person"),)

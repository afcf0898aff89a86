"""Records after the corrections, and how a correction finds its record again."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.corrections import Corrector, making
from dragoman.corrections.applying import amended, found, target_of
from dragoman.corrections.nouns import Amend
from tests.corrections.signs import by_ana, record_of
from tests.records import article, contact, on, quote

PAGE = "https://example.org/1"
READ = contact("a", on(4), duration="PT1H", evidence=quote("They spoke for an hour."))
TOLD = article("a", url=PAGE)


def test_an_amended_record_has_the_value_and_keeps_its_evidence() -> None:
    one = by_ana(making.amend(record_of(READ, TOLD), "duration", "PT2H"))
    (changed,) = Corrector([one]).changed("a", PAGE, [READ, contact("a", id="other")])
    assert changed.record == replace(READ, duration="PT2H")
    assert (changed.read, changed.notes) == (READ, (one.id,))


def test_a_withdrawn_record_is_none_whatever_else_was_done_to_it() -> None:
    subject = record_of(READ, TOLD)
    several = [by_ana(making.amend(subject, "duration", "PT2H")), by_ana(making.withdraw(subject))]
    (changed,) = Corrector(several).changed("a", PAGE, [READ])
    assert (changed.record, changed.notes) == (None, tuple(one.id for one in several))


def test_of_two_values_the_one_given_last_stands() -> None:
    first, second = (by_ana(making.amend(record_of(READ, TOLD), "duration", d)) for d in ("PT2H", "PT3H"))
    again = replace(READ, article="b", id="b-c")
    third = by_ana(making.amend(record_of(again, article("b", url=PAGE)), "duration", "PT4H"))
    assert Corrector([first, second]).changed("a", PAGE, [READ])[0].record.duration == "PT3H"
    assert Corrector([second, first]).changed("a", PAGE, [READ])[0].record.duration == "PT2H"
    assert Corrector([third, first]).changed("b", PAGE, [again])[0].record.duration == "PT2H"
    assert Corrector([first, third]).changed("b", PAGE, [again])[0].record.duration == "PT4H"


def test_a_target_finds_its_record_by_id_else_by_its_words_on_the_same_page() -> None:
    target = target_of(READ, TOLD)
    reread = replace(READ, id="new", rule="other")
    elsewhere = replace(READ, id="new", article="b", evidence=quote("They  spoke for\nan hour.", 40))
    told_otherwise = replace(elsewhere, evidence=quote("They spoke for two hours."))
    assert found(target, "a", PAGE, [contact("a", id="x"), READ]) == (READ,)
    assert found(target, "a", PAGE, [reread]) == (reread,)  # read anew by other rules
    assert found(target, "b", PAGE, [elsewhere]) == (elsewhere,)  # a corrected version of the page
    assert found(target, "b", "https://example.org/2", [elsewhere]) == ()
    assert found(target, "b", PAGE, [told_otherwise]) == ()
    assert found(replace(target, page=""), "b", "", [elsewhere]) == ()


def test_of_several_records_on_the_same_words_the_one_that_says_the_same_is_meant_else_none() -> None:
    target = target_of(READ, TOLD)
    one, other = replace(READ, id="m", article="b"), replace(READ, id="n", article="b", duration="PT9H")
    assert found(target, "b", PAGE, [other, one]) == (one,)
    assert found(target, "b", PAGE, [other, replace(other, id="o", mode="meeting")]) == ()


def test_a_value_that_a_field_cannot_hold_any_more_changes_nothing() -> None:
    assert amended(READ, Amend((), "mode", '"pigeon"', '"call"', False)) is None
    stale = by_ana(Amend((target_of(READ, TOLD),), "mode", '"pigeon"', '"call"', False))
    assert Corrector([stale]).changed("a", PAGE, [READ]) == ()

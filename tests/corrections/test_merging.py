"""Entries where a person had a say."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.corrections import Bound, Correction, Kept, making, merge_corrected
from dragoman.corrections.merging import place_of
from dragoman.ledger.chain import canonical_json
from dragoman.merge import Merged, merge_block
from dragoman.types import Record
from tests.corrections.signs import by_ana, entry_of, record_of
from tests.records import article, contact, march, on, witnesses

TOLD = {id: article(id, day) for id, day in (("a", 4), ("b", 5), ("c", 6))}
KNOWN = witnesses(*TOLD.values())
A = contact("a", on(4), duration="PT1H")
B = contact("b", on(4), duration="PT3H")
C = contact("c", on(20), duration="PT1H")


def kept(records: Iterable[Record]) -> list[Kept]:
    return [Kept(f"{place_of(one)[0]}0123456789abcdef", one) for one in records]


def bound(correction: Correction, one: Iterable[Record], other: Iterable[Record] = ()) -> Bound:
    return Bound(correction, frozenset(map(place_of, one)), frozenset(map(place_of, other)))


def merged(records: Iterable[Record], *bounds: Bound) -> tuple[Merged, ...]:
    return merge_corrected(kept(records), KNOWN, bounds, {})


def articles(entries: Iterable[Merged]) -> list[list[str]]:
    return [[support.article for support in entry.supports] for entry in entries]


def test_without_corrections_the_entries_are_those_of_merging_but_for_their_ids() -> None:
    made = merged([C, A, B])
    plain = merge_block([A, B, C], KNOWN)
    assert articles(made) == articles(plain) == [["a", "b"], ["c"]]
    assert [entry.record for entry in made] == [entry.record for entry in plain]
    assert made[0].id == "contact-a0123456789a"  # of the record as read


def test_united_entries_are_one_with_the_values_and_disputes_of_all() -> None:
    one = by_ana(making.unite(record_of(A, TOLD["a"]), record_of(C, TOLD["c"])))
    (entry,) = merged([A, B, C], bound(one, [A], [C]))
    assert [support.article for support in entry.supports] == ["a", "b", "c"]
    assert [note.correction for note in entry.by_hand] == [one.id]
    assert "when" in {dispute.field for dispute in entry.disputes}


def test_uniting_with_what_is_not_there_changes_nothing() -> None:
    one = by_ana(making.unite(record_of(A, TOLD["a"]), record_of(C, TOLD["c"])))
    made = merged([A, B], bound(one, [A], [C]))
    assert (articles(made), made[0].by_hand) == ([["a", "b"]], ())


def test_divided_entries_are_two_and_both_say_so() -> None:
    both = entry_of(A, (A, TOLD["a"]), (B, TOLD["b"]))
    one = by_ana(making.divide(both, both.targets[1:]))
    made = merged([A, B, C], bound(one, [B], [A]))
    assert articles(made) == [["a"], ["b"], ["c"]]
    assert [[note.what for note in entry.by_hand] for entry in made] == [["divided by hand"], ["divided by hand"], []]


def test_an_amended_entry_has_the_value_and_its_records_keep_theirs() -> None:
    one = by_ana(making.amend(entry_of(A, (A, TOLD["a"]), (B, TOLD["b"])), "duration", "PT90M"))
    entry, _ = merged([A, B, C], bound(one, [A, B]))
    assert entry.record.duration == "PT90M"
    assert "90 minutes" in entry.line
    assert [dispute.field for dispute in entry.disputes] == ["duration"]
    assert entry.by_hand[0].what == "duration: 1 hour → 90 minutes"


def test_a_judged_entry_has_the_outcome_and_names_the_records_that_show_it() -> None:
    one = by_ana(making.judge(record_of(A, TOLD["a"]), "partly", record_of(C, TOLD["c"]), march(20)))
    entry, other = merged([A, C], bound(one, [A], [C]))
    assert entry.ruling is not None
    assert (entry.ruling.outcome, entry.ruling.records, entry.ruling.on) == ("partly", ("c-c",), march(20))
    assert (entry.ruling.note, other.ruling, other.by_hand) == (entry.by_hand[0], None, ())


def test_of_two_verdicts_the_last_stands_and_both_are_told() -> None:
    made = [by_ana(making.judge(record_of(A, TOLD["a"]), outcome)) for outcome in ("failed", "late")]
    (entry,) = merged([A], *(bound(one, [A]) for one in made))
    assert entry.ruling is not None
    assert (entry.ruling.outcome, len(entry.by_hand)) == ("late", 2)


def test_a_confirmed_entry_says_who_confirmed_it() -> None:
    one = by_ana(making.confirm(record_of(A, TOLD["a"])))
    entry, other = merged([A, C], bound(one, [A]))
    assert [(note.what, note.by, note.on) for note in entry.by_hand] == [("confirmed", "ana", march(9))]
    assert other.by_hand == ()


def test_corrections_of_its_records_are_told_by_the_entry() -> None:
    one = by_ana(making.amend(record_of(A, TOLD["a"]), "duration", "PT2H"))
    several = [Kept("a0123456789abcdef", A, (one.id,)), Kept("b0123456789abcdef", B)]
    (entry,) = merge_corrected(several, KNOWN, (), {one.id: one})
    assert [note.what for note in entry.by_hand] == ["duration: 1 hour → 2 hours"]


def test_the_order_of_records_is_no_matter() -> None:
    one = by_ana(making.unite(record_of(A, TOLD["a"]), record_of(C, TOLD["c"])))
    many = [A, B, C]
    assert canonical_json(merged(many, bound(one, [A], [C]))) == canonical_json(
        merged(many[::-1], bound(one, [A], [C]))
    )

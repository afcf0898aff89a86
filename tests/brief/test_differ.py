from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.brief.differ import differences, field_changes, field_words, pairs
from dragoman.brief.scene import Dossier
from dragoman.merge import merge_block
from dragoman.types import ByHand, Entry, Record, Verdict
from tests.records import KRAL, LUND, article, contact, forecast, march, on, statement, truce, witnesses

FIRST, SECOND = article("a", 4), article("b", 6)


def merged(*records: Record) -> tuple[Entry, ...]:
    return merge_block(records, witnesses(FIRST, SECOND))


def dossier(entries: tuple[Entry, ...], *verdicts: Verdict) -> Dossier:
    articles = {one.id: one for one in (FIRST, SECOND)}
    return Dossier(name="talks", entries=entries, verdicts={v.entry: v for v in verdicts}, articles=articles)


CALL = contact("a", on(4))
AGAIN = contact("b", on(4), duration="PT40M", place="Tessaly")


def test_what_was_told_first_on_a_later_day_is_new_with_its_words():
    (change,) = differences(dossier(()), dossier(merged(CALL)))
    assert (change.sort, change.day, change.fields) == ("new", march(4), ())
    assert [article for article, _ in change.words] == ["a"]


def test_what_a_person_did_in_between_is_a_change_of_that_day():
    note = ByHand("c-1", "confirmed", "ana", march(9), "she was there")
    then, now = merged(CALL), tuple(replace(entry, by_hand=(note,)) for entry in merged(CALL))
    (change,) = differences(dossier(then), dossier(now))
    assert (change.sort, change.day) == ("changed", march(9))
    assert [(one.field, one.before, one.after) for one in change.fields] == [("by hand", "–", "confirmed, ana")]
    (undone,) = differences(dossier(now), dossier(then))
    assert [(one.field, one.before, one.after) for one in undone.fields] == [("by hand", "confirmed, ana", "–")]


def test_a_field_that_another_article_fills_is_a_change_cited_by_that_article():
    (change,) = differences(dossier(merged(CALL)), dossier(merged(CALL, AGAIN)))
    assert change.sort == "changed"
    assert [(one.field, one.before, one.after) for one in change.fields] == [
        ("place", "–", "Tessaly"),
        ("duration", "–", "40 minutes"),
        ("origins", "1", "2"),
    ]
    assert [article for article, _ in change.words] == ["b"]
    assert change.day == march(6)


def test_what_no_article_tells_any_more_is_gone():
    (change,) = differences(dossier(merged(CALL)), dossier(()))
    assert (change.sort, change.other) == ("gone", "")


def test_two_entries_that_become_one_are_one_that_changed_and_one_that_is_part_of_it():
    apart = (*merged(CALL), *merged(AGAIN))
    (one,) = merged(CALL, AGAIN)
    found = {change.sort: change for change in differences(dossier(apart), dossier((one,)))}
    assert set(found) == {"changed", "gone"}
    assert found["gone"].other == one.id


def test_an_entry_under_another_id_that_stands_on_the_same_records_is_the_same():
    (then,) = merged(CALL)
    now = replace(then, id="contact-other")
    assert pairs(dossier((then,)), dossier((now,))) == [(then, now)]
    assert differences(dossier((then,)), dossier((now,))) == ()


def test_what_a_corrected_article_tells_in_the_same_words_is_the_same():
    url = "https://example.org/1"
    old, new = article("a", 4, outlet="Post", url=url), article("b", 6, outlet="Post", url=url)
    before = Dossier(name="talks", entries=merged(CALL), verdicts={}, articles={"a": old})
    after = Dossier(name="talks", entries=merged(AGAIN), verdicts={}, articles={"b": new})
    (change,) = differences(before, after)
    assert (change.sort, [one.field for one in change.fields]) == ("changed", ["place", "duration"])


def test_an_entry_that_is_parted_from_another_names_it():
    (one,) = merged(CALL, AGAIN)
    found = {change.sort: change for change in differences(dossier((one,)), dossier((*merged(CALL), *merged(AGAIN))))}
    assert found["new"].other == one.id


def test_the_same_on_both_days_is_no_change_in_any_order():
    entries = (*merged(CALL), *merged(statement("a", "So it is.")))
    assert differences(dossier(entries), dossier(entries[::-1])) == ()


def verdict(entry: Entry, outcome: str, by: str | None = None) -> Verdict:
    return Verdict(entry=entry.id, outcome=outcome, rule="r", reason="so", decided_by=by, decided_on=march(6))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("open", "came_true", [("open", "came_true")]),
        ("open", "overdue", [("open", "overdue")]),
        ("open", "open", []),
    ],
)
def test_a_verdict_that_is_another_is_told_with_what_decided_it(then, now, told):
    (expected,), (call,) = merged(forecast("a", "a call this week", on(3, 9))), merged(AGAIN)
    found = differences(
        dossier((expected, call), verdict(expected, then)), dossier((expected, call), verdict(expected, now, call.id))
    )
    assert [(one.before, one.after) for change in found for one in change.fields] == told
    assert all(change.other == call.id and len(change.words) == 2 for change in found)


@pytest.mark.parametrize(("outcome", "sorts"), [("open", ["new"]), ("came_true", ["new", "decided"])])
def test_of_what_is_new_only_what_is_decided_already_has_a_verdict(outcome, sorts):
    (expected,) = merged(forecast("a", "a call this week", on(3, 9)))
    found = differences(dossier(()), dossier((expected,), verdict(expected, outcome)))
    assert [change.sort for change in found] == sorts


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("place", None, "–"),
        ("topics", (), "–"),
        ("duration", "PT90M", "90 minutes"),
        ("when", on(4), "Tue 4 Mar 2031"),
        ("by", LUND, "Anna Lund"),
        ("participants", (LUND, KRAL), "Anna Lund; Boris Kral"),
        ("terms", (truce("P30D", "energy"),), "ceasefire “a truce” (30 days, energy)"),
    ],
)
def test_a_value_is_told_in_words(field, value, words):
    assert field_words(field, value) == words


def test_another_order_or_spelling_of_names_is_no_change():
    (then,), (now,) = merged(CALL), merged(replace(CALL, participants=(KRAL, replace(LUND, name="Anna Lünd"))))
    assert list(field_changes(then, now)) == []

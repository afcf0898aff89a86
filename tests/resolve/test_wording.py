"""Entries that share enough of some words are found, and no others."""

from __future__ import annotations

from math import ceil

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.records import article, forecast, march, witnesses

from dragoman.merge import merge_block
from dragoman.resolve.wording import Said, Sought, Wording

(ENTRY,) = merge_block([forecast("a", "a truce")], witnesses(article("a")))
WORDS = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)
SHARES = st.sampled_from([0.01, 0.5, 0.6, 0.75, 1.0])
FILED = st.lists(st.tuples(WORDS, st.integers(1, 9)), max_size=12)


@given(filed=FILED, words=WORDS, share=SHARES, since=st.integers(1, 9))
def test_what_is_found_is_what_comparing_all_would_find(filed, words, share, since):
    said = [Said(replace(ENTRY, id=f"{n}"), known, march(day)) for n, (known, day) in enumerate(filed)]
    needed = ceil(share * len(words))
    expected = [one for one in said if one.day >= march(since) and len(one.words & words) >= needed] if words else []
    filed_first, added, dropped = said[::2], said[1::2], said[:2]
    wording = Wording(filed_first)
    for one in added:
        wording.add(one)
    assert {one.id for one in wording.having(words, share, march(since))} == {one.entry.id for one in expected}
    for one in dropped:
        wording.drop(one.entry.id)
    left = {one.entry.id for one in expected if one not in dropped}
    assert {one.id for one in wording.having(words, share, march(since))} == left


@given(sought=st.lists(st.tuples(WORDS.filter(bool), SHARES), max_size=12), words=WORDS)
def test_who_seeks_some_words_is_found_by_them(sought, words):
    filed = Sought()
    for n, (wanted, share) in enumerate(sought):
        filed.add(str(n), wanted, share)
    filed.drop("0")
    seeking = {
        str(n) for n, (wanted, share) in enumerate(sought) if n and len(wanted & words) >= ceil(share * len(wanted))
    }
    assert seeking <= set(filed.near(words))


def test_what_is_found_comes_by_day():
    (later,) = merge_block([forecast("b", "a truce")], witnesses(article("b", 8)))
    said = [Said(later, frozenset({"truce"}), march(8)), Said(ENTRY, frozenset({"truce"}), march(4))]
    assert [one.id for one in Wording(said).having(frozenset({"truce"}), 0.75, march(1))] == [ENTRY.id, later.id]
    assert [one.id for one in Wording(said).having(frozenset({"truce"}), 0.75, march(5))] == [later.id]

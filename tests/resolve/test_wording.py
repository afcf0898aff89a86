"""Entries that share enough of some words are found, and no others."""

from __future__ import annotations

from math import ceil

from hypothesis import given
from hypothesis import strategies as st
from tests.records import article, forecast, march, witnesses

from dragoman.merge import merge_block
from dragoman.resolve.wording import Said, Wording

(ENTRY,) = merge_block([forecast("a", "a truce")], witnesses(article("a")))
WORDS = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)
SHARES = st.sampled_from([0.01, 0.5, 0.6, 0.75, 1.0])
FILED = st.lists(st.tuples(WORDS, st.integers(1, 9)), max_size=12)


@given(filed=FILED, words=WORDS, share=SHARES, since=st.integers(1, 9))
def test_what_is_found_is_what_comparing_all_would_find(filed, words, share, since):
    said = [Said(ENTRY, known, march(day)) for known, day in filed]
    needed = ceil(share * len(words))
    expected = [one for one in said if one.day >= march(since) and len(one.words & words) >= needed] if words else []
    assert len(Wording(said).having(words, share, march(since))) == len(expected)


def test_what_is_found_comes_by_day():
    (later,) = merge_block([forecast("b", "a truce")], witnesses(article("b", 8)))
    said = [Said(later, frozenset({"truce"}), march(8)), Said(ENTRY, frozenset({"truce"}), march(4))]
    assert [one.id for one in Wording(said).having(frozenset({"truce"}), 0.75, march(1))] == [ENTRY.id, later.id]
    assert [one.id for one in Wording(said).having(frozenset({"truce"}), 0.75, march(5))] == [later.id]

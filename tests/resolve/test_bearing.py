"""What decides something has a clue that is sought: keys and words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some
from tests.resolve.test_docket import RECORDS, entries_of

from dragoman.resolve.anchored import counts_from_event
from dragoman.resolve.bearing import FIRST, LAST, Sought, Words, clues_of, few_of, sought_by
from dragoman.resolve.matching import Pool, doers, enders, revisions
from dragoman.resolve.outlook import Outlook, outlook_of
from dragoman.types import Entry


def finds(one: Sought | Words, other: Entry) -> bool:
    """Whether what is sought finds an entry."""
    clues = {clue.key: clue.day for clue in clues_of(other)}
    if isinstance(one, Sought):
        return one.key in clues and one.since <= clues[one.key] <= one.until
    chosen, shared = few_of(one.words, one.share, sorted(one.words))
    return sum(clues.get(f"{one.beginning} {word}", FIRST) >= max(one.since, 1) for word in chosen) >= shared


@settings(max_examples=150, deadline=None)
@given(some.lists(RECORDS, max_size=14, unique_by=lambda one: one.id))
def test_whatever_decides_something_is_found_by_what_it_seeks(records):
    entries = entries_of(records)
    pool = Pool(entries.values())
    for entry in entries.values():
        outlook = outlook_of(entry)
        if outlook:
            sought = list(sought_by(outlook, counts=counts_from_event(entry)))
            for decider in deciders(outlook, pool):
                assert any(finds(one, decider) for one in sought), (entry, decider)


def deciders(outlook: Outlook, pool: Pool) -> list[Entry]:
    return [one.entry for find in (doers, enders, revisions) for one in find(outlook, pool)]


def test_of_some_words_a_few_suffice():
    words = frozenset("abcdefgh")
    assert few_of(words, 0.75, sorted(words)) == (["a", "b", "c", "d"], 2)  # 6 of 8: two of any four
    assert few_of(frozenset("a"), 0.75, ["a"]) == (["a"], 1)
    assert (FIRST, LAST) == (0, 3652059)

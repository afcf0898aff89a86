"""What a person may name."""

from __future__ import annotations

import pytest

from dragoman.errors import UsageError
from dragoman.ledger import open_ledger
from tests.records import article, contact, on


def test_an_entry_and_a_record_are_named_by_the_beginning_of_their_ids() -> None:
    with open_ledger() as ledger:
        ledger.put(article("a"), [contact("a", on(4), id="abcdef01", duration="PT1H")])
        ledger.put(article("b"), [contact("b", on(4), id="abcdef02")])
        (entry,) = ledger.entries()
        whole, single = ledger.subject(entry.id[:12]), ledger.subject("abcdef01")
        assert (whole.whole, [target.article for target in whole.targets]) == (True, ["a", "b"])
        assert (single.whole, [target.article for target in single.targets]) == (False, ["a"])
        assert whole.record == entry.record
        for id, said in (
            ("abcdef", "several records of that id"),
            ("fedcba", "no record of that id"),
            ("contact-zz", "no entry of that id"),
            ("abc", "neither an entry's id"),
            ("meeting-1", "neither an entry's id"),
        ):
            with pytest.raises(UsageError, match=said):
                ledger.subject(id)

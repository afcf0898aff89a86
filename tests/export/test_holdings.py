from __future__ import annotations

import pytest

from dragoman.export.holdings import address_of, bare_line, day_of, in_order, one_record, since, unmapped, when_of
from tests.export.made import holdings, paper, records
from tests.records import article, contact, forecast, march, on, statement


def test_a_record_alone_is_an_entry_under_its_own_id_with_its_words():
    record = records()[0]
    entry = one_record(record, paper())
    assert (entry.id, entry.kind, entry.record) == ("a1-c", "contact", record)
    assert entry.supports[0].evidence == record.evidence
    assert (entry.origins, entry.first_seen) == (("Harbour Post",), march(5))


def test_the_order_is_by_day_then_id_whatever_order_they_come_in():
    entries = holdings().entries
    assert in_order(reversed(entries)) == entries
    assert [str(day_of(entry)) for entry in entries] == sorted(str(day_of(entry)) for entry in entries)


@pytest.mark.parametrize(
    ("record", "day"),
    [
        (contact("a1", on(4)), march(4)),
        (forecast("a1", "a call", on(3, 9)), march(3)),
        (statement("a1", "So it is."), march(5)),  # the day of the article
    ],
)
def test_the_day_of_a_thing_is_its_own_else_that_of_the_report(record, day):
    assert day_of(one_record(record, paper())) == day


def test_a_window_or_deadline_is_the_time_of_what_is_to_come():
    assert when_of(forecast("a1", "a call", on(3, 9))) == on(3, 9)
    assert when_of(statement("a1", "So it is.")) is None


@pytest.mark.parametrize(("day", "count"), [(4, 10), (5, 0)])
def test_since_keeps_what_was_told_after_that_day(day, count):
    assert len(since(holdings(), march(day)).entries) == count


def test_what_could_not_be_mapped_is_one_line_and_nothing_is_none():
    assert unmapped(2, holdings(), "have no type") == ("2 of 10 entries have no type",)
    assert unmapped(0, holdings(), "have no type") == ()


def test_an_article_without_address_is_called_by_its_name():
    assert address_of(article("a9")) == "a9.txt"
    assert address_of(paper()) == "https://harbourpost.example/call"
    assert address_of(None, "a9") == "a9"


def test_a_line_without_its_days_is_the_rest_of_it():
    entry = one_record(records()[0], paper())
    assert entry.line.endswith(bare_line(entry))
    assert "4 Mar" not in bare_line(entry)

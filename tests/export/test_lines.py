from __future__ import annotations

import json

import msgspec
from msgspec.structs import replace

from dragoman.export.lines import write_lines
from dragoman.kinds import AnyRecord
from tests.export.made import due, holdings, records


def test_a_line_is_an_entry_with_its_verdict_and_its_articles_without_their_text():
    lines = [json.loads(line) for line in write_lines(holdings(verdicts=[due("a1-f", 9)])).body.splitlines()]
    by_id = {line["id"]: line for line in lines}
    assert len(lines) == 10
    assert by_id["a1-f"]["verdict"]["outcome"] == "open"
    assert by_id["a1-c"]["verdict"] is None
    assert by_id["a1-c"]["articles"]["a1"]["url"] == "https://harbourpost.example/call"
    assert "text" not in by_id["a1-c"]["articles"]["a1"]


def test_the_record_of_a_line_reads_back_as_it_was():
    lines = [json.loads(line) for line in write_lines(holdings()).body.splitlines()]
    read = {line["id"]: msgspec.convert(line["record"], AnyRecord) for line in lines}
    assert read == {record.id: record for record in records()}


def test_single_records_have_their_own_fields_and_the_article_that_is_cited():
    lines = write_lines(replace(holdings(), of_records=True)).body.splitlines()
    first = json.loads(lines[0])
    assert {"kind", "id", "evidence", "cited"} <= set(first)
    assert "supports" not in first

from __future__ import annotations

import io
from datetime import date

import msgspec
import pyarrow as pa
from pyarrow import parquet

from dragoman.export.parquet import COLUMNS, parquet_row, write_parquet
from dragoman.kinds import AnyRecord
from tests.export.made import due, holdings, records


def test_the_table_reads_back_with_its_types_and_its_records():
    table = parquet.read_table(io.BytesIO(write_parquet(holdings()).body))
    assert table.column_names == list(COLUMNS)
    assert table.schema.field("day").type == pa.date32()
    assert table.schema.field("actors").type == pa.list_(pa.string())
    read = [msgspec.json.decode(record, type=AnyRecord) for record in table.column("record").to_pylist()]
    assert {record.id: record for record in read} == {record.id: record for record in records()}


def test_a_row_has_the_verdict_and_the_coding_of_its_entry():
    kept = holdings(verdicts=[due("a1-f", 9, "overdue")])
    row = next(parquet_row(entry, kept) for entry in kept.entries if entry.id == "a1-f")
    assert (row["outcome"], row["due"], row["cameo_code"]) == ("overdue", date(2031, 3, 9), "010")
    assert set(row) == set(COLUMNS)


def test_an_empty_table_has_its_columns():
    assert parquet.read_table(io.BytesIO(write_parquet(holdings(())).body)).column_names == list(COLUMNS)

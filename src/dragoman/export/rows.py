"""Rows of named columns as CSV: UTF-8, line feeds, quotes only where they are needed (RFC 4180)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

ROWS_A_PART = 500
QUOTED = frozenset(',"\r\n')
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run as a formula at the head of a cell."""


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """A header and one line a row; a column that a row lacks, or has as None, is empty."""
    return b"".join(csv_parts(columns, rows))


def csv_parts(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[bytes]:
    """The same in parts, each of some rows, made as they are taken."""
    part = [",".join(cell(name) for name in columns)]
    for row in rows:
        part.append(",".join(cell(row.get(name)) for name in columns))
        if len(part) >= ROWS_A_PART:
            yield _lines(part)
            part = []
    if part:
        yield _lines(part)


def _lines(rows: Iterable[str]) -> bytes:
    return "".join(f"{row}\n" for row in rows).encode()


def cell(value: object) -> str:
    """A value as it stands between commas; words that a spreadsheet would run get an apostrophe before them."""
    if value is None:
        return ""
    words = str(value)
    if isinstance(value, str) and words.startswith(FORMULA):
        words = "'" + words
    if not QUOTED & set(words):
        return words
    return '"' + words.replace('"', '""') + '"'

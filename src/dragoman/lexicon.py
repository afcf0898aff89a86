"""Words are data: the .toml tables of `dragoman.data`, loaded and checked once.

A table is a file of `[[row]]` entries. Every row carries an example that it must find and a counter-example that it
must not; the tests run every row, in the test of its kind or layer or in tests/test_words.py.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from dragoman.errors import LexiconError

Filled = Annotated[str, Meta(min_length=1)]


class Row(Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """One row: words (lemmas, or phrases of lemmas parted by blanks) and what they mean to the module that reads it."""

    id: Filled
    words: Annotated[tuple[Filled, ...], Meta(min_length=1)]
    example: Filled
    counter: Filled
    means: str = ""
    pos: str = ""
    source: str = ""


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """The rows of one file, in the order of the file."""

    row: tuple[Row, ...]


class Lexicon(Struct, frozen=True, eq=False):
    """All tables by name ("kinds/contact", "actors/organs"); two are equal when they are the same object."""

    tables: dict[str, tuple[Row, ...]]

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of `table`; LexiconError when there is no such table."""
        try:
            return self.tables[table]
        except KeyError:
            raise LexiconError(f"no table {table!r}: add src/dragoman/data/{table}.toml") from None

    def words(self, table: str, means: str | None = None) -> frozenset[str]:
        """All words of `table`, or of its rows that mean `means`."""
        return _words(self, table, means)


@cache
def _words(lexicon: Lexicon, table: str, means: str | None) -> frozenset[str]:
    return frozenset(w for row in lexicon.rows(table) if means is None or row.means == means for w in row.words)


def read_table(name: str, source: bytes) -> tuple[Row, ...]:
    """The rows of a .toml file's bytes; LexiconError names the table and what is wrong with it."""
    try:
        rows = msgspec.toml.decode(source, type=Table).row
    except msgspec.DecodeError as error:
        raise LexiconError(f"data/{name}.toml: {error}; mend the row") from None
    twice = {row.id for row in rows if sum(other.id == row.id for other in rows) > 1}
    if twice:
        raise LexiconError(f"data/{name}.toml: row id {min(twice)!r} occurs twice; rename one")
    return rows


@cache
def load_lexicon() -> Lexicon:
    """The tables that ship with the package: every .toml in the folders `actors`, `kinds`, `speech` and `status`."""
    root = Path(__file__).with_name("data")  # `importlib.resources` takes longer to import than the tables to read
    return Lexicon(
        {
            f"{folder}/{file.name.removesuffix('.toml')}": read_table(f"{folder}/{file.name}", file.read_bytes())
            for folder in ("actors", "kinds", "speech", "status")
            if (room := root / folder).is_dir()
            for file in sorted(room.iterdir(), key=lambda f: f.name)
            if file.name.endswith(".toml")
        }
    )

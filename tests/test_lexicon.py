"""Tables of words: what a row must have, and what is said of one that is broken."""

from __future__ import annotations

import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon import Lexicon, load_lexicon, read_table

ROW = """[[row]]
id = "meet"
words = ["meet", "sit down"]
means = "meeting"
example = "They met."
counter = "They meet the deadline."
"""


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (ROW.replace('id = "meet"\n', ""), "missing required field `id`"),
        (ROW.replace('words = ["meet", "sit down"]', "words = []"), "length >= 1"),
        (ROW.replace("They met.", ""), "length >= 1"),
        (ROW.replace("counter", "conter"), "unknown field `conter`"),
        (ROW + ROW, "row id 'meet' occurs twice"),
        ("[[row", "data/kinds/own.toml: "),
    ],
)
def test_a_broken_row_is_told_with_its_table_and_what_is_wrong(source, complaint):
    with pytest.raises(LexiconError) as told:
        read_table("kinds/own", source.encode())
    assert complaint in str(told.value)
    assert str(told.value).startswith("data/kinds/own.toml: ")


def test_words_are_those_of_all_rows_or_of_the_rows_of_one_meaning():
    other = ROW.replace('"meet"', '"call"').replace('means = "meeting"', 'means = "call"').replace("sit down", "ring")
    lexicon = Lexicon({"kinds/own": read_table("kinds/own", (ROW + other).encode())})
    assert lexicon.words("kinds/own") == {"meet", "sit down", "call", "ring"}
    assert lexicon.words("kinds/own", "call") == {"call", "ring"}


def test_a_table_that_is_not_there_is_named_with_the_file_to_add():
    with pytest.raises(LexiconError, match="add src/dragoman/data/kinds/nothing.toml"):
        load_lexicon().rows("kinds/nothing")


def test_every_shipped_row_has_an_example_and_a_counter_example_that_differ():
    tables = load_lexicon().tables
    assert {name.partition("/")[0] for name in tables} == {"actors", "kinds", "speech", "status"}
    assert [row.id for rows in tables.values() for row in rows if row.example == row.counter] == []


def test_the_tables_are_read_once():
    assert load_lexicon() is load_lexicon()

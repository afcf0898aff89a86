"""Every row of data/speech finds its own example and leaves its counter-example alone."""

from __future__ import annotations

import pytest

from dragoman.annotate.speech import find_speech
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text
from dragoman.types import Article

LEXICON = load_lexicon()
CUE_TABLES = ("speech/verbs", "speech/nouns", "speech/adjectives", "speech/phrases", "speech/turns")
ROWS = [pytest.param(row, id=row.id) for table in CUE_TABLES for row in LEXICON.rows(table)]


def rules_found(text: str) -> set[str]:
    article = Article(id="row", name="row", text=text)
    return {found.rule for found in find_speech(article, parse_text(text), LEXICON)}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_finds_its_example(row):
    assert row.id in rules_found(row.example)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_leaves_its_counter_example_alone(row):
    assert row.id not in rules_found(row.counter)


@pytest.mark.parametrize("row", ROWS)
def test_the_id_of_a_row_starts_with_what_it_means(row):
    assert row.id.partition(".")[0] == row.means


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in LEXICON.rows("speech/nobody")])
def test_words_that_name_nobody_are_no_speaker(row):
    assert rules_found(row.example) & {"said.label", "said.according"} == set()
    assert rules_found(row.counter) & {"said.label", "said.according"} != set()

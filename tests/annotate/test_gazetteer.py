"""Known names: states from kept packages, seats of power and organisations from our tables."""

import pytest

from dragoman.annotate.gazetteer import load_gazetteer
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("words", "name", "form"),
    [
        ("Kenya said", "Kenya", "state"),
        ("Nairobi said", "Kenya", "capital"),
        ("Kenyans said", "Kenya", "demonym"),
        ("the Kremlin", None, None),
        ("Kremlin said", "Russia", "organ"),
        ("U.S. officials", "United States", "demonym"),
        ("US-brokered", "United States", "demonym"),
        ("Nigeria", "Nigeria", "state"),  # not Niger: a name ends where its word ends
        ("Rapid Support Forces took", "Rapid Support Forces", "organisation"),
        ("People’s Republic of China held", "China", "organ"),  # either apostrophe, and never Taiwan
        ("Lapland", None, None),
    ],
)
def test_the_longest_known_name_at_a_words_begin_is_found(words, name, form):
    known = load_gazetteer().at(words, 0)
    assert (known.name if known else None, known.form if known else None) == (name, form)


@pytest.mark.parametrize("table", ["organs", "demonyms", "organisations"])
def test_every_row_of_the_tables_finds_its_example_and_not_its_counter_example(table):
    gazetteer = load_gazetteer()
    for row in load_lexicon().rows(f"actors/{table}"):
        side = row.means or row.words[0]
        assert side in _sides(gazetteer, row.example), f"{row.id}: its own example does not match"
        assert side not in _sides(gazetteer, row.counter), f"{row.id}: its counter-example matches"


def _sides(gazetteer, text):
    starts = [i for i, c in enumerate(text) if c.isalnum() and (i == 0 or not text[i - 1].isalnum())]
    return {known.side for known in (gazetteer.at(text, start) for start in starts) if known}

"""Tables that lend their words to rules: each row's words stand in its example and not in its counter-example.

Rows that find something by themselves are run through the whole reading in the test of their kind or layer.
"""

import re

import pytest

from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text

LENDING = (
    "actors/groups", "actors/roles", "actors/people", "actors/places", "actors/particles", "kinds/contact_words",
    "kinds/pledge_words", "kinds/action_words", "kinds/future_words", "kinds/asked", "kinds/terms", "kinds/issues",
    "kinds/statement_words", "kinds/conditions", "actors/bodies", "actors/hosts", "actors/nicknames", "speech/denials",
    "actors/bynames", "actors/joint", "actors/peoples", "actors/pronouns", "actors/posts", "speech/papers",
    "kinds/lasting",
)  # fmt: skip
LONGEST = 4
ROWS = [pytest.param(row, id=row.id) for table in LENDING for row in load_lexicon().rows(table)]


def phrases(text):
    """Runs of up to four words, as written and as lemmas, in small letters."""
    doc = parse_text(text)
    forms = [[t.lower_ for t in doc], [t.lemma_.lower() for t in doc]]
    return {" ".join(f[i : i + n]) for f in forms for n in range(1, LONGEST + 1) for i in range(len(f) - n + 1)}


@pytest.mark.parametrize("row", ROWS)
def test_a_lent_word_stands_in_its_example_and_not_in_its_counter_example(row):
    words = {word.lower() for word in row.words}
    if row.id.startswith("people."):  # a surname stands for its bearer
        words |= {re.split(r"[ -]", word)[-1] for word in words}
    assert words & phrases(row.example)
    assert not words & phrases(row.counter)

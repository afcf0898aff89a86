"""Cues: where the words of a row stand, small words between them allowed."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.cues import cue_table, find_cues
from dragoman.lexicon import Row

ROW = Row(id="r", words=("decline", "decline to comment", "give detail"), example="e", counter="c", pos="VERB")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Torv declined to comment.", ["decline to comment"]),  # the longest phrase
        ("Ana Torv declined the offer.", ["decline"]),
        ("Ana Torv gave no further details.", ["give detail"]),
        ("Ana Torv gave the rebels many long and dull details.", []),  # too far apart
        ("The decline was steep.", []),  # a noun
        ("Ana Torv gave.\n\nDetails followed.", []),  # another sentence
    ],
)
def test_a_phrase_is_found_as_lemmas_in_order_inside_one_sentence(text, found):
    assert [cue.words for cue in find_cues(annotated(text).doc, cue_table([ROW]))] == found

"""What a mention leaves behind."""

import pytest
from tests.annotate.reading import referents


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # What is counted stands where its number does.
        ("Kenyan officials left. None of these gunmen will escape. They will be found.", "They", ("gunmen",)),
        # "Every" and "each" tell of many.
        ("Kenyan officials fought on. Every invader should know: they get nothing here.", "they", ("invader",)),
        # Many are seldom one government.
        ("The Kenyan government said it would not talk to Houthi rebels until they left.", "they", ("Houthis",)),
    ],
)
def test_number_is_told_by_more_than_the_noun(text, pronoun, expected):
    assert referents(text)[pronoun] == expected

"""Promises whose content stands away from the word of promising."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import pledge
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fees would be paid by May, Kenya promised.", [("Kenya", "The fees would be paid by May")]),
        ("The fees were paid in May, Kenya promised.", []),
        ("A promise was made by Kenya to repair the bridge.", [("Kenya", "to repair the bridge")]),
        ("A promise was heard by Kenya to repair the bridge.", []),
        ("Kenya gave an undertaking to repair the bridge.", [("Kenya", "to repair the bridge")]),
        ("Kenya has undertaken to repair the bridge.", [("Kenya", "to repair the bridge")]),
        ("Kenya renewed its vow to repair the bridge.", [("Kenya", "to repair the bridge")]),
        ("“The bridge will be repaired by us,” Kenyan minister Ana Torv said.",
         [("Ana Torv", "The bridge will be repaired by us")]),
        ("“It is our intention to repair the bridge,” Kenyan minister Ana Torv said.",
         [("Ana Torv", "to repair the bridge")]),
        ("“The bridge will be repaired by Chad,” Kenyan minister Ana Torv said.", []),
    ],
)  # fmt: skip
def test_what_is_promised_may_stand_before_or_far_behind_the_word(text, expected):
    assert [(one.by.name, one.content) for one in pledge.find(annotated(text), load_lexicon())] == expected

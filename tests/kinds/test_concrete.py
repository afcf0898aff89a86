"""Words that name a party, a quantity or a matter of negotiations tell of something that can come about."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.concrete import is_concrete
from dragoman.lexicon import load_lexicon
from dragoman.types import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uganda will be late.", True),
        ("Another $4 billion will be set aside.", True),
        ("The prisoners will be home.", True),
        ("They will sign it.", True),
        ("The second crop will fail.", False),
        ("It will always be so.", False),
        ("We will live as good neighbours.", False),
    ],
)
def test_names_sums_and_matters_are_concrete(text, expected):
    assert is_concrete(annotated(text), Span(0, len(text)), load_lexicon()) is expected


def test_only_the_words_asked_about_count():
    text = "Kenya left. It will always be so."
    assert not is_concrete(annotated(text), Span(text.index("It"), len(text)), load_lexicon())

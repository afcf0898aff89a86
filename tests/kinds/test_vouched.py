"""Of an opinion piece is kept what others said and what took place on a day."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.annotate.reading import annotated

from dragoman.extract import extract
from dragoman.lexicon import load_lexicon
from dragoman.types import Annotated

TEXT = (
    "The talks in Nairobi will fail. Kenyan President William Ruto said the talks would resume in May. "
    "Uganda bombed a Kenyan port on Monday. Tanzania bombed the Kenyan capital too. "
    "I believe that Kenya will sign within weeks."
)


def records(*, is_opinion: bool) -> list[tuple[str, str]]:
    """The kind of each record of the text and the words that it cites."""
    layers: Annotated = annotated(TEXT)
    layers = replace(layers, article=replace(layers.article, is_opinion=is_opinion))
    found = extract(layers, load_lexicon())
    return [(str(record.__struct_config__.tag), record.evidence[0].quote) for record in found]


@pytest.mark.parametrize(
    ("kind", "words", "is_kept"),
    [
        ("forecast", "The talks in Nairobi will fail", False),
        ("forecast", "Kenya will sign", False),
        ("forecast", "the talks would resume", True),
        ("statement", "Ruto said", True),
        ("action", "Uganda bombed", True),
        ("action", "Tanzania bombed", False),
    ],
)
def test_the_writers_own_views_and_what_he_calls_to_mind_are_left_out(kind, words, is_kept):
    assert any(one == kind and words in quote for one, quote in records(is_opinion=False))
    assert any(one == kind and words in quote for one, quote in records(is_opinion=True)) == is_kept

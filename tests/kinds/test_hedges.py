"""The word that governs a clause tells how surely it is foreseen, also of the clauses joined to it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


def told(text):
    return [f.confidence for f in forecast.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("There is no doubt that the raids will go on next month, Torv said.", ["certain"]),
        ("Ana Torv said she had no doubt that the truce would hold until May.", ["certain"]),
        ("Ana Torv said she had absolutely no doubt that the truce would hold until May.", ["certain"]),
        ("Ana Torv said she doubted that the truce would hold until May.", ["doubtful"]),
        ("Kenyan officials hope that the port will open soon and that Chad will be able to join.", ["hopeful"] * 2),
        ("Kenya hopes that the rebels will sign, but talks will resume on Monday.", ["hopeful", "certain"]),
    ],
)
def test_a_clause_is_as_sure_as_the_word_above_it(text, confidence):
    assert told(text) == confidence

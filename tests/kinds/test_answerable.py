"""Which talks or deals a verb of taking part or of keeping names."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.answerable import attended
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "verb", "named"),
    [
        ("Kenya will attend the talks.", "attend", "talks"),
        ("Kenya will attend a fair.", "attend", None),
        ("Kenya will return to the negotiating table.", "return", "table"),
        ("Kenya will rejoin the accord.", "rejoin", "accord"),
        ("Kenya will attend the next round of talks.", "attend", "talks"),
        ("Kenya is ready to respect the truce.", "respect", "truce"),
    ],
)
def test_the_talks_that_are_attended_and_the_deal_that_is_kept(text, verb, named):
    token = next(t for t in annotated(text).doc if t.lemma_ == verb)
    found = attended(token, load_lexicon())
    assert (found.text if found is not None else None) == named

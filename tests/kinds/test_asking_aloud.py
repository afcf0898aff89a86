"""What somebody says is to be done: it is time for it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is time for Kenya to withdraw its troops, the Malian president said.", ["Kenya"]),
        ("The time has come for Kenya to withdraw its troops, the Malian president said.", ["Kenya"]),
        ("It is time to rest, the Malian president said.", []),
        ("It is not time for Kenya to withdraw its troops, the Malian president said.", []),
        ("The president had no time for Kenya to withdraw its troops, the Malian minister said.", []),
    ],
)
def test_what_it_is_time_for_is_asked(text, expected):
    found = demand.find(annotated(text), load_lexicon())
    assert [asked.name for one in found for asked in one.of or ()] == expected

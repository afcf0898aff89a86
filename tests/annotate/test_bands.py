"""Which party "the rebels" means."""

import pytest
from tests.annotate.reading import referents

TOLD = "Houthi fighters held the town. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOLD + "The Houthis refused to come. The rebels said they would stay.", ("Houthis",)),
        ("Hamas gunmen held the town. The Houthis and Houthi fighters came. The rebels said so.", ("rebels",)),
        (TOLD + "Kenya refused to come. It said so on Monday. It left. The rebels said they would stay.", ("rebels",)),
        ("Kenyan soldiers held the town. Kenya refused to come. The rebels said they would stay.", ("rebels",)),
    ],
)
def test_the_rebels_are_the_only_party_with_fighters_where_it_was_the_subject(text, expected):
    assert referents(text)["The rebels"] == expected

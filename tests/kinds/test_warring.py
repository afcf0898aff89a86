"""Whose war an article tells of."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.warring import warring
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The war between Kenya and Chad went on.", {"Kenya", "Chad"}),
        ("Kenya and Chad are expected to stop fighting on Monday.", {"Kenya", "Chad"}),
        ("Kenyan jets struck M23 fighters near the lake.", {"Kenya", "M23"}),
        ("Kenyan jets struck M23 fighters near the lake. The M23 shelled Kenya.", {"Kenya", "M23"}),
        ("Kenyan jets struck M23 fighters. Chad bombed Niger.", set()),
        ("Kenya and Chad are expected to stop imports.", set()),
        ("Kenyan jets struck two doctors near the lake.", set()),
        ("The fighting between the Houthis and Hamas went on.", set()),
        ("The war between the Houthis and Hamas went on.", {"Houthis", "Hamas"}),
        ("The fighting between Kenya and Hamas went on.", {"Kenya", "Hamas"}),
        ("The envoys of Kenya and Chad met on Monday.", set()),
    ],
)
def test_the_only_two_who_fight_one_another_are_at_war(text, sides):
    assert {actor.side or actor.name for actor in warring(annotated(text), LEXICON)} == sides

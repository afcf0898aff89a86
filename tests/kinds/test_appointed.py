"""Who is due somewhere, what is set for a day, and how long somebody has to decide are foreseen."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon


def foreseen(text):
    return [one.outcome for one in forecast.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("The Kenyan envoy is due in Oslo on 9 May 2031.", ["The Kenyan envoy is due in Oslo on 9 May 2031"]),
        ("The envoy is expected in Oslo on 9 May 2031.", ["The envoy is expected in Oslo on 9 May 2031"]),
        ("A new round of talks is set for 9 May 2031.", ["A new round of talks is set for 9 May 2031"]),
        ("A new round of talks is due on 9 May 2031.", ["A new round of talks is due on 9 May 2031"]),
        ("The Kenyan envoy is due in Oslo.", []),  # no day
        ("The envoy is set in his ways on 9 May 2031.", []),
        (
            "The Kenyan senate has until the end of May 2031 to decide on the accord.",
            ["The Kenyan senate has until the end of May 2031 to decide on the accord"],
        ),
        ("The Kenyan senate has to decide on the accord.", []),
    ],
)
def test_a_place_or_a_day_that_is_set_is_foreseen(text, outcomes):
    assert foreseen(text) == outcomes


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("The prisoners are to be freed on 9 May 2031.", ["The prisoners are to be freed on 9 May 2031"]),
        ("The power is to be used sparingly.", []),  # a rule
    ],
)
def test_what_is_to_be_done_counts_with_a_day(text, outcomes):
    assert foreseen(text) == outcomes

"""Official outlets are told from the press."""

import pytest

from dragoman.annotate.outlets import official_side
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("outlet", "url", "side"),
    [
        ("The White House", "", "United States"),
        ("Kremlin (President of Russia)", "", "Russia"),
        ("Kremlin (readout)", "", "Russia"),
        ("Downing Street (readout)", "", "United Kingdom"),
        ("Russian Foreign Ministry (readout)", "", "Russia"),
        ("Office of the President of Kenya", "", "Kenya"),
        ("", "https://www.mfa.gov.tr/en/news", "Turkey"),
        ("Washington Herald", "", None),
        ("Kyiv Weekly", "", None),
        ("Israel Daily", "", None),
        ("Harbour Gazette", "", None),
    ],
)
def test_an_outlet_speaks_for_a_state_only_when_it_is_its_organ(outlet, url, side):
    assert official_side(outlet, url) == side


@pytest.mark.parametrize("row", load_lexicon().rows("actors/outlets"), ids=lambda row: row.id)
def test_a_row_of_outlets_knows_its_example_from_its_counter_example(row):
    is_domain = bool(row.means)
    found = [official_side("", text) if is_domain else official_side(text) for text in (row.example, row.counter)]
    assert found[0] is not None
    assert found[1] is None

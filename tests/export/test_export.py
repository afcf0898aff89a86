from __future__ import annotations

import pytest

from dragoman.export import BY_NAME, FORMATS
from tests.export.made import holdings


def test_every_format_names_its_codebook_and_has_a_name_of_its_own():
    assert len(BY_NAME) == len(FORMATS)
    assert all(known.codebook and known.what and known.name.isascii() for known in FORMATS)


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_the_same_holdings_give_the_same_bytes(known):
    assert known.write(holdings()) == known.write(holdings())


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_nothing_can_be_written_too(known):
    assert isinstance(known.write(holdings(())).body, bytes)

"""Many objects at once."""

from __future__ import annotations

import gc
from contextlib import suppress

import pytest

from dragoman.bulk import many_objects


@pytest.mark.parametrize("is_on", [True, False])
@pytest.mark.parametrize("for_good", [True, False])
def test_the_search_for_cycles_rests_and_is_then_as_it_was_also_after_an_error(is_on, for_good):
    before, frozen = gc.isenabled(), gc.get_freeze_count()
    try:
        gc.enable() if is_on else gc.disable()
        with suppress(ZeroDivisionError), many_objects(for_good=for_good):
            assert not gc.isenabled()
            kept = [[] for _ in range(100)]
            raise ZeroDivisionError
        assert gc.isenabled() == is_on
        assert (gc.get_freeze_count() >= frozen + len(kept)) == for_good
    finally:
        gc.unfreeze()
        gc.enable() if before else gc.disable()

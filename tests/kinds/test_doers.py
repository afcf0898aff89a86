from __future__ import annotations

import pytest
from tests.export.made import records
from tests.records import ALAND, BORLAND, KRAL, LUND

from dragoman.kinds.doers import doers_of, is_named
from dragoman.types import Actor

DOERS = {
    "contact": ((LUND, KRAL), ()),
    "statement": ((LUND,), ()),
    "forecast": ((LUND,), ()),
    "proposal": ((ALAND,), ()),
    "response": ((BORLAND,), ()),
    "agreement": ((ALAND, BORLAND), ()),
    "action": ((BORLAND,), (ALAND,)),
    "pledge": ((KRAL,), ()),
    "non_answer": ((KRAL,), ()),
    "demand": ((ALAND,), (BORLAND,)),
}


@pytest.mark.parametrize("record", records(), ids=lambda record: str(record.__struct_config__.tag))
def test_every_kind_says_who_acts_and_towards_whom(record):
    assert doers_of(record) == DOERS[str(record.__struct_config__.tag)]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Zelensky", True),  # however it is spelt
        ("volodymyr zelenskiy", True),
        ("Ukraine", True),  # the side for which he speaks
        ("Zel", False),  # a part of a word is no name
        ("Olena Zelenska", False),
        ("", False),
        ("—", False),
    ],
)
def test_an_actor_goes_by_any_part_of_its_name_and_by_its_side(name, is_one):
    assert (
        is_named(Actor("Volodymyr Zelenskyy", ("the Ukrainian leader",), "Ukraine", "president", "person"), name)
        is is_one
    )

"""The table of kinds."""

from __future__ import annotations

from typing import get_args

from tests.annotate.reading import annotated

from dragoman.kinds import BY_NAME, KINDS, AnyRecord
from dragoman.lexicon import load_lexicon


def test_a_kind_is_named_after_its_module_and_its_records_carry_that_name():
    names = [kind.name for kind in KINDS]
    assert names == [kind.block.__module__.rpartition(".")[2] for kind in KINDS]
    assert sorted(names) == sorted(record.__struct_config__.tag for record in get_args(AnyRecord))
    assert list(BY_NAME) == names


def test_a_kind_finds_its_own_records():
    layers = annotated("Kenya's envoy Ana Torv met Omar Nur, the Somali foreign minister, in Oslo on Tuesday.")
    found = {kind.name: {type(r).__struct_config__.tag for r in kind.find(layers, load_lexicon())} for kind in KINDS}
    assert found["contact"] == {"contact"}
    assert all(tags <= {name} for name, tags in found.items())


def test_there_are_ten_kinds_and_each_says_what_a_stage_may_ask():
    assert len(KINDS) == 10
    for kind in KINDS:
        assert all(callable(ask) for ask in (kind.find, kind.block, kind.same, kind.join, kind.line))

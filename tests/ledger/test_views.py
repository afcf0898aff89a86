"""Every kind has a view, made from its fields."""

from __future__ import annotations

from types import NoneType
from typing import get_args

from msgspec.structs import fields

from dragoman.kinds import KINDS, AnyRecord
from dragoman.ledger.views import view_statements
from dragoman.types import Actor, When


def test_every_kind_has_a_view() -> None:
    assert list(view_statements()) == [kind.name for kind in KINDS]


def test_a_view_has_a_column_for_each_field_and_two_for_a_window() -> None:
    made = view_statements()["forecast"]
    for column in ("speaker", "outcome", "window_start", "window_end", "confidence", "rule"):
        assert f'AS "{column}"' in made


def test_every_field_that_names_actors_or_days_is_told_by_names_or_days() -> None:
    for (tag, made), struct in zip(view_statements().items(), get_args(AnyRecord), strict=True):
        for field in fields(struct):
            told = _bare(field.type)
            found = (
                f"json_extract(records.body, '$.{field.name}.name')" in made,
                f"FROM json_each(records.body, '$.{field.name}'))" in made,
                f'AS "{field.name}_start"' in made,
            )
            assert found == (told is Actor, told == tuple[Actor, ...], told is When), (tag, field)


def _bare(told: object) -> object:
    """What a field holds when it holds anything."""
    parts = get_args(told)
    return next(part for part in parts if part is not NoneType) if NoneType in parts else told

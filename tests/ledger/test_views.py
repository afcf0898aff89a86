"""Every kind has a view, made from its fields."""

from __future__ import annotations

from dragoman.kinds import KINDS
from dragoman.ledger.views import view_statements


def test_every_kind_has_a_view() -> None:
    assert list(view_statements()) == [kind.name for kind in KINDS]


def test_a_view_has_a_column_for_each_field_and_two_for_a_window() -> None:
    made = view_statements()["forecast"]
    for column in ("speaker", "outcome", "window_start", "window_end", "confidence", "rule"):
        assert f'AS "{column}"' in made

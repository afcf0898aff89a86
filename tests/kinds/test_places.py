from __future__ import annotations

import pytest

from dragoman.kinds.places import places_agree


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Munich", "a Munich hotel", True),
        ("Abu Dhabi", "the United Arab Emirates", True),
        ("Riyadh", "Saudi Arabia", True),
        ("Geneva", "Switzerland", True),  # a town that no table knows may lie in any state
        ("Geneva", None, True),
        ("the White House", "Washington", True),
        ("Riyadh", "the Saudi capital", True),
        ("Bamako", "Mali's capital", True),
        ("Bamako", "the Saudi capital", False),
        ("the Kremlin", "Moscow", True),
        ("the White House", "Moscow", False),
        ("the White House", "Geneva", False),
        ("Geneva", "Moscow", False),
        ("Cairo", "Doha", False),
        ("Moscow", "Ukraine", False),
        ("the United States", "the United Arab Emirates", False),
    ],
)
def test_two_places_can_be_one_when_a_state_may_hold_the_town(a: str, b: str | None, expected: bool) -> None:
    assert places_agree(a, b) is expected
    assert places_agree(b, a) is expected

"""What several rules ask of a text is found once, and kept as long as the text is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Asked = ParamSpec("Asked")
Found = TypeVar("Found")

_forgotten: list[Callable[[], None]] = []


def kept(answers: int = 1) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """Keeps the last `answers` of what it decorates until `forget`."""

    def keep(find: Callable[Asked, Found]) -> Callable[Asked, Found]:
        once = lru_cache(maxsize=answers)(find)
        _forgotten.append(once.cache_clear)
        return cast("Callable[Asked, Found]", once)

    return keep


def forget() -> None:
    """Lets go of all that was kept: what a rule last found holds on to the whole text, often for long."""
    for clear in _forgotten:
        clear()

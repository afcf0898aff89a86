"""Things that are counted while they are looked at: of many, few are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


class Counted(Iterator[T]):
    """Things one after the other, and how many these were."""

    def __init__(self, several: Iterable[T]) -> None:
        self._several = iter(several)
        self.count = 0

    def __next__(self) -> T:
        one = next(self._several)
        self.count += 1
        return one

"""A block in parts, so that a new record is merged with those alone that it can belong with.

Two records that are not the same never stand in one group without others that join them. So groups are made within the
parts that "is the same as" connects, and what comes into one part changes no entry of another: merging the parts that
changed gives what merging the whole block gives (tests/merge/test_parts.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.merge.groups import Finder, Placed, grouped, kind_of, order_of, too_far

Part = dict[str, Placed]
"""Records by key."""


class Parts:
    """The records of a block, each in one part. A part may be larger than it has to be: that only costs time."""

    def __init__(self, kept: Mapping[int, Part] | None = None) -> None:
        """`kept`: the parts as they were when the block was merged last, by their numbers."""
        self._finder = Finder()
        self._parts: dict[int, Part] = {number: dict(part) for number, part in (kept or {}).items()}
        self._home = {key: number for number, part in self._parts.items() for key in part}
        self._filed: list[tuple[str, Placed]] = []
        self._next = max(self._parts, default=0) + 1
        several = [(key, one) for part in self._parts.values() for key, one in part.items()]
        self._finder.learn(one for _, one in several)
        for key, one in several:
            self._file(key, one)

    def __len__(self) -> int:
        return len(self._filed)

    def change(self, come: Mapping[str, Placed], gone: Iterable[str]) -> tuple[set[int], dict[int, Part]]:
        """The numbers of the parts that are no more, and the parts in their place, after some records came and went."""
        old: set[int] = set()
        new: dict[int, Part] = {}
        for key in gone:
            number = self._home.pop(key, None)
            if number is not None:
                self._join({}, {number}, old, new)
        several = {key: one for key, one in come.items() if key not in self._home}
        self._finder.learn(several.values())
        for key, one in several.items():
            near = {self._home[other] for other in self._partners(one)}
            self._file(key, one)
            self._join({key: one}, near, old, new)
        return old, new

    def _partners(self, one: Placed) -> list[str]:
        """The keys of the records that one is the same as, and near enough in time to."""
        same = kind_of(one.record).same
        known = (self._filed[n] for n in self._finder.candidates(one))
        there = ((key, other) for key, other in known if key in self._home)
        return [key for key, other in there if same(one.record, other.record) and not too_far(one, other)]

    def _file(self, key: str, one: Placed) -> None:
        self._finder.add(one, len(self._filed))
        self._filed.append((key, one))

    def _join(self, made: Part, numbers: Iterable[int], old: set[int], new: dict[int, Part]) -> None:
        """Makes one part, under a number of its own, of some records and of what is still there of some parts."""
        for number in numbers:
            made.update((key, one) for key, one in self._parts.pop(number).items() if key in self._home)
            if new.pop(number, None) is None:
                old.add(number)
        if made:
            new[self._next] = self._parts[self._next] = made
            self._home.update(dict.fromkeys(made, self._next))
            self._next += 1


def groups_of(part: Part) -> list[list[Placed]]:
    """The groups of a part, each the records of one entry."""
    return grouped(sorted(part.values(), key=order_of))

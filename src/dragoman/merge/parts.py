"""A block in parts, so that a new record is merged with those alone that it can belong with.

Two records that are not the same never stand in one group without others that join them. So groups are made within the
parts that "is the same as" connects, and what comes into one part changes no entry of another: merging the parts that
changed gives what merging the whole block gives (tests/merge/test_parts.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dragoman.merge.groups import Finder, Moment, Placed, grouped, kind_of, moment_of, order_of, too_far

Fetch = Callable[[str], Placed | None]
"""Gives the record of a key; None where there is none any more."""


class Parts:
    """The keys of a block's records, each in one part. A part may be larger than it has to be: that only costs time.

    Of a record it keeps by what it is found, some 500 bytes; the record itself is asked for where it may be the same.
    """

    def __init__(self) -> None:
        self._finder = Finder()
        self._parts: dict[int, set[str]] = {}
        self._home: dict[str, int] = {}
        self._filed: list[tuple[str, Moment]] = []
        self._next = 1

    def __len__(self) -> int:
        return len(self._filed)

    def know(self, part: int, key: str, one: Placed) -> None:
        """Takes a record in with the part that it was in when the block was merged last."""
        self._finder.learn([one])
        self._file(key, one)
        self._parts.setdefault(part, set()).add(key)
        self._home[key] = part
        self._next = max(self._next, part + 1)

    def change(
        self, come: Mapping[str, Placed], gone: Iterable[str], fetch: Fetch
    ) -> tuple[set[int], dict[int, set[str]]]:
        """The numbers of the parts that are no more, and the parts in their place, after some records came and went."""
        old: set[int] = set()
        new: dict[int, set[str]] = {}
        for key in gone:
            number = self._home.pop(key, None)
            if number is not None:
                self._join(set(), {number}, old, new)
        several = {key: one for key, one in come.items() if key not in self._home}
        self._finder.learn(several.values())
        for key, one in several.items():
            near = {self._home[other] for other in self._partners(one, lambda key: come.get(key) or fetch(key))}
            self._file(key, one)
            self._join({key}, near, old, new)
        return old, new

    def _partners(self, one: Placed, fetch: Fetch) -> list[str]:
        """The keys of the records that one is the same as, and near enough in time to."""
        same, moment = kind_of(one.record).same, moment_of(one)
        known = (self._filed[n] for n in self._finder.candidates(one))
        near = (key for key, other in known if key in self._home and not too_far(moment, other))
        return [key for key in near if (other := fetch(key)) and same(one.record, other.record)]

    def _file(self, key: str, one: Placed) -> None:
        self._finder.add(one)
        self._filed.append((key, moment_of(one)))

    def _join(self, made: set[str], numbers: Iterable[int], old: set[int], new: dict[int, set[str]]) -> None:
        """Makes one part, under a number of its own, of some records and of what is still there of some parts."""
        for number in numbers:
            made.update(key for key in self._parts.pop(number) if key in self._home)
            if new.pop(number, None) is None:
                old.add(number)
        if made:
            new[self._next] = self._parts[self._next] = made
            self._home.update(dict.fromkeys(made, self._next))
            self._next += 1


def groups_of(part: Iterable[Placed]) -> list[list[Placed]]:
    """The groups of a part, each the records of one entry."""
    return grouped(sorted(part, key=order_of))

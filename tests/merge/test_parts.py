"""Merging the parts that changed gives what merging the whole block gives."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from dragoman.ledger.chain import canonical_json
from dragoman.merge import entry_of, merge_block, place_of
from dragoman.merge.groups import Placed, canonical, placed
from dragoman.merge.parts import Parts, groups_of
from dragoman.types import Record
from tests.records import contact, on, statement
from tests.test_laws import KNOWN, SEVERAL, by_block


def entries_of(parts: dict[int, set[str]], known: dict[str, Placed]) -> str:
    groups = [group for part in parts.values() for group in groups_of(known[key] for key in part)]
    made = ((place_of(group[0]), entry_of(group, KNOWN)) for group in groups)
    return canonical_json([entry for _, entry in sorted(made, key=lambda one: (one[0], one[1].id))])


def part_of(records: list[Record]) -> dict[str, Placed]:
    bodies = {canonical(record): record for record in records}
    return {body.decode(): placed(record, body, KNOWN.get(record.article)) for body, record in bodies.items()}


@settings(max_examples=80, deadline=None)
@given(SEVERAL, some.lists(some.integers(1, 4), min_size=1, max_size=6), some.randoms())
def test_records_that_come_and_go_leave_what_the_rest_gives_merged_at_once(
    records: list[Record], steps: list[int], chance: Any
) -> None:
    for block in by_block(records).values():
        several = part_of(block)
        parts, held, here = Parts(), dict[int, set[str]](), dict[str, Any]()
        for size in steps:
            come = {key: several[key] for key in chance.sample(sorted(several), min(size, len(several)))}
            gone = set(chance.sample(sorted(here), min(size - 1, len(here)))) - come.keys()
            here = {key: one for key, one in {**here, **come}.items() if key not in gone}
            old, new = parts.change(come, gone, several.get)
            assert old <= held.keys()
            held = {**{number: part for number, part in held.items() if number not in old}, **new}
            assert sorted(key for part in held.values() for key in part) == sorted(here)
            assert entries_of(held, several) == canonical_json(
                merge_block((one.record for one in here.values()), KNOWN)
            )
            if chance.random() < 0.3:
                parts = Parts()  # as another process reads them
                for number, key in ((number, key) for number, part in held.items() for key in part):
                    parts.know(number, key, several[key])


def test_what_nothing_joins_is_another_part() -> None:
    calls = [contact(f"c{n}", on(day)) for n, day in enumerate((3, 3, 20))]
    come = part_of([*calls])
    old, new = Parts().change(come, (), come.get)
    assert old == set()
    assert sorted(len(part) for part in new.values()) == [1, 2]


def test_a_record_that_is_the_same_as_two_parts_makes_one_of_them_and_leaves_the_others() -> None:
    words = (
        "the harbour opens tomorrow morning",
        "twenty ships with grain leave today",
        "nobody asked about prisoners",
    )
    parts, told = Parts(), part_of([statement(f"s{n}", one) for n, one in enumerate(words)])
    _, before = parts.change(told, (), told.get)
    old, new = parts.change(part_of([statement("s3", f"{words[0]}, and {words[1]}")]), (), told.get)
    assert len(before) == 3
    assert (len(old), [len(part) for part in new.values()]) == (2, [3])

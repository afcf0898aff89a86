"""Verdicts that were kept while entries came and went are those of the entries that are there."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some
from tests.records import ALAND, BORLAND, KRAL, LUND, MOSS, article, contact, forecast, march, on, quote, witnesses
from tests.test_laws import by_block

from dragoman.kinds.forecast import Expected
from dragoman.merge import merge_block
from dragoman.resolve import Docket, resolve
from dragoman.types import Actor, Entry, Record, When

DAYS, LATER = some.integers(3, 14), some.integers(8, 28)
ACTORS = some.sampled_from(
    [(LUND, KRAL), (ALAND, BORLAND), (LUND, BORLAND), (LUND, KRAL, MOSS), (LUND, Actor("aides"))]
)
SAID = some.sampled_from(
    [
        "Lund and Kral speak about the harbour and the truce",
        "the harbour and the truce will be spoken of by Lund",
        "Lund and Kral won't speak about the harbour and the truce",
        "a truce at the harbour",
    ]
)
EXPECTED = some.sampled_from([None, Expected("contact", None, ()), Expected("contact", "call", (LUND, KRAL))])
SOON = some.one_of(some.none(), DAYS.map(on), DAYS.map(lambda day: on(day, day + 3)))
ABOUT = [article(f"a{n}", 3 + n) for n in range(10)]
KNOWN = witnesses(*ABOUT)
IDS = some.sampled_from([one.id for one in ABOUT])


def meeting(id: str, status: str, actors: tuple[Actor, ...], day: int, words: str) -> Record:
    return contact(id, on(day), id=f"{id}-{day}", status=status, participants=actors, evidence=quote(words))


def foreseen(id: str, words: str, window: When | None, expects: Expected | None, speaker: Actor | None) -> Record:
    return forecast(id, words, window, expects=expects, speaker=speaker)


STATUS = some.sampled_from(["held", "held", "planned", "planned", "cancelled", "denied"])
RECORDS = some.one_of(
    some.builds(meeting, IDS, STATUS, ACTORS, DAYS, SAID),
    some.builds(foreseen, IDS, SAID, SOON, EXPECTED, some.sampled_from([LUND, KRAL, None])),
)


def entries_of(records: list[Record]) -> dict[str, Entry]:
    blocks = by_block(records)
    return {entry.id: entry for block in sorted(blocks) for entry in merge_block(blocks[block], KNOWN)}


def changed(before: dict[str, Entry], after: dict[str, Entry]) -> tuple[list[Entry], list[Entry]]:
    """What is gone and what has come."""
    gone = [entry for id, entry in before.items() if after.get(id) != entry]
    return gone, [entry for id, entry in after.items() if before.get(id) != entry]


@settings(max_examples=120, deadline=None)
@given(some.lists(RECORDS, min_size=4, max_size=24), some.lists(LATER, min_size=2, max_size=5), some.randoms())
def test_whatever_came_and_went_before_the_verdicts_are_those_of_what_is_there(
    records: list[Record], days: list[int], chance: Any
) -> None:
    here = entries_of(chance.sample(records, len(records) // 2))
    docket = Docket(here.values())
    for day in map(march, days):
        following = entries_of(chance.sample(records, chance.randint(0, len(records))))
        gone, come = changed(here, following)
        if chance.random() < 0.7:
            docket.verdicts(day)  # whoever asked in between makes no difference
        docket.change(gone, come)
        here = following
        assert docket.verdicts(day) == {one.entry: one for one in resolve(here.values(), day)}


def test_what_comes_decides_what_was_foreseen_and_what_goes_leaves_it_open() -> None:
    ahead = contact("a", on(10), status="planned")
    known = witnesses(article("a", 4), article("b", 11))
    (planned,) = merge_block([ahead], known)
    (held,) = merge_block([contact("b", on(10), mode="call", duration="PT1H")], known)
    (foreseen,) = merge_block([forecast("a", "a truce", on(12, 14))], known)
    docket = Docket([planned, foreseen])
    assert docket.verdicts(march(11))[planned.id].outcome == "overdue"
    docket.change([], [held])
    assert docket.verdicts(march(11))[planned.id].decided_by == held.id
    docket.change([held], [])
    assert docket.verdicts(march(11))[planned.id].outcome == "overdue"
    docket.change([planned], [])
    assert list(docket.verdicts(march(20))) == [foreseen.id]

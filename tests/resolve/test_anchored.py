"""What is foreseen so long after an event has the days that the ledger gives that event."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from msgspec.structs import replace
from tests.records import ALAND, BORLAND, KRAL, LUND, action, agreement, article, contact, forecast, march, on

from dragoman.merge import block_of, merge_block, witness
from dragoman.resolve import resolve
from dragoman.types import Entry, Record

WITHIN = "Aland will free the sailors within two weeks of the summit"
AFTER_TRUCE = "They will free the sailors ten days after the truce"
PLANNED = contact("f", mode="summit", participants=(ALAND, BORLAND), status="planned")
HELD = contact("g", on(5), mode="summit", participants=(ALAND, BORLAND))


def entries(*told: tuple[int, Record]) -> tuple[Entry, ...]:
    """The entries of records that became known on days of March."""
    known = {a.id: witness(a) for a in (article(record.article, day) for day, record in told)}
    blocks: dict[str, list[Record]] = {}
    for _, record in told:
        blocks.setdefault(block_of(record), []).append(record)
    return tuple(entry for block in sorted(blocks) for entry in merge_block(blocks[block], known))


def due(*told: tuple[int, Record]) -> date | None:
    """The day on which what is foreseen is due."""
    (found,) = [verdict for verdict in resolve(entries(*told), march(6)) if verdict.entry.startswith("forecast")]
    return found.due


@pytest.mark.parametrize(
    ("words", "told", "expected"),
    [
        (WITHIN, [(2, PLANNED), (6, HELD)], march(19)),  # the day comes from another article
        ("They will sign the day after the summit", [(2, PLANNED), (6, HELD)], march(6)),
        ("They will sign on the second day of the summit", [(2, PLANNED), (6, HELD)], march(6)),
        (AFTER_TRUCE, [(2, action("f", "a truce began", on(1), type="RETREAT"))], march(11)),
        ("They will free the sailors ten days after the deal", [(2, agreement("f", "to trade", on(1)))], march(11)),
        (WITHIN, [(2, PLANNED), (6, replace(HELD, when=on(4, 6)))], None),  # several days
        (WITHIN, [(2, PLANNED)], None),  # no article gives the summit's day
        (WITHIN, [(2, replace(HELD, article="f"))], march(19)),  # or from this one
        (WITHIN, [(6, HELD)], None),  # the article of the forecast tells of no summit
        (WITHIN, [(2, contact("f", on(5), participants=(LUND, KRAL)))], None),  # a call is no summit
        (WITHIN, [(2, contact("f", on(5), mode="summit", participants=(ALAND, BORLAND), status="cancelled"))], None),
        (WITHIN, [(2, contact("f", on(4, 6), mode="summit", participants=(ALAND, BORLAND)))], None),  # several days
        (AFTER_TRUCE, [(2, action("f", "they withdrew", on(1), type="RETREAT"))], None),  # a retreat is no truce
        ("They will free the sailors ten days after the summit collapsed", [(2, PLANNED), (6, HELD)], None),
        ("Aland will free the sailors after the summit", [(2, PLANNED), (6, HELD)], None),  # no last day is said
    ],
)  # fmt: skip
def test_what_is_foreseen_after_an_event_is_due_by_the_day_that_the_ledger_has(words, told, expected):
    assert due((2, forecast("f", words)), *told) == expected


def test_days_of_its_own_stand_before_those_of_an_event():
    assert due((2, forecast("f", WITHIN, on(9))), (2, PLANNED), (6, HELD)) == march(9)


@pytest.mark.parametrize("when", [on(1), None])
def test_two_summits_of_one_article_leave_it_open_which_is_meant(when):
    other = contact("f", when, id="f-d", mode="summit", participants=(KRAL, LUND), place="Oslo")
    assert due((2, forecast("f", WITHIN)), (2, replace(HELD, article="f")), (2, other)) is None


def test_the_order_of_arrival_says_nothing():
    told = [(2, forecast("f", WITHIN)), (2, PLANNED), (6, HELD)]
    assert {due(*order) for order in permutations(told)} == {march(19)}

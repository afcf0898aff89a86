"""The state of a process is a set, and each state has what shows it."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.brief.process import process_states
from dragoman.brief.standpoints import process_section
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.types import Record, Term
from tests.brief.test_offers import FIRST, demand, scene
from tests.records import ALAND, BORLAND, action, agreement, contact, march, on, quote, truce

FIGHT = (2, action("x", "Aland struck a harbour of Borland", on(2)))
CALL = (4, contact("c", on(4)))
STALL = Response(id="s", article="s", evidence=quote("Later."), by=(BORLAND,), stance="stall", about="the truce")
LAND = Proposal(
    id="l", article="l", evidence=quote("An offer."), by=(ALAND,), to=(BORLAND,), terms=(Term("territory", "a border"),)
)


@pytest.mark.parametrize(
    ("told", "states"),
    [
        ([CALL], {"contact"}),
        ([FIRST, FIGHT, (4, demand("e", "the coast", BORLAND))], {"no_contact", "ceasefire_talks"}),
        ([CALL, (20, contact("d", on(29, 30), status="planned"))], {"contact", "talks_about_talks"}),
        ([CALL, FIRST], {"contact", "ceasefire_talks"}),
        ([CALL, (5, LAND)], {"contact", "substantive_talks"}),
        ([CALL, (5, agreement("a", "the harbour opens"))], {"contact", "text_agreed"}),
        (
            [CALL, FIGHT, (5, agreement("a", "a truce", on(5), terms=(truce("P60D"),)))],
            {"contact", "text_agreed", "ceasefire_in_effect"},
        ),
        ([CALL, FIGHT, (5, agreement("a", "a truce", on(5), terms=(truce("P10D"),)))], {"contact", "text_agreed"}),
        ([CALL, (5, agreement("a", "a truce", status="broken"))], {"contact", "collapsed"}),
        ([CALL, (5, STALL)], {"contact", "stalled"}),
        ([CALL, (9, contact("d", on(10), status="cancelled"))], {"contact", "suspended"}),
    ],
)
def test_the_states_that_hold_follow_from_the_entries(told: list[tuple[int, Record]], states: set[str]) -> None:
    assert {one.state for one in process_states(scene(*told))} == states


def test_every_state_but_no_contact_names_the_entries_that_show_it() -> None:
    told = scene(CALL, FIRST)
    states = {one.state: one for one in process_states(told)}
    assert [entry.partition("-")[0] for entry in states["contact"].entries] == ["contact"]
    assert (states["contact"].since, states["ceasefire_talks"].since) == (march(4), march(3))
    (first, _) = process_section(process_states(told), 2031).lines
    assert (first.label, first.text) == ("contact", f"since Tue 4 Mar: {states['contact'].entries[0]}")


def test_what_was_long_ago_shows_nothing() -> None:
    old = contact("c", on(4).__class__("then", date(2030, 11, 4), date(2030, 11, 4)))
    assert {one.state for one in process_states(scene((4, old), FIGHT))} == {"no_contact"}

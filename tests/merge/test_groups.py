"""Which records of one thing come together, kind by kind."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from msgspec.structs import replace

from dragoman.kinds.forecast import Expected
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.merge.groups import block_of, canonical, grouped, in_order, kind_of
from dragoman.types import Actor, Record, When
from tests.records import (
    ALAND,
    BORLAND,
    KRAL,
    LUND,
    MOSS,
    action,
    agreement,
    article,
    contact,
    forecast,
    march,
    on,
    quote,
    statement,
    truce,
    witnesses,
)
from tests.test_resolve import pledge

SOON = When("soon", march(4), march(31), approx=True, vagueness=4)
NOW = When("current", march(4), march(4), approx=True, vagueness=4, rule="ref.current")
KNOWN = witnesses(article("a", 4), article("b", 4), article("c", 6), article("late", 20))
COMMITTEE = Actor("Borland High Committee", (), "Borland opposition", None, "organisation")
DELEGATES = Actor("opposition delegates", (), "Borland opposition", None, "group")
CORLAND = Actor("Corland", (), "Corland", None, "state")
ZELENSKY = Actor("Volodymyr Zelensky", (), "Ukraine", None, "person")
ZELENSKYY = Actor("Zelenskyy", (), "Ukraine", None, "person")


def proposal(article_id: str, duration: str | None, day: int | None = None) -> Proposal:
    return Proposal(
        id=f"{article_id}-p", article=article_id, evidence=quote("a truce"), by=(ALAND,), terms=(truce(duration),),
        when=on(day) if day else None,
    )  # fmt: skip


def response(article_id: str, stance: str, about: str = "the truce offer of Friday", day: int = 5) -> Response:
    return Response(
        id=f"{article_id}-r", article=article_id, evidence=quote(about), by=(BORLAND,), stance=stance, about=about,
        when=on(day),
    )  # type: ignore[arg-type]  # fmt: skip


ONE = {
    "the same call under other names": (
        contact("a", on(4)),
        contact("b", on(4), participants=(Actor("Lund", (), "Aland", None, "person"), KRAL)),
    ),
    "a call expected this week and held on Tuesday": (
        contact("a", on(3, 9), status="expected"),
        contact("b", on(4)),
    ),
    "a meeting and talks, which say nothing of the medium": (
        contact("a", on(4), mode="meeting"),
        contact("b", on(4), mode="talks"),
    ),
    "states and the persons who met for them": (
        contact("a", on(4), participants=(ALAND, BORLAND)),
        contact("b", on(4)),
    ),
    "talks with the host that only one paper names": (
        contact("a", on(4), mode="talks", participants=(ALAND, BORLAND), place="Geneva"),
        contact("b", on(4), mode="talks", participants=(ALAND, BORLAND, Actor("Qatar", (), "Qatar", None, "state"))),
    ),
    "a call of a president whose side one paper leaves out": (
        contact("a", on(4), participants=(Actor("Dora Vane", (), "United States", None, "person"), KRAL)),
        contact("b", on(4), participants=(Actor("Dora B. Vane", (), None, None, "person"), KRAL)),
    ),
    "the first and the second day of a round of talks": (
        contact("a", on(4), mode="talks", participants=(ALAND, BORLAND), place="Geneva"),
        contact("b", on(5), mode="talks", participants=(BORLAND, ALAND), place="Switzerland"),
    ),
    "days of one round of talks of a state and its own opposition": (
        contact("a", on(4), mode="talks", participants=(BORLAND, COMMITTEE), place="Geneva"),
        contact("b", on(8), mode="talks", participants=(BORLAND, DELEGATES)),
    ),
    "the first day of talks in a place and the second day of them nowhere": (
        contact("a", on(4), mode="talks", participants=(ALAND, BORLAND), place="Geneva"),
        contact("b", on(5), mode="talks", participants=(BORLAND, ALAND)),
    ),
    "talks of a state and its opposition's committee, and of its delegates, on no day": (
        contact("a", None, mode="talks", participants=(ALAND, COMMITTEE), place="Geneva"),
        contact("b", on(4), mode="talks", participants=(ALAND, DELEGATES)),
    ),
    "talks in a place on a day that one paper doesn't give": (
        contact("a", on(4), mode="talks", participants=(ALAND, BORLAND, CORLAND), place="Geneva"),
        contact("b", None, mode="talks", participants=(ALAND, BORLAND), place="Geneva"),
    ),
    "a contact of one day told from two places": (
        contact("a", on(4), place="Geneva", mode="meeting"),
        contact("b", on(4), place="Vienna", mode="meeting"),
    ),
    "a quotation and its cut form": (
        statement("a", "We will discuss territory, power plants and the release of prisoners on Tuesday"),
        statement("b", "discuss territory, power plants and the release of prisoners"),
    ),
    "a quotation under two spellings of a name": (
        statement("a", "Nothing about our country without our country", ZELENSKY),
        statement("b", "Nothing about our country without our country", ZELENSKYY),
    ),
    "a forecast and the narrator's lead": (
        forecast("a", "the leaders will speak again before Sunday evening", on(3, 9)),
        forecast("b", "leaders will speak again before Sunday", on(3, 9), speaker=LUND),
    ),
    "forecasts of one expected event in other words": (
        forecast("a", "they talk soon", on(3, 9), expects=Expected("contact", "call", (LUND, KRAL))),
        forecast("b", "there ought to be a phone call", on(5, 9), expects=Expected("contact", None, (KRAL, LUND))),
    ),
    "one length of a truce": (proposal("a", "P30D"), proposal("b", "P1M")),
    "two lengths of a truce on one day": (proposal("a", "P30D", 4), proposal("b", "P60D", 4)),
    "one day's accepts and accepts if": (response("a", "accept"), response("b", "accept_conditionally")),
    "an agreement near and reached": (
        agreement("a", "a halt of strikes on power stations", on(3, 9), status="near"),
        agreement("b", "a halt of all strikes on power stations", on(7)),
    ),
    "one attack in two papers": (
        action("a", "Aland's drones struck the port at night", on(4)),
        action("b", "Aland hit the harbour with drones", on(4)),
    ),
    "one attack on a state and, in another paper, on its farmers": (
        action("a", "Aland's drones struck the port at night", on(4)),
        action("b", "drones from Aland killed two farmers", on(4), target=(Actor("farmers", (), None, None, "group"),)),
    ),
}
TWO = {
    "calls of two days": (contact("a", on(4)), contact("b", on(5))),
    "talks in one place of two days that don't adjoin": (
        contact("a", on(4), mode="talks", participants=(ALAND, BORLAND), place="Geneva"),
        contact("b", on(6), mode="talks", participants=(ALAND, BORLAND), place="Geneva"),
    ),
    "rounds of talks of a state and its own opposition": (
        contact("a", on(4), mode="talks", participants=(BORLAND, COMMITTEE), place="Geneva"),
        contact("b", on(9), mode="talks", participants=(BORLAND, DELEGATES), place="Geneva"),
    ),
    "meetings of two persons on two days, of which one has a place": (
        contact("a", on(4), mode="meeting", place="Geneva"),
        contact("b", on(5), mode="meeting"),
    ),
    "talks of two nowhere and talks of these and another state somewhere": (
        contact("a", on(4), mode="talks", participants=(ALAND, BORLAND)),
        contact("b", on(4), mode="talks", participants=(ALAND, BORLAND, CORLAND), place="Geneva"),
    ),
    "what is to come soon and what was planned for the day on which that is said": (
        contact("a", on(4), mode="talks", participants=(ALAND, BORLAND), status="planned"),
        contact("b", SOON, mode="talks", participants=(ALAND, BORLAND), status="planned"),
    ),
    "a call of two and a call of three": (
        contact("a", on(4)),
        contact("b", on(4), participants=(LUND, KRAL, Actor("Dora Vane", (), "Corland", None, "person"))),
    ),
    "meetings of one minister with two others": (
        contact("a", on(4), mode="meeting", participants=(LUND, KRAL), place="Geneva"),
        contact("b", on(4), mode="meeting", participants=(LUND, CORLAND), place="Geneva"),
    ),
    "a call and a meeting of one day": (contact("a", on(4)), contact("b", on(4), mode="meeting")),
    "calls of other persons of the same sides": (contact("a", on(4)), contact("b", on(4), participants=(LUND, MOSS))),
    "a call of a known and of an unknown day between other persons": (
        contact("a", on(4), participants=(ALAND, BORLAND)),
        contact("b", None),
    ),
    "a contact that is hoped for on no day and one that was held": (
        contact("a", None, status="proposed"),
        contact("b", on(4)),
    ),
    "what two persons say in the same words": (
        statement("a", "There will be no truce without guarantees"),
        statement("b", "There will be no truce without guarantees", MOSS),
    ),
    "no comment and another no comment of other words": (statement("a", "No comment"), statement("b", "No remarks")),
    "the same words on two days": (
        statement("a", "There will be no truce without guarantees", when=on(4)),
        statement("b", "There will be no truce without guarantees", when=on(6)),
    ),
    "what two persons forecast": (
        forecast("a", "a truce will be signed within weeks", on(3, 30)),
        forecast("b", "a truce will be signed within weeks", on(3, 30), speaker=MOSS),
    ),
    "two lengths of a truce": (proposal("a", "P30D"), proposal("b", "P60D")),
    "yes and no": (response("a", "accept"), response("b", "reject")),
    "the talks that are going on and the next meeting": (
        contact("a", NOW, mode="talks", participants=(ALAND, BORLAND), status="ongoing"),
        contact("b", on(2, 20), mode="meeting", participants=(ALAND, BORLAND), status="planned"),
    ),
    "attacks of one day on two states": (
        action("a", "Aland's drones struck the port at night", on(4)),
        action("b", "Aland's drones struck the port at night", on(4), target=(CORLAND,)),
    ),
    "attacks of two days": (action("a", "drones struck the port", on(4)), action("b", "drones struck the port", on(5))),
}


def test_a_report_without_a_day_joins_what_took_place_though_it_was_foreseen_too() -> None:
    talks = {"mode": "talks", "participants": (ALAND, BORLAND), "place": "Geneva"}
    records = [
        contact("a", on(4), **talks),
        contact("b", on(5), status="planned", **talks),
        contact("c", None, **talks),
    ]
    assert [len(group) for group in grouped(in_order(records, KNOWN))] == [3]


def test_a_report_without_a_day_is_not_of_what_took_place_weeks_before() -> None:
    talks = {"mode": "talks", "participants": (ALAND, BORLAND), "place": "Geneva"}
    records = [contact("a", on(4), **talks), contact("late", None, **talks)]
    assert [len(group) for group in grouped(in_order(records, KNOWN))] == [1, 1]


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_records_of_one_thing_are_the_same_whichever_comes_first(pair: tuple[Record, Record]) -> None:
    a, b = pair
    assert block_of(a) == block_of(b)
    assert kind_of(a).same(a, b) is True
    assert kind_of(a).same(b, a) is True


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_records_of_two_things_stay_apart_whichever_comes_first(pair: tuple[Record, Record]) -> None:
    a, b = pair
    assert block_of(a) != block_of(b) or not kind_of(a).same(a, b)
    assert block_of(a) != block_of(b) or not kind_of(a).same(b, a)


def test_same_records_share_a_handle_or_one_has_none() -> None:
    for a, b in itertools.chain(ONE.values(), TWO.values()):
        if block_of(a) == block_of(b) and kind_of(a).same(a, b):
            one, other = (kind_of(record).handles(record, march(5)) for record in (a, b))
            assert one.words & other.kept_under or not one.words or not other.words, (a, b)


def test_a_week_never_glues_two_days_together() -> None:
    records = [contact("a", on(4)), contact("b", on(6)), contact("c", on(3, 9), status="expected")]
    articles = witnesses(article("a", 5), article("b", 7), article("c", 2))
    groups = grouped(in_order(records, articles))
    assert [[p.record.article for p in group] for group in groups] == [["c", "a"], ["b"]]


def test_an_undated_mention_joins_the_contact_reported_nearest_in_time() -> None:
    records = [contact("a", on(4)), contact("b", on(18)), contact("c", None)]
    articles = witnesses(article("a", 5), article("b", 18), article("c", 20))
    groups = grouped(in_order(records, articles))
    assert [[p.record.article for p in group] for group in groups] == [["a"], ["b", "c"]]


def test_a_record_given_twice_counts_once() -> None:
    placed = in_order([contact("a", on(4)), contact("a", on(4))], witnesses(article("a")))
    assert [p.body for p in placed] == [canonical(contact("a", on(4)))]


def test_promises_of_two_occasions_make_two_groups_whichever_comes_first() -> None:
    """What is told of a promise within weeks is of one, much the same words of months later are of another."""
    words = "Aland will use its drones and boats to monitor the shelling during the"
    papers = [replace(article(id, 4), published=day) for id, day in PAPERS.items()]
    known = witnesses(*papers)
    told = [pledge(id, f"{words} {truce}", None) for id, truce in TOLD.items()]
    for several in itertools.permutations(told):
        groups = grouped(in_order(several, known))
        assert sorted(sorted(one.record.article for one in group) for group in groups) == [["a", "b"], ["later"]]


PAPERS = {"a": march(4), "b": march(9), "later": date(2031, 9, 1)}
TOLD = {"a": "ceasefire", "b": "whole ceasefire", "later": "truce of September"}

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from tests.records import KRAL, LUND, agreement, contact, forecast, march, on, quote
from tests.test_resolve import entries, pledge

from dragoman.kinds.forecast import Expected
from dragoman.resolve import resolve
from dragoman.resolve.docket import Docket
from dragoman.resolve.planned import is_plan, is_told_ahead, plan_of
from dragoman.types import Actor, Entry, Record, When

MEETING = Expected("contact", "meeting", (LUND, KRAL))
CORLAND = Actor("Corland", (), "Corland", None, "state")
GO_ON = "The talks of the two presidents are to go on"
ATTEND = "Kral will attend the talks with Lund and all others who have anything to say of the lake"
WILL_MEET = "Lund will meet Kral on Friday to talk about the lake"


def of_kind(known: tuple[Entry, ...], kind: str) -> Entry:
    return next(entry for entry in known if entry.kind == kind)


@dataclass(frozen=True)
class Case:
    name: str
    foreseen: Record
    is_planned: bool
    when: When | None = field(default_factory=lambda: on(7))
    words: str = WILL_MEET
    at: int = 0


SAME = [
    Case("who is expected", forecast("a", WILL_MEET, on(7), expects=MEETING), True),
    Case("a forecast of no day", forecast("a", WILL_MEET, expects=MEETING), True),
    Case("a promise", pledge("a", WILL_MEET, on(7), expects=MEETING), True),
    Case("one of who is expected", forecast("a", WILL_MEET, expects=Expected("contact", None, (LUND, CORLAND))), True),
    Case("nobody named", forecast("a", WILL_MEET, expects=Expected("contact", "meeting")), True),
    Case("no event named, most of the words", forecast("a", WILL_MEET), True, words="Lund will meet Kral on Friday"),
    Case("others", forecast("a", WILL_MEET, expects=Expected("contact", None, (CORLAND,))), False),
    Case("another day", forecast("a", WILL_MEET, on(20), expects=MEETING), False),
    Case("a day where the contact has none", forecast("a", WILL_MEET, on(7), expects=MEETING), False, when=None),
    Case("an agreement expected", forecast("a", WILL_MEET, expects=Expected("agreement")), False),
    Case("a promise of no event", pledge("a", WILL_MEET, on(7)), False),
    Case("other words", forecast("a", WILL_MEET, expects=MEETING), False, at=400),
    Case("another article", forecast("b", WILL_MEET, expects=MEETING), False),
    Case("what it begins with, of its day", forecast("a", GO_ON, on(7)), True, words="The talks"),
    Case("what it tells first", forecast("a", ATTEND), True, words="Kral will attend the talks"),
    Case("what it begins with, of no day", forecast("a", "The talks may well collapse"), False, words="The talks"),
    Case("what it begins with, of more days", forecast("a", GO_ON, on(3, 30)), False, words="The talks"),
    Case("not to be", forecast("a", "Kral will not come to the meeting of Friday"), False, words="Kral will not come"),
    Case("only said of a contact", forecast("a", "the lake will be high on the agenda"), False, words="agenda", at=29),
]


@pytest.mark.parametrize("case", SAME, ids=lambda case: case.name)
def test_a_plan_on_the_same_words_is_what_is_foreseen(case):
    plan = contact("a", case.when, mode="meeting", status="planned", evidence=quote(case.words, case.at))
    known = entries((2, plan), (2, case.foreseen))
    planned, foreseen = of_kind(known, "contact"), next(entry for entry in known if entry.kind != "contact")
    found = plan_of(foreseen, {"a": {planned.id: planned}})
    assert (found == planned) == case.is_planned
    assert found in (planned, None)


def test_of_several_plans_that_with_most_of_who_is_expected_is_meant():
    both = contact("a", on(7), mode="meeting", status="planned", evidence=quote(WILL_MEET, 10))
    other = contact("a", on(7), id="a-d", status="planned", participants=(LUND, CORLAND), evidence=quote(WILL_MEET))
    known = entries((2, both), (2, other), (2, forecast("a", WILL_MEET, expects=MEETING)))
    plans = {entry.id: entry for entry in known if is_plan(entry)}
    assert len(plans) == 2
    found = plan_of(of_kind(known, "forecast"), {"a": plans})
    assert found
    assert found.record.participants == both.participants


@pytest.mark.parametrize(
    ("record", "can_be"),
    [
        (forecast("a", WILL_MEET), True),
        (forecast("a", WILL_MEET, expects=MEETING), True),
        (forecast("a", WILL_MEET, expects=Expected("agreement")), False),
        (pledge("a", WILL_MEET, None), False),
        (pledge("a", WILL_MEET, None, expects=MEETING), True),
        (contact("a", on(7)), False),
    ],
)
def test_only_what_may_be_a_contact_can_be_told_by_a_plan(record, can_be):
    assert is_told_ahead(record) == can_be


@pytest.mark.parametrize(
    ("name", "later", "day", "outcome"),
    [
        ("nothing told", (), 9, "overdue"),
        ("another meeting too late", ((30, contact("d", on(29), mode="meeting")),), 30, "overdue"),
        ("that meeting", ((8, contact("d", on(7), mode="meeting")),), 9, "came_true"),
        ("called off", ((6, contact("d", on(7), mode="meeting", status="cancelled")),), 9, "withdrawn"),
        ("another thing", ((8, agreement("d", "a treaty on the lake", on(7))),), 9, "overdue"),
    ],
)
@pytest.mark.parametrize("told", [forecast, pledge])
def test_a_contact_and_what_is_foreseen_in_its_words_have_one_verdict(name, later, day, outcome, told):
    plan = contact("a", on(7), mode="meeting", status="planned", evidence=quote(WILL_MEET))
    own = told("a", WILL_MEET, None, expects=MEETING)
    known = entries((2, plan), (2, own), *later)
    made = {verdict.entry.partition("-")[0]: verdict for verdict in resolve(known, march(day))}
    assert made["contact"].outcome == made[told.__name__].outcome == outcome
    assert made["contact"].decided_by == made[told.__name__].decided_by


def test_a_verdict_follows_its_plan_while_entries_come_and_go():
    plan = contact("a", on(7), mode="meeting", status="planned", evidence=quote(WILL_MEET))
    own = forecast("a", WILL_MEET, expects=MEETING)
    before = entries((2, plan), (2, own))
    after = entries((2, plan), (2, own), (8, contact("d", on(7), mode="meeting")))
    docket, day = Docket(before), march(9)
    docket.verdicts(day)
    docket.change(set(before) - set(after), set(after) - set(before))
    assert docket.verdicts(day) == Docket(after).verdicts(day)
    assert {one.outcome for one in docket.verdicts(day).values()} == {"came_true"}

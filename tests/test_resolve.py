"""What became of what was foreseen: one row a case, as known on the day in the row."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.kinds.forecast import Expected
from dragoman.kinds.pledge import Pledge
from dragoman.merge import block_of, merge_block, witness
from dragoman.resolve import RULES, resolve
from dragoman.types import Actor, Article, Entry, Record, Verdict, When
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
)

CALL = Expected("contact", "call", (LUND, KRAL))
THIS_WEEK = on(3, 9)
TRUCE = Expected("action", "RETREAT", (ALAND,))
AT_MIDNIGHT = When("midnight on Tuesday", march(4), march(4))
CORLAND = Actor("Corland", (), "Corland", None, "state")
WITHIN = When("within a week", march(2), march(9), role="within")
SOON = When("soon", march(4), march(31), approx=True, vagueness=4)
COMING_WEEKS = When("in the coming weeks", march(2), date(2031, 4, 13), approx=True, vagueness=3)


def pledge(article_id: str, content: str, deadline: When | None, **fields: object) -> Pledge:
    fields = {"by": ALAND, **fields}
    return Pledge(
        id=f"{article_id}-p",
        article=article_id,
        evidence=quote(content),
        content=content,
        deadline=deadline,
        **fields,  # type: ignore[arg-type]
    )


def entries(*told: tuple[int, Record]) -> tuple[Entry, ...]:
    """The entries of records that became known on days of March, each in an article of its own."""
    articles: list[Article] = [article(record.article, day) for day, record in told]
    known = {a.id: witness(a) for a in articles}
    blocks: dict[str, list[Record]] = {}
    for _, record in told:
        blocks.setdefault(block_of(record), []).append(record)
    return tuple(entry for block in sorted(blocks) for entry in merge_block(blocks[block], known))


def only(verdicts: tuple[Verdict, ...], kind: str) -> Verdict:
    (found,) = [verdict for verdict in verdicts if verdict.entry.startswith(kind)]
    return found


WILL_CALL = (2, forecast("f", "the two presidents will speak this week", THIS_WEEK, expects=CALL))
SIGNED = "Aland will sign the grain treaty with Borland"
CASES = {
    "a forecast before its last week is open": (
        [(2, forecast("f", "the two presidents will speak", on(10, 30), expects=CALL))],
        4,
        "open",
        "window.open",
    ),
    "a forecast in its last week is due": ([WILL_CALL], 4, "due", "window.near"),
    "a forecast whose window has passed with nothing found is overdue, never failed": (
        [WILL_CALL],
        10,
        "overdue",
        "window.past",
    ),
    "a forecast without days stays open": (
        [(2, forecast("f", "the two presidents will speak", expects=CALL))],
        30,
        "open",
        "window.none",
    ),
    "a contact of no day lapses where none can be the one any more, and is never overdue": (
        [(2, forecast("f", "the two presidents will speak", expects=CALL))],
        93,
        "lapsed",
        "window.lapsed",
    ),
    "what was only said to be possible lapses with its days": (
        [(2, forecast("f", "the two presidents may speak this week", THIS_WEEK, expects=CALL, confidence="possible"))],
        10,
        "lapsed",
        "window.unsure",
    ),
    "what can be had within some days is overdue after them": (
        [(2, forecast("f", "a truce can be had within a week", WITHIN, confidence="possible"))],
        20,
        "overdue",
        "window.past",
    ),
    "what was said to be doubtful lapses with its days": (
        [(2, forecast("f", "the truce will hold this week", THIS_WEEK, confidence="doubtful"))],
        10,
        "lapsed",
        "window.unsure",
    ),
    "a hope for the coming weeks lapses with them": (
        [(2, forecast("f", "the two presidents will speak soon", SOON, expects=CALL, confidence="hopeful"))],
        75,
        "lapsed",
        "window.unsure",
    ),
    "a hope that names days is overdue after them": (
        [(2, forecast("f", "the two presidents will speak this week", THIS_WEEK, expects=CALL, confidence="hopeful"))],
        10,
        "overdue",
        "window.past",
    ),
    "what was only possible comes true like all else": (
        [
            (2, forecast("f", "the two may speak this week", THIS_WEEK, expects=CALL, confidence="possible")),
            (5, contact("c", on(4))),
        ],
        9,
        "came_true",
        "done.in_time",
    ),
    "what is no contact stays open without a day": (
        [(2, forecast("f", SIGNED))],
        93,
        "open",
        "window.none",
    ),
    "a call inside the window makes it come true": (
        [WILL_CALL, (5, contact("c", on(4)))],
        9,
        "came_true",
        "done.in_time",
    ),
    "what is to go on on a day is done by the round that lasts into it": (
        [
            (4, contact("p", on(5), mode="talks", status="planned", participants=(ALAND, BORLAND))),
            (4, contact("t", on(4), mode="talks", place="Geneva", participants=(ALAND, BORLAND, CORLAND))),
            (5, contact("u", on(5), mode="talks", place="Geneva", participants=(ALAND, BORLAND, CORLAND))),
        ],
        9,
        "came_true",
        "done.in_time",
    ),
    "a truce that begins is what a forecast of it expects": (
        [
            (2, forecast("f", "the truce will begin on Tuesday", on(4), expects=TRUCE)),
            (5, action("t", "a ceasefire took effect", on(4), type="RETREAT")),
        ],
        9,
        "came_true",
        "done.in_time",
    ),
    "a retreat is no truce": (
        [
            (2, forecast("f", "the truce will begin on Tuesday", on(4), expects=TRUCE)),
            (5, action("t", "Aland withdrew its troops", on(4), type="RETREAT")),
        ],
        9,
        "overdue",
        "window.past",
    ),
    "what begins at midnight may begin on the next day": (
        [
            (2, forecast("f", "the truce will begin at midnight", AT_MIDNIGHT, expects=TRUCE)),
            (5, action("t", "a ceasefire took effect", on(5), type="RETREAT")),
        ],
        9,
        "came_true",
        "done.in_time",
    ),
    "talks of two states after the last day are not the visit that a person was to pay": (
        [
            (2, contact("v", THIS_WEEK, mode="visit", status="planned", place="Geneva", participants=(LUND, BORLAND))),
            (14, contact("t", on(13), mode="talks", participants=(ALAND, BORLAND))),
        ],
        20,
        "overdue",
        "window.past",
    ),
    "a call after the window makes it late": ([WILL_CALL, (13, contact("c", on(12)))], 14, "late", "done.late"),
    "a call that is known only later does not count yet": (
        [WILL_CALL, (13, contact("c", on(12)))],
        11,
        "overdue",
        "window.past",
    ),
    "a call of before the forecast does not count": ([WILL_CALL, (2, contact("c", on(1)))], 9, "due", "window.near"),
    "a call of an unknown day does not count": ([WILL_CALL, (5, contact("c", None))], 9, "due", "window.near"),
    "a call that was only expected does not count": (
        [WILL_CALL, (5, contact("c", on(4), status="expected"))],
        9,
        "due",
        "window.near",
    ),
    "a call of other persons does not count": (
        [WILL_CALL, (5, contact("c", on(4), participants=(LUND, MOSS)))],
        9,
        "due",
        "window.near",
    ),
    "a meeting instead of the call is a part of it": (
        [WILL_CALL, (5, contact("c", on(4), mode="meeting"))],
        9,
        "partly",
        "done.partly",
    ),
    "a call that was called off ends it": (
        [WILL_CALL, (6, contact("c", on(7), status="cancelled"))],
        9,
        "failed",
        "ended",
    ),
    "a speaker who names other days has overtaken it": (
        [WILL_CALL, (6, forecast("g", "the two presidents will speak next week", on(10, 16), speaker=LUND))],
        7,
        "overtaken",
        "moved",
    ),
    "weeks to come are soft: past their end they stay open for a while": (
        [(2, forecast("f", "the two presidents will speak", COMING_WEEKS, expects=CALL))],
        44,
        "open",
        "window.open",
    ),
    "weeks to come are overdue when that while is over too": (
        [(2, forecast("f", "the two presidents will speak", COMING_WEEKS, expects=CALL))],
        75,
        "overdue",
        "window.past",
    ),
    "a call of before the window does not count, though it was told of after the forecast": (
        [(2, forecast("f", "they will speak", on(10, 16), expects=CALL)), (5, contact("c", on(4)))],
        9,
        "due",
        "window.near",
    ),
    "a call of some day in a month does not count": (
        [WILL_CALL, (5, contact("c", on(3, 30)))],
        9,
        "due",
        "window.near",
    ),
    "where nobody is named in what is expected, the names in its words find it": (
        [
            (2, forecast("f", "Lund and Kral will speak by phone", THIS_WEEK, expects=Expected("contact", "call"))),
            (5, contact("c", on(4))),
        ],
        9,
        "came_true",
        "done.in_time",
    ),
    "one name of the two does not": (
        [
            (2, forecast("f", "Lund will speak by phone", THIS_WEEK, expects=Expected("contact", "call"))),
            (5, contact("c", on(4))),
        ],
        9,
        "due",
        "window.near",
    ),
    "a message is no talks": (
        [
            (2, forecast("f", "Lund and Kral will talk", THIS_WEEK, expects=Expected("contact", None, (LUND, KRAL)))),
            (5, contact("c", on(4), mode="message")),
        ],
        9,
        "partly",
        "done.partly",
    ),
    "another meeting of the same speaker's later forecast does not overtake a call": (
        [
            WILL_CALL,
            (
                6,
                forecast(
                    "g",
                    "the two presidents will speak face to face",
                    on(17, 23),
                    expects=Expected("contact", "meeting", (LUND, KRAL)),
                ),
            ),
        ],
        7,
        "due",
        "window.near",
    ),
    "without an expected event its words find what did it": (
        [
            (2, forecast("f", SIGNED, THIS_WEEK)),
            (5, agreement("a", "the grain treaty that Aland will sign with Borland", on(4))),
        ],
        9,
        "came_true",
        "done.in_time",
    ),
    "words that only touch it do not": (
        [(2, forecast("f", SIGNED, THIS_WEEK)), (5, agreement("a", "a treaty on fishing", on(4)))],
        9,
        "due",
        "window.near",
    ),
    "what is foreseen not to happen is not found by its words": (
        [
            (2, forecast("f", "Aland will not strike the harbour town", THIS_WEEK)),
            (5, action("x", "Aland will strike the harbour town", on(4))),
        ],
        12,
        "lapsed",
        "window.not",
    ),
    "a pledge told after its day counts from that day": (
        [(16, pledge("p", "end the war on day one", When("day one", date(2031, 1, 20), date(2031, 1, 20))))],
        16,
        "overdue",
        "window.past",
    ),
    "a pledge that a source calls kept has come true": (
        [(16, pledge("p", "release the prisoners", on(10), status_in_text="kept"))],
        16,
        "came_true",
        "itself.kept",
    ),
    "a pledge that a source calls broken has failed": (
        [(16, pledge("p", "release the prisoners", on(10), status_in_text="broken"))],
        16,
        "failed",
        "itself.broken",
    ),
    "a pledge is not kept by another's act": (
        [
            (2, pledge("p", "Aland will open the harbour road", on(10))),
            (5, action("x", "Borland opened the Aland harbour road", on(4), actor=(BORLAND,))),
        ],
        9,
        "due",
        "window.near",
    ),
    "an expected contact that was held has come true by itself": (
        [(2, contact("c", THIS_WEEK, status="expected")), (5, contact("d", on(4)))],
        9,
        "came_true",
        "itself.held",
    ),
    "an expected contact that was called off is withdrawn": (
        [(2, contact("c", THIS_WEEK, status="expected")), (5, contact("d", THIS_WEEK, status="cancelled"))],
        9,
        "withdrawn",
        "itself.cancelled",
    ),
    "talks that are merely going on are not the next meeting": (
        [
            (3, contact("a", on(3, 20), mode="meeting", status="planned")),
            (
                6,
                contact(
                    "b",
                    When("current", march(6), march(6), approx=True, rule="ref.current"),
                    mode="talks",
                    status="ongoing",
                ),
            ),
        ],
        8,
        "open",
        "window.open",
    ),
    "an expected contact that took place on a later day is late": (
        [(2, contact("c", THIS_WEEK, status="planned")), (13, contact("d", on(12)))],
        14,
        "late",
        "done.late",
    ),
    "an expected contact is not done by another long after": (
        [(2, contact("c", THIS_WEEK, status="planned")), (27, contact("d", on(26)))],
        27,
        "overdue",
        "window.past",
    ),
    "that two agreed to speak again is not done by the call in which they did": (
        [
            (4, forecast("c", "the two presidents will speak again", on(4, 30), expects=CALL)),
            (4, contact("c", on(4), evidence=quote("They spoke and will speak again.", 40))),
        ],
        8,
        "open",
        "window.open",
    ),
    "the next meeting is not the one after which it was announced": (
        [
            (4, forecast("f", "we meet again soon", SOON, expects=CALL)),
            (4, contact("c", on(4))),
        ],
        8,
        "open",
        "window.open",
    ),
    "a call is no meeting at a place that was named": (
        [
            (2, contact("c", THIS_WEEK, status="planned", mode="talks", place="Geneva")),
            (5, contact("d", on(5))),
        ],
        10,
        "overdue",
        "window.past",
    ),
    "where a forecast names nobody the contact on the same words is meant": (
        [
            (2, forecast("f", "the talks resume on Friday", on(7), expects=Expected("contact", None, ()))),
            (2, contact("f", on(7), status="planned", mode="talks", evidence=quote("the talks"))),
            (8, contact("d", on(7), mode="talks")),
        ],
        9,
        "came_true",
        "itself.held",
    ),
    "a contact that is only about a day may have been three days before it": (
        [
            (2, contact("c", on(3, 5), status="planned", mode="visit")),
            (8, contact("d", on(8, approx=True), mode="meeting")),
        ],
        9,
        "came_true",
        "done.in_time",
    ),
    "what was denied on no day after the window was over does not end it": (
        [
            (2, contact("c", on(3, 5), status="planned")),
            (12, contact("d", None, status="denied")),
        ],
        13,
        "overdue",
        "window.past",
    ),
}


@pytest.mark.parametrize(("told", "as_of", "outcome", "rule"), CASES.values(), ids=CASES)
def test_outcomes(told: list[tuple[int, Record]], as_of: int, outcome: str, rule: str) -> None:
    day = date.fromordinal(march(1).toordinal() + as_of - 1)
    known = entries(*[(seen, record) for seen, record in told if seen <= as_of])
    kind = next(entry.kind for entry in known if entry.supports[0].record == told[0][1].id)
    first = next(entry.id for entry in known if entry.supports[0].record == told[0][1].id)
    (found,) = [verdict for verdict in resolve(known, day) if verdict.entry == first]
    assert (found.outcome, found.rule, kind) == (outcome, rule, found.entry.rpartition("-")[0])


def test_came_true_names_the_entry_that_did_it_and_its_day() -> None:
    known = entries(WILL_CALL, (5, contact("c", on(4))))
    found = only(resolve(known, march(9)), "forecast")
    (call,) = [entry for entry in known if entry.kind == "contact"]
    assert (found.decided_by, found.decided_on, found.reason) == (call.id, march(4), "done on 4 Mar 2031")


def test_every_verdict_that_something_was_done_has_its_decider() -> None:
    for told, as_of, _, _ in CASES.values():
        day = date.fromordinal(march(1).toordinal() + as_of - 1)
        for verdict in resolve(entries(*told), day):
            if verdict.outcome in {"came_true", "late", "partly", "failed", "overtaken", "withdrawn"}:
                assert verdict.decided_by
                assert verdict.decided_on


def test_every_rule_has_an_id_of_its_own_and_the_last_always_holds() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(set(ids)) == sorted(ids)
    assert ids[-1] == "window.none"


def test_what_does_not_look_ahead_has_no_verdict() -> None:
    assert (
        resolve(entries((5, contact("c", on(4))), (5, agreement("a", "a truce of the ports", on(4)))), march(9)) == ()
    )

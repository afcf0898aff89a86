from __future__ import annotations

import csv
import io

import pytest

from dragoman.export.ceasefires import COLUMNS, days_of, is_declaration, is_truce, names_truce, write_ceasefires
from dragoman.export.holdings import one_record
from dragoman.kinds.pledge import Pledge
from dragoman.types import Term
from tests.export.made import holdings, paper
from tests.records import ALAND, BORLAND, LUND, action, agreement, contact, on, quote, truce


def rows(*records) -> list[dict[str, str]]:
    body = write_ceasefires(holdings(records or None)).body.decode()
    return list(csv.DictReader(io.StringIO(body, newline="")))


def test_each_party_of_one_ceasefire_is_a_row_under_its_id():
    found = rows()
    assert [(row["cf_id"], row["uniq_id"], row["actor_name"]) for row in found] == [
        ("a1-a", "a1-a-1", "Aland"),
        ("a1-a", "a1-a-2", "Borland"),
    ]
    assert list(found[0]) == list(COLUMNS)


@pytest.mark.parametrize(
    ("when", "dated"),
    [
        (on(4), ("2031", "3", "4")),
        (on(3, 9), ("2031", "3", "-1")),  # a week has a month and no day
        (None, ("-1", "-1", "-1")),  # a day is never made up
    ],
)
def test_what_is_not_known_of_a_day_is_minus_one(when, dated):
    row = rows(agreement("a1", "a truce", when, terms=(truce(),)))[0]
    assert (row["cf_dec_yr"], row["cf_dec_month"], row["cf_dec_day"]) == dated
    assert (row["cf_effect_yr"], row["end_yr"]) == ("-1", "-1")


def test_the_terms_decide_scope_length_and_class():
    monitored = Term("monitoring", "monitors")
    row = rows(agreement("a1", "a truce", on(4), terms=(truce("P30D", "energy"), monitored)))[0]
    named = {"partial": "1", "fixed": "1", "fixed_time": "30", "ceasefire_class": "2", "implement": "1", "side": "2"}
    assert {name: row[name] for name in named} == named


PLEDGE = {"article": "a1", "evidence": quote("to observe a truce"), "by": LUND, "content": "to observe a truce"}


@pytest.mark.parametrize(
    ("record", "is_one"),
    [
        (agreement("a1", "a truce", terms=(truce(),)), True),
        (agreement("a1", "a truce", terms=(truce(),), status="expected"), False),
        (agreement("a1", "to swap prisoners"), False),
        (Pledge(id="v", deadline=on(7), **PLEDGE), True),
        (Pledge(id="v", **PLEDGE), False),  # from no day on
        (action("a1", "observed the ceasefire", type="RETREAT"), True),
        (action("a1", "broke the ceasefire", type="ASSAULT"), False),
        (contact("a1", topics=("a ceasefire",)), False),
    ],
)
def test_only_what_stops_fire_from_a_day_on_is_a_declaration(record, is_one):
    assert is_declaration(one_record(record, paper())) is is_one


def test_proposals_are_counted_and_left_out():
    notes = write_ceasefires(holdings()).notes
    assert notes == (
        "2 rows of 1 declared ceasefires",
        "1 of 10 entries only propose a ceasefire, which is no declaration",
    )


@pytest.mark.parametrize(
    ("words", "is_one"), [("a 30-day truce", True), ("ceasefires", True), ("a trucelike mood", False)]
)
def test_a_truce_is_named_by_whole_words(words, is_one):
    assert names_truce(words) is is_one
    assert is_truce((truce(),))
    assert not is_truce((Term("prisoners", "a swap"),))


@pytest.mark.parametrize(
    ("duration", "days"), [("P30D", 30), ("P1M", 30), ("P2W", 14), ("PT72H", None), ("P1W/P2W", None), ("P1Y", None)]
)
def test_a_length_in_months_weeks_or_days_is_days(duration, days):
    assert days_of(duration) == days


def test_a_side_that_declares_through_two_persons_declares_once():
    assert len(rows(agreement("a1", "a truce", terms=(truce(),), parties=(LUND, ALAND, BORLAND)))) == 2

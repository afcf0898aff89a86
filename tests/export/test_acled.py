from __future__ import annotations

import csv
import io

import pytest

from dragoman.export.acled import COLUMNS, acled_coding, time_precision, write_acled
from dragoman.export.holdings import one_record
from dragoman.types import When
from tests.export.made import holdings, paper
from tests.records import action, agreement, contact, march, on


@pytest.mark.parametrize(
    ("record", "sub_event"),
    [
        (agreement("a1", "a truce"), "Agreement"),
        (agreement("a1", "a truce", status="expected"), None),
        (action("a1", "Aland sent drones at night"), "Air/drone strike"),
        (action("a1", "Aland shelled the port"), "Shelling/artillery/missile attack"),
        (action("a1", "the two armies clashed"), "Armed clash"),
        (action("a1", "Aland attacked"), None),  # by what means is not said
        (action("a1", "Aland withdrew from the hills", type="RETREAT"), "Non-violent transfer of territory"),
        (action("a1", "crowds marched", type="PROTEST"), "Peaceful protest"),
        (contact("a1"), None),
    ],
)
def test_the_sub_event_follows_from_the_kind_and_the_words(record, sub_event):
    coding = acled_coding(one_record(record, paper()))
    assert (coding and coding.sub_event) == sub_event


@pytest.mark.parametrize(
    ("when", "precision"),
    [
        (on(4), 1),
        (on(4, approx=True), 2),
        (on(3, 9), 2),
        (on(1, 31), 3),
        (When("since then", march(1), None), 3),
        (None, 3),
    ],
)
def test_the_precision_of_a_day_is_one_of_a_week_two_else_three(when, precision):
    assert time_precision(when) == precision


def test_a_row_has_one_actor_on_each_end_and_no_figure_of_the_dead():
    body = write_acled(holdings()).body.decode()
    by_id = {row["event_id_cnty"]: row for row in csv.DictReader(io.StringIO(body, newline=""))}
    row = by_id["a1-a"]
    assert list(row) == list(COLUMNS)
    assert (row["actor1"], row["actor2"], row["inter1"], row["fatalities"]) == ("Aland", "Borland", "1", "")
    assert (by_id["a1-x"]["event_date"], by_id["a1-x"]["source"]) == ("2031-03-03", "Harbour Post")


def test_what_has_no_day_is_left_out_and_counted():
    made = write_acled(holdings([agreement("a1", "a truce"), contact("a1")]))
    assert made.notes == (
        "1 of 2 entries have no ACLED sub-event",
        "1 of 2 entries have an ACLED sub-event and no day",
    )
    assert made.body.count(b"\n") == 1

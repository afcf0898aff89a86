"""From layers to records."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.extract import extract, record_id
from dragoman.kinds import KINDS
from dragoman.kinds.demand import Demand
from dragoman.lexicon import load_lexicon
from dragoman.types import Evidence
from tests.annotate.reading import annotated

TEXT = "The Kenyan envoy met Ugandan ministers in Kampala on Tuesday. “We want the border towns back,” he said."
DEMAND = Demand(
    id="x", article="a", evidence=(Evidence(0, 5, "Towns"),), rule="r", by=(), content="Towns", issue="territory"
)


def test_records_come_in_the_order_of_the_kinds_and_none_comes_twice():
    records = extract(annotated(TEXT), load_lexicon())
    order = [kind.name for kind in KINDS]
    places = [order.index(str(record.__struct_config__.tag)) for record in records]
    assert places == sorted(places)
    assert len({record.id for record in records}) == len(records) >= 2


def test_an_id_is_of_what_a_record_says_and_not_of_the_rule_that_found_it():
    named = record_id(DEMAND)
    assert len(named) == 16
    assert record_id(replace(DEMAND, rule="other", id="y")) == named
    assert record_id(replace(DEMAND, content="Two towns")) != named
    assert record_id(replace(DEMAND, article="b")) != named

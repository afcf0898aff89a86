"""Every row of the tables of proposals, responses, agreements and demands finds its own example and not its counter."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds import BY_NAME
from dragoman.kinds.issues import FAINT
from dragoman.kinds.terms import faint_issue_at, issue_at, scope_in
from dragoman.lexicon import load_lexicon
from dragoman.types import Span

LEXICON = load_lexicon()
FINDING = ("proposal", "response", "agreement", "demand")
LENDING = {
    "set",
    "condition",
    "contact",
    "decide",
    "hold",
    "empty",
    "aim",
    "vague",
    "soft",
    "assess",
    "many",
    "bloc",
    "tie",
    "bond",
    "yet",
    "land",
    "judge",
    "deal",
    "manner",
    "show",
    "bare",
    "hope",
    "mind",
    "withhold",
    "lender",
    "lot",
    "rest",
    "renewal",
    "hearsay",
    "urge",
    "deed",
    "duty",
    "power",
    "union",
    "give",
    "swap",
    "keep",
    "travel",
    "weigh",
    "assent",
    "stress",
    "step",
    "body",
    "forum",
}
"""Meanings of rows that only lend their words to other rows: their example is found by whichever row it is."""


def finding_rows():
    for kind in FINDING:
        for row in LEXICON.rows(f"kinds/{kind}"):
            yield pytest.param(kind, row, id=row.id)


def rules(kind, text):
    return {record.rule for record in BY_NAME[kind].find(annotated(text), LEXICON)}


@pytest.mark.parametrize(("kind", "row"), list(finding_rows()))
def test_a_row_finds_its_example_and_not_its_counter_example(kind, row):
    found, countered = rules(kind, row.example), rules(kind, row.counter)
    if row.means in LENDING:
        assert (bool(found), bool(countered)) == (True, False)
    else:
        assert (row.id in found, row.id in countered) == (True, False)


@pytest.mark.parametrize("row", LEXICON.rows("kinds/offer_words"), ids=lambda row: row.id)
def test_a_noun_of_offers_makes_a_record_of_its_example_only(row):
    found = {kind for kind in FINDING if rules(kind, row.example)}
    countered = {kind for kind in FINDING if rules(kind, row.counter)}
    assert (bool(found), bool(countered)) == ((True, False) if row.means != "claim" else (False, True))


@pytest.mark.parametrize("row", LEXICON.rows("kinds/issues"), ids=lambda row: row.id)
def test_an_issue_is_read_from_its_words(row):
    means = {"deal": "process"}.get(row.means, row.means)
    read = faint_issue_of if row.pos == FAINT else issue_of
    assert (read(row.example), read(row.counter)) == (means, "other")


@pytest.mark.parametrize("row", LEXICON.rows("kinds/terms"), ids=lambda row: row.id)
def test_a_scope_is_read_from_its_words(row):
    assert (row.means in scope_of(row.example), row.means in scope_of(row.counter)) == (True, False)


def issue_of(text):
    return issue_at(annotated(text), Span(0, len(text)), LEXICON)


def faint_issue_of(text):
    return faint_issue_at(annotated(text), Span(0, len(text)), LEXICON)


def scope_of(text):
    return scope_in(annotated(text), Span(0, len(text)), LEXICON)

"""Values as a person writes them, and as they are written for a person to change."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.corrections.values import can_be, changeable, choices, how_written, read_value, type_of, written
from dragoman.types import Actor, Record, When
from tests.records import BORLAND, KRAL, LUND, agreement, contact, on, statement

CALL = contact("a", on(4), duration="PT1H")


def test_actors_are_names_with_their_sides_and_keep_the_aliases_they_had() -> None:
    several = read_value("Anna Lund; Carla Moss (Borland); Norland (Norland)", (LUND, KRAL), "tuple[Actor, ...]")
    moss = Actor("Carla Moss", (), "Borland", None, "person")
    assert several == (LUND, moss, Actor("Norland", (), "Norland", None, "state"))
    assert read_value("Boris Kral (Norland)", KRAL, "Actor | None").side == "Norland"
    assert read_value("-", KRAL, "Actor | None") is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "-"),
        ((), "-"),
        ("PT2H", "PT2H"),
        ("-", '"-"'),
        ("[sic] they met", '"[sic] they met"'),
        (" ", '" "'),
        (True, "true"),
        (3, "3"),
        (When("then", date(2031, 3, 4), date(2031, 3, 4)), "2031-03-04"),
        (When("then", date(2031, 3, 4), date(2031, 3, 6)), "2031-03-04/2031-03-06"),
        (When("by then", None, date(2031, 3, 6)), "/2031-03-06"),
        (When("soon", None, None), "-"),
        ((LUND, BORLAND), "Anna Lund (Aland); Borland (Borland)"),
        (("grain", "the border"), "grain; the border"),
        (("grain; and coal",), '["grain; and coal"]'),
    ],
)
def test_a_value_is_written_as_it_is_read(value: object, words: str) -> None:
    assert written(value) == words


@pytest.mark.parametrize("record", [CALL, statement("a", "We will speak again"), agreement("a", "the crossing opens")])
def test_what_is_written_of_any_field_is_read_as_the_same(record: Record) -> None:
    for name in changeable(record):
        value = getattr(record, name)
        if isinstance(value, When):
            back = read_value(written(value), value, type_of(record, name))
            assert (back.start, back.end) == (value.start, value.end)
        elif isinstance(value, bool | int | str | None) or name in ("participants", "parties", "topics", "content"):
            back = read_value(written(value), value, type_of(record, name))
            assert back == value or str(back) == str(value), name


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("PT2H", True),
        ("PT2H30M", True),
        ("P30D", True),
        ("P2W", True),
        ("PT5M/PT10M", True),
        ("P", False),
        ("PT", False),
    ]
    + [(words, False) for words in ("noon", "2 hours", "PT2H/", "P1DT", "", "pt2h")],
)
def test_a_length_is_one_of_iso_8601(words: str, is_one: bool) -> None:
    assert can_be("duration", words) == can_be("latency", words) == is_one
    assert can_be("place", words)
    assert can_be("duration", None)


def test_a_field_of_few_values_lists_them() -> None:
    assert "call" in choices(CALL, "mode")
    assert choices(statement("a", "We will"), "wish") == ("true", "false")
    assert choices(CALL, "place") == ()


@pytest.mark.parametrize(
    ("field", "how"),
    [
        ("mode", "one of briefing, call"),
        ("duration", "a length, as PT2H30M"),
        ("when", "days, as 2025-03-18"),
        ("participants", "names with their sides"),
        ("host", "a name, as Anna Lund (Aland)"),
        ("topics", "words, semicolons between several"),
        ("place", "words"),
    ],
)
def test_how_a_value_is_written_is_said_in_a_few_words(field: str, how: str) -> None:
    assert how_written(CALL, field).startswith(how)


def test_what_is_no_field_to_change_is_where_a_record_was_found() -> None:
    assert {"id", "article", "evidence", "rule"}.isdisjoint(changeable(CALL))
    assert how_written(agreement("a", "x"), "terms").startswith('JSON, as [{"type"')
    assert how_written(statement("a", "We will"), "depth") == "a number"

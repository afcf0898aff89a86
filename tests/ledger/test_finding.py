"""What is found, in which order, and what is no query."""

from __future__ import annotations

import sqlite3

import pytest

from dragoman.errors import UsageError
from dragoman.ledger import Ledger, Query, open_ledger
from dragoman.ledger.finding import BEST_FIRST, FLOOR, RANKED, fts_query
from tests.records import KRAL, LUND, article, contact, march, on, quote, statement

TEXT = "Lund promised security guarantees. Kral spoke of guarantees for a 30-day truce. Nothing else was said."


def at(words: str):
    return quote(words, TEXT.index(words))


@pytest.fixture
def ledger():
    with open_ledger() as opened:
        said = contact("a", evidence=at("Lund promised"), id="c")
        opened.put(article("a", 4, text=TEXT, outlet="Harbour Post"), [said, statement("a", "x", KRAL)])
        opened.put(article("b", 6, text="Guarantees were asked for; guarantees were given.", outlet="Coast Wire"), [])
        yield opened


def texts(ledger: Ledger, words: str, as_of=None, limit=20, **more) -> list[str]:
    return [hit.text for hit in ledger.find(Query(words=words, **more), as_of, limit)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("guarantees", 3),
        ("security guarantees", 1),  # all the words
        ('"spoke of guarantees"', 1),
        ('"guarantees spoke"', 0),
        ("guarant*", 3),
        ("30-day truce", 1),  # marks inside a word are text
        ("security OR truce", 2),
        ("guarantees NOT security", 2),
        ("(security OR truce) kral", 1),
        ("GUARANTEES", 3),
        ("text:guarantees", 0),  # no column is asked for
        ("—", 0),
    ],
)
def test_words_phrases_beginnings_and_operators_are_heeded(ledger, words, found):
    assert len(texts(ledger, words)) == found


@pytest.mark.parametrize("words", ["", "  ", '"open', "AND", "(truce", "truce OR", "NOT truce"])
def test_what_is_no_query_is_a_wrong_call_in_one_line(ledger, words):
    with pytest.raises(UsageError) as raised:
        ledger.find(Query(words=words), None, 5)
    assert "\n" not in str(raised.value)


def test_the_best_match_comes_first_of_equals_the_newest_then_by_id(ledger):
    ledger.put(article("d", 7, text="A truce, perhaps."), [])
    ledger.put(article("c", 7, text="A truce, perhaps."), [])
    ledger.put(article("e", 9, text="A truce, perhaps."), [])
    found = ledger.find(Query(words="truce"), None, 20)
    assert [hit.article for hit in found] == ["e", "c", "d", "a"]  # the longest sentence last
    assert ledger.find(Query(words="truce"), None, 2) == found[:2]


@pytest.mark.parametrize(
    ("narrowed", "articles"),
    [
        ({}, ["a", "a", "b"]),
        ({"first": march(5)}, ["b"]),
        ({"last": march(4)}, ["a", "a"]),
        ({"first": march(4), "last": march(6)}, ["a", "a", "b"]),
        ({"kind": "contact"}, ["a"]),
        ({"speaker": "Lund"}, ["a"]),
        ({"speaker": "Lund", "kind": "statement"}, []),
        ({"speaker": "Aland"}, ["a"]),  # the side for which she speaks
        ({"speaker": "Nobody"}, []),
    ],
)
def test_days_kinds_and_speakers_narrow_it_down(ledger, narrowed, articles):
    found = ledger.find(Query(words="guarantees", **narrowed), None, 20)
    assert sorted(hit.article for hit in found) == articles


def test_a_hit_is_the_sentence_at_its_place_with_the_records_that_stand_on_it(ledger):
    (hit,) = ledger.find(Query(words="security"), None, 5)
    assert TEXT[hit.start : hit.end] == hit.text == "Lund promised security guarantees."
    assert (hit.outlet, hit.seen) == ("Harbour Post", march(4))
    assert [record.id for record in hit.records] == ["c", "a-s"]
    assert LUND in hit.records[0].participants


def test_what_was_not_known_yet_or_was_corrected_is_not_found(ledger):
    assert texts(ledger, "guarantees", march(5)) == texts(ledger, "guarantees", march(4))
    assert len(texts(ledger, "guarantees", march(4))) == 2
    url = "https://example.org/1"
    ledger.put(article("old", 5, url=url, text="A pipeline is closed."), [])
    ledger.put(article("new", 6, url=url, text="A pipeline is open."), [])
    assert texts(ledger, "pipeline") == ["A pipeline is open."]
    assert texts(ledger, "pipeline", march(5)) == ["A pipeline is closed."]


def test_of_a_word_that_a_ledger_is_full_of_the_last_sentences_are_put_in_order(ledger):
    ledger.put(article("short", 4, text="A pipeline."), [contact("short", evidence=quote("A pipeline."), id="p")])
    ledger.put(article("long", 5, text=" ".join(f"A pipeline leaks in place {n}." for n in range(RANKED))), [])
    assert {hit.article for hit in ledger.find(Query(words="pipeline"), None, RANKED + 1)} == {"long"}
    by_itself = ledger.find(Query(words="pipeline", by_itself=True), None, RANKED + 1)
    assert {hit.article for hit in by_itself} == {"long"}
    assert texts(ledger, "pipeline", march(4)) == ["A pipeline."]
    assert texts(ledger, "pipeline", last=march(4)) == ["A pipeline."]
    assert texts(ledger, "pipeline", kind="contact") == ["A pipeline."]  # what is narrowed down is looked for in all


def test_a_ledger_that_was_closed_and_opened_again_finds_what_is_added_later(tmp_path):
    path = tmp_path / "talks.db"
    with open_ledger(path) as first:
        first.put(article("a", 4, text="A truce holds."), [])
    with open_ledger(path) as again:
        assert texts(again, "truce") == ["A truce holds."]
        again.put(article("b", 5, text="The truce is over."), [])
        assert len(texts(again, "truce")) == 2


IN_ORDER = """
    SELECT s.article, s.first FROM sentence_words AS w JOIN sentences AS s ON s.n = w.rowid JOIN articles AS a
    ON a.id = s.article WHERE sentence_words MATCH '"truce"' ORDER BY w.rank, a.seen DESC, s.article, s.first
"""


def test_what_matches_is_put_in_order_without_reading_it_also_in_a_ledger_made_before(tmp_path):
    path = tmp_path / "talks.db"
    told = ("A truce holds. ", "No truce! ", "Rain fell on the harbour. ", "A truce, a truce, they said of it. ")
    with open_ledger(path) as ledger:
        for n in range(12):
            text = "".join(told[(n + m) % 4] for m in range(n % 5))
            ledger.put(article(f"a{n * 7 % 12}", 4 + n % 3 if n % 4 else None, text=text or "..."), [])
        first = [(hit.article, hit.start) for hit in ledger.find(Query(words="truce"), None, 99)]
        assert first == ledger._connection.execute(IN_ORDER).fetchall()
        assert len(first) > 12
    with sqlite3.connect(path) as connection:
        for asked, values in ((FLOOR, ("truce", "", "9")), (BEST_FIRST, ("truce", "", "9", 0))):
            plan = [step[3] for step in connection.execute(f"EXPLAIN QUERY PLAN {asked}", values)]
            assert not [step for step in plan if step.split()[1] in ("s", "a", "sentences", "articles")]
        connection.execute("DROP INDEX articles_by_day")
        connection.execute("DROP TABLE texts")
        connection.execute("PRAGMA user_version = 4")
    connection.close()
    with open_ledger(path) as ledger:
        assert [(hit.article, hit.start) for hit in ledger.find(Query(words="truce"), None, 99)] == first


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("truce", '"truce"'),
        ('30-day "full truce" OR peace*', '"30-day" AND "full truce" OR "peace"*'),
        ("lake Ceasefire talks", '"lake" AND ("Ceasefire" OR "cease-fire") AND "talks"'),
        ("(a OR b) c (d)", '( "a" OR "b" ) AND "c" AND ( "d" )'),
        ("*", '"*"'),
        ("NEAR", '"NEAR"'),
    ],
)
def test_whatever_is_no_operator_is_quoted(words, query):
    assert fts_query(words) == query


def test_the_records_on_a_sentence_are_found_by_their_places_however_these_were_made():
    words = "Lund called Kral. Kral called Lund. They spoke of grain."
    with open_ledger() as ledger:
        several = [contact("a", on(3), id=f"r{n}", evidence=quote(words[n : n + 9], n)) for n in (0, 18, 40)]
        both = contact("a", on(4), id="both", evidence=(*quote(words[2:6], 2), *quote(words[20:26], 20)))
        ledger.put(article("a", 4, text=words), [*several, both])
        found = {
            hit.start: {record.id for record in hit.records} for hit in ledger.find(Query(words="called"), None, 9)
        }
        assert found == {0: {"r0", "both"}, 18: {"r18", "both"}}
        rows = ledger._connection.execute("SELECT * FROM places").fetchall()
        ledger.rebuild()
        assert ledger._connection.execute("SELECT * FROM places").fetchall() == rows
        assert len(rows) == 5

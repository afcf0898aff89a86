"""JSON rows: a row is a page, a broken row is one line and doesn't stop the next."""

import json

import pytest

from dragoman.sources.stream import MAX_BYTES, PLAIN
from dragoman.types import Defaults

ROW = {
    "id": "r1",
    "title": "Talks resume",
    "outlet": "The Oslo Ledger",
    "published": "2031-03-04",
    "url": "https://ledger.example/1",
    "text": "The envoys met again.",
    "conflict": "ignored",
}
OTHER = {"id": 7, "text": "They parted."}


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.jsonl", json.dumps(ROW) + "\n" + json.dumps(OTHER) + "\n"),
        ("no-last-line-end.jsonl", json.dumps(ROW) + "\n\n" + json.dumps(OTHER)),
        ("marked.jsonl", "\ufeff" + json.dumps(ROW) + "\n" + json.dumps(OTHER)),
        ("array.json", json.dumps([ROW, OTHER])),
        ("printed.json", json.dumps([ROW, OTHER], indent=2)),
        ("one-after-another.json", json.dumps(ROW, indent=1) + "\n" + json.dumps(OTHER, indent=1)),
    ],
)
def test_rows_are_read_as_lines_as_an_array_and_printed_over_many_lines(read, name, body):
    pages, failures = read(name, body.encode())
    assert [(p.id, p.body.decode()) for p in pages] == [("r1", ROW["text"]), ("7", OTHER["text"])]
    assert (pages[0].title, pages[0].outlet, pages[0].published) == (ROW["title"], ROW["outlet"], ROW["published"])
    assert (pages[0].url, pages[0].media_type) == (ROW["url"], PLAIN)
    assert failures == []


def test_a_row_is_named_by_its_line_and_takes_its_id_from_there_when_it_has_none(read):
    pages, _ = read("a.jsonl", b'{"text": "One."}\n\n{"text": "Two.", "id": ""}\n')
    assert [(p.name, p.id) for p in pages] == [("a.jsonl:1", "a:1"), ("a.jsonl:3", "a:3")]


def test_what_a_row_leaves_open_comes_from_the_caller(read, defaults):
    given = Defaults(fetched=defaults.fetched, published="2031-01-01", outlet="Desk", marking="AMBER")
    pages, _ = read("a.jsonl", b'{"text": "One.", "published": null}\n{"text": "Two.", "outlet": "Own"}\n', given)
    assert [(p.published, p.outlet, p.marking) for p in pages] == [
        ("2031-01-01", "Desk", "AMBER"),
        ("2031-01-01", "Own", "AMBER"),
    ]


@pytest.mark.parametrize("brace", ["{", "}", '"', "\\", "[", "]}"])
def test_braces_and_quotes_within_a_string_end_nothing(read, brace):
    pages, failures = read("a.json", json.dumps([{"text": f"a {brace} b"}, OTHER]).encode())
    assert [p.body.decode() for p in pages] == [f"a {brace} b", OTHER["text"]]
    assert failures == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (b"not json", "malformed"),
        (b'{"id": "x"}', "missing required field `text`"),
        (b'{"text": 5}', "Expected `str`, got `int`"),
        (b'{"text": "a", "marking": "PINK"}', "PINK"),
        (b'{"text": "cut of', "malformed"),
        (b'{"text": "\xe9t\xe9"}', "UTF-8"),
        (b'{"text": "\\ud800"}', "JSON"),
    ],
)
def test_a_broken_row_is_one_line_and_the_next_is_read(read, row, says):
    pages, failures = read("a.jsonl", json.dumps(ROW).encode() + b"\n" + row + b"\n" + json.dumps(OTHER).encode())
    assert [p.id for p in pages] == ["r1", "7"]
    (line,) = failures
    assert line.startswith("a.jsonl:2: not a row of JSON in UTF-8")
    assert says in line
    assert line.endswith('a row is {"id", "title", "outlet", "published", "url", "section", "text"}')
    assert "\n" not in line


def test_a_truncated_array_gives_its_whole_rows_and_one_line(read):
    pages, failures = read("a.json", json.dumps([ROW, OTHER], indent=1).encode()[:-20])
    assert [p.id for p in pages] == ["r1"]
    assert len(failures) == 1
    assert failures[0].startswith("a.json:11: ")


@pytest.mark.parametrize("body", [b"[]", b"\n\n"])
def test_a_file_of_no_rows_says_so(read, body):
    message = 'a.json: no row in it; a row is {"id", "title", "outlet", "published", "url", "section", "text"}'
    assert read("a.json", body) == ([], [message])


def test_a_row_that_is_too_large_is_passed_by_without_being_held(read):
    large = b'{"text": "' + b"a" * (MAX_BYTES + 5) + b'"}'
    pages, failures = read("a.jsonl", large + b"\n" + json.dumps(OTHER).encode())
    assert [p.name for p in pages] == ["a.jsonl:2"]
    assert failures == ["a.jsonl:1: larger than 16 MB, no article is; split it into one article a file or a line"]

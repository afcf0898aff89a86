"""WARC and ARC: HTML responses are pages; a truncated archive gives what is there and one line."""

import gzip
from datetime import UTC, datetime

import pytest

PAGE = b"<!doctype html><title>Talks</title><p>The envoys met again.</p>"


def http(body=PAGE, kind="text/html; charset=utf-8", status="200 OK"):
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body


def warc_record(url, payload, kind="response"):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-04T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def arc_record(url, payload):
    return f"{url} 203.0.113.5 20310304100000 text/html {len(payload)}\n".encode() + payload + b"\n"


ONE, TWO = "https://ledger.example/1", "https://ledger.example/2"
WARC = [
    warc_record(ONE, b"GET / HTTP/1.1\r\n\r\n", "request"),
    warc_record(ONE, http()),
    warc_record("https://ledger.example/p.png", http(kind="image/png")),
    warc_record("https://ledger.example/gone", http(status="404 Not Found")),
    warc_record(TWO, http()),
]
VERSION = b"1 0 Ledger\nURL IP-address Archive-date Content-type Archive-length\n"
ARC = [
    f"filedesc://a.arc 0.0.0.0 20310304100000 text/plain {len(VERSION)}\n".encode() + VERSION + b"\n",
    arc_record(ONE, http()),
    arc_record("https://ledger.example/p.png", http(kind="image/png")),
    arc_record(TWO, http()),
]


def packed(records):
    return b"".join(map(gzip.compress, records))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.warc", b"".join(WARC)),
        ("a.warc.gz", packed(WARC)),
        ("a.arc", b"".join(ARC)),
        ("a.arc.gz", packed(ARC)),
    ],
)
def test_the_html_responses_of_an_archive_are_its_pages(read, name, body):
    pages, failures = read(name, body)
    assert [(p.name, p.id, p.url, p.body) for p in pages] == [(f"{name}#{u}", u, u, PAGE) for u in (ONE, TWO)]
    assert {p.fetched for p in pages} == {datetime(2031, 3, 4, 10, tzinfo=UTC)}
    assert {p.media_type for p in pages} == {"text/html; charset=utf-8"}
    assert failures == []


@pytest.mark.parametrize("pack", [b"".join, packed])
def test_a_truncated_warc_gives_what_is_there_and_one_line(read, pack):
    whole = pack(WARC[:4])
    cut = pack([WARC[4]])
    body = whole + cut[: len(cut) - 25]
    pages, failures = read("a.warc", body)
    assert [p.url for p in pages] == [ONE, TWO]
    assert PAGE.startswith(pages[1].body)
    (line,) = failures
    assert line.startswith(f"a.warc#{TWO}: truncated, ")
    assert line.endswith(" bytes are missing; fetch the archive again")


@pytest.mark.parametrize(("name", "body"), [("a.arc", b"".join(ARC)[:-20]), ("a.arc.gz", packed(ARC)[:-20])])
def test_a_truncated_arc_gives_what_is_there_and_one_line(read, name, body):
    pages, failures = read(name, body)
    assert [p.url for p in pages] == [ONE, TWO]
    assert PAGE.startswith(pages[1].body)
    (line,) = failures
    assert line.startswith(f"{name}#{TWO}: truncated, ")
    assert line.endswith(" bytes are missing; fetch the archive again")


@pytest.mark.parametrize(
    ("name", "body", "read_pages", "says"),
    [
        ("a.warc", WARC[1] + b"no record\r\n\r\n" + WARC[4], 1, "a.warc: damaged archive, the rest is lost ("),
        ("a.warc.gz", packed(WARC[:2]) + b"no gzip" * 9, 1, "a.warc.gz: damaged archive, the rest is lost ("),
        ("a.arc", b"".join(ARC[:2]) + b"no record\n" + ARC[3], 1, "a.arc: damaged archive, the rest is lost ("),
        ("a.arc.gz", packed(ARC[:2]) + b"no gzip" * 9, 1, "a.arc.gz: damaged archive, the rest is lost ("),
        ("a.warc", b"no archive", 0, "a.warc: damaged archive, the rest is lost ("),
    ],
)
def test_damage_ends_an_archive_with_one_line(read, name, body, read_pages, says):
    pages, failures = read(name, body)
    assert len(pages) == read_pages
    (line,) = failures
    assert line.startswith(says)
    assert line.endswith("; fetch it again")


def test_an_archive_without_pages_says_so(read):
    assert read("a.warc", b"".join(WARC[2:4])) == (
        [],
        ["a.warc: no HTML page in this archive; give one that holds responses"],
    )


def test_a_page_in_an_unknown_coding_fails_alone(read):
    coded = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\nx"
    pages, failures = read("a.warc", warc_record(ONE, coded) + WARC[4])
    assert [p.url for p in pages] == [TWO]
    assert failures == [f"a.warc#{ONE}: compressed as 'br', which isn't read; fetch the page again without compression"]

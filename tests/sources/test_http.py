"""HTTP responses as archives keep them."""

import gzip
import zlib

import pytest

from dragoman.errors import SourceError
from dragoman.sources.http import Response, is_page, plain_body, split_response
from dragoman.sources.stream import MAX_BYTES

BODY = b"<p>The envoys met again.</p>" * 20
CHUNKED = b"10\r\n" + BODY[:16] + b"\r\n%x;note=1\r\n" % len(BODY[16:]) + BODY[16:] + b"\r\n0\r\n\r\n"
RAW_DEFLATE = zlib.compress(BODY, wbits=-15)


def test_a_response_is_split_into_status_headers_and_body():
    raw = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-A: 1\r\n\r\n<p>a\r\n\r\nb"
    assert split_response(raw) == Response(200, {"content-type": "text/html", "x-a": "1"}, b"<p>a\r\n\r\nb")


@pytest.mark.parametrize("raw", [b"", b"<html>", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"])
def test_bytes_that_are_no_response_are_none(raw):
    assert split_response(raw) is None


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        (200, "text/html; charset=x", True),
        (203, "Application/XHTML+XML", True),
        (404, "text/html", False),
        (200, "image/png", False),
    ],
)
def test_a_page_is_html_that_was_found(status, kind, expected):
    assert is_page(status, {"content-type": kind}) is expected


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ({}, BODY),
        ({"transfer-encoding": "chunked"}, CHUNKED),
        ({"transfer-encoding": "chunked"}, BODY),  # archives that joined the chunks and kept the header
        ({"content-encoding": "gzip"}, gzip.compress(BODY)),
        ({"content-encoding": "gzip"}, BODY),  # and those that decompressed
        ({"content-encoding": "deflate"}, zlib.compress(BODY)),
        ({"content-encoding": "deflate"}, RAW_DEFLATE),
    ],
)
def test_codings_are_undone(headers, sent):
    assert plain_body(headers, sent) == BODY


def test_what_was_cut_off_is_read_as_far_as_it_goes():
    assert BODY.startswith(plain_body({"transfer-encoding": "chunked"}, CHUNKED[:60]))
    assert BODY.startswith(plain_body({"content-encoding": "gzip"}, gzip.compress(BODY)[:-12]))


@pytest.mark.parametrize(
    ("headers", "sent", "says"),
    [
        ({"content-encoding": "br"}, b"x", "compressed as 'br', which isn't read"),
        ({"content-encoding": "gzip"}, b"\x1f\x8b\x00broken", "its compression is damaged"),
        ({"content-encoding": "gzip"}, gzip.compress(b"a" * (MAX_BYTES + 1)), "larger than 16 MB"),
    ],
)
def test_a_coding_that_cannot_be_undone_says_so(headers, sent, says):
    with pytest.raises(SourceError, match=says):
        plain_body(headers, sent)

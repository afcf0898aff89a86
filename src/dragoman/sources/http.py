"""HTTP responses as archives keep them: status line, headers and a body that may still be chunked and compressed."""

from __future__ import annotations

import re
import zlib
from email.parser import BytesParser

from msgspec import Struct

from dragoman.errors import SourceError
from dragoman.sources.packed import EITHER_HEADER
from dragoman.sources.stream import MAX_BYTES, TOO_LARGE

STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
HEAD_END = re.compile(rb"\r?\n\r?\n")
ASKED_CODINGS = "gzip, deflate"
"""The codings that servers are asked for: zlib opens both a bounded piece at a time."""
PLAIN_CODINGS = frozenset({"", "identity", "none"})
CHUNK_SIZE = re.compile(rb"\s*([0-9A-Fa-f]+)[^\r\n]*\r?\n")


class Response(Struct, frozen=True):
    """A response with its headers read and its body as it was sent; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


def split_response(raw: bytes) -> Response | None:
    """The response of its raw bytes; None when they are none."""
    status, head_end = STATUS.match(raw), HEAD_END.search(raw)
    if status is None or head_end is None:
        return None
    head = raw[raw.find(b"\n") + 1 : head_end.end()]
    fields = BytesParser().parsebytes(head, headersonly=True)
    headers = {name.lower(): str(value) for name, value in fields.items()}
    return Response(int(status[1]), headers, raw[head_end.end() :])


def is_page(status: int, headers: dict[str, str]) -> bool:
    """Whether a response carries an HTML page, and not an error, a picture or a redirect."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return 200 <= status < 300 and kind in ("text/html", "application/xhtml+xml")


def plain_body(headers: dict[str, str], body: bytes) -> bytes:
    """The body with its transfer and content codings undone, as far as it goes when it was cut off.

    SourceError when a coding is unknown or damaged, or more than MAX_BYTES come out.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = join_chunks(body)
    coding = headers.get("content-encoding", "").strip().lower()
    if coding in PLAIN_CODINGS:
        return body
    check_coding(coding)
    return inflate(body, raw=coding == "deflate" and body[:1] != b"\x78")


def check_coding(coding: str) -> None:
    """SourceError when a content coding, or a chain of several, is none that is undone here."""
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f"compressed as {coding!r}, which isn't read; fetch the page again without compression")


class Unpacker:
    """A body's content coding, undone piece by piece as it arrives; SourceError when it is unknown or damaged."""

    def __init__(self, coding: str) -> None:
        self._coding = coding.strip().lower()
        self._inflater: zlib._Decompress | None = None
        self._begun = self._coding in PLAIN_CODINGS
        if not self._begun:
            check_coding(self._coding)

    @property
    def is_whole(self) -> bool:
        """Whether the end of what was compressed has come; always, where nothing was."""
        return self._inflater is None or self._inflater.eof

    def unpack(self, piece: bytes, most: int) -> bytes:
        """The bytes that a piece gives, `most` of them at most: the caller refuses what gives more.

        What was sent uncompressed under the name of a coding, as some servers do, is given as it is.
        """
        if not self._begun and piece:
            self._begun = True
            raw = self._coding == "deflate" and piece[:1] != b"\x78"
            if raw or piece[:1] in (b"\x1f", b"\x78"):
                self._inflater = zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | EITHER_HEADER)
        if self._inflater is None:
            return piece[:most]
        try:
            opened = self._inflater.decompress(piece, most)
            while self._inflater.eof and self._inflater.unused_data[:2] == b"\x1f\x8b" and len(opened) < most:
                rest = self._inflater.unused_data  # gzip may be several members in a row
                self._inflater = zlib.decompressobj(zlib.MAX_WBITS | EITHER_HEADER)
                opened += self._inflater.decompress(rest, most - len(opened))
        except zlib.error as error:
            raise SourceError(f"its compression is damaged ({error}); fetch the page again") from None
        return opened


def join_chunks(body: bytes) -> bytes:
    """The chunks joined; the body as it is when it isn't chunked after all, as some archives keep it."""
    joined, position = bytearray(), 0
    while size := CHUNK_SIZE.match(body, position):
        length = int(size[1], 16)
        if length == 0:
            break
        joined += body[size.end() : size.end() + length]
        position = size.end() + length
    return bytes(joined) if joined else body


def inflate(body: bytes, *, raw: bool) -> bytes:
    """The bytes decompressed, as far as they go; as they are when the archive had decompressed them already."""
    if not raw and body[:1] not in (b"\x1f", b"\x78"):
        return body
    inflater = zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | EITHER_HEADER)
    try:
        opened = inflater.decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        raise SourceError(f"its compression is damaged ({error}); fetch the page again") from None
    if len(opened) > MAX_BYTES:
        raise SourceError(TOO_LARGE)
    return opened

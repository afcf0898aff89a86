"""Web archives, WARC and ARC, plain or gzip: the HTML pages in them, one record in memory at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BufferedReader
from typing import BinaryIO

from msgspec import Struct

from dragoman.errors import SourceError
from dragoman.sources.http import is_page, plain_body, split_response
from dragoman.sources.packed import EITHER_HEADER, Unpacked
from dragoman.sources.stream import HEAD_BYTES, MAX_BYTES, TOO_LARGE, Stream
from dragoman.types import Failure, Page

GZIP = b"\x1f\x8b"
ARC_HEAD = b"filedesc:"
ARC_TIME = "%Y%m%d%H%M%S"
MAX_HEADER = 64 * 1024  # of one HTTP response


class Archived(Struct, frozen=True, kw_only=True):
    """One HTML response of an archive, its body as it was sent; `lacking` bytes of it are missing."""

    url: str
    fetched: datetime
    headers: dict[str, str]
    body: bytes
    lacking: int


def looks_like_archive(head: bytes) -> bool:
    """Whether the first bytes are those of an archive; a gzip file can be nothing else that is read here."""
    return head.startswith((b"WARC/", ARC_HEAD, GZIP))


def read_archive(stream: Stream) -> Iterator[Page | Failure]:
    """The HTML responses as pages named `archive#URL`; a Failure for each that is broken or cut off.

    What could be read of a page that is cut off comes before its Failure. After damage the rest is given up.
    """
    found = False
    try:
        for response in archived_responses(stream.body):
            found = True
            yield from response_pages(response, stream)
    except (OSError, zlib.error, SourceError) as error:
        found = True
        yield Failure(stream.name, f"{stream.name}: damaged archive, the rest is lost ({error}); fetch it again")
    if not found:
        yield Failure(stream.name, f"{stream.name}: no HTML page in this archive; give one that holds responses")


def response_pages(response: Archived | str, stream: Stream) -> Iterator[Page | Failure]:
    """The page of one response and what is wrong with it; a response that is a string is the URL of one too large."""
    if isinstance(response, str):
        name = f"{stream.name}#{response}"
        yield Failure(name, f"{name}: {TOO_LARGE}")
        return
    name = f"{stream.name}#{response.url}"
    try:
        body = plain_body(response.headers, response.body)
    except SourceError as error:
        yield Failure(name, f"{name}: {error}")
        return
    yield Page(
        name=name,
        id=response.url,
        body=body,
        media_type=response.headers["content-type"],
        fetched=response.fetched,
        url=response.url,
        outlet=stream.known.outlet or stream.defaults.outlet,
        published=stream.known.published or stream.defaults.published,
        marking=stream.defaults.marking,
    )
    if response.lacking:
        yield Failure(name, f"{name}: truncated, {response.lacking:,} bytes are missing; fetch the archive again")


def archived_responses(body: BufferedReader) -> Iterator[Archived | str]:
    """The HTML responses in the archive's order; the URL alone of one above MAX_BYTES. OSError where it's damaged."""
    head = body.peek(HEAD_BYTES)
    packed = head.startswith(GZIP)
    if packed:
        head = zlib.decompressobj(zlib.MAX_WBITS | EITHER_HEADER).decompress(head, len(ARC_HEAD))
    if not head.startswith(ARC_HEAD):
        return warc_responses(body)
    return arc_responses(BufferedReader(Unpacked(body)) if packed else body)


def warc_responses(body: BinaryIO) -> Iterator[Archived | str]:
    """The HTML responses of a WARC file; fastwarc sees by itself whether it is compressed."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # imported here: few runs read an archive

    for record in ArchiveIterator(body, record_types=WarcRecordType.response, parse_http=True):
        url = record.headers.get("WARC-Target-URI") or ""
        if record.http_headers is None or not record.http_headers.status_code:
            continue
        headers = {name.lower(): value for name, value in record.http_headers.items()}
        if not is_page(record.http_headers.status_code, headers):
            continue
        if record.content_length > MAX_BYTES:
            yield url
            continue
        payload = record.reader.read(MAX_BYTES)
        lacking = record.content_length - len(payload)
        fetched = record.record_date or datetime.fromtimestamp(0, UTC)
        yield Archived(url=url, fetched=fetched, headers=headers, body=payload, lacking=lacking)


def arc_responses(body: BufferedReader) -> Iterator[Archived | str]:
    """The HTML responses of an ARC file, version 1: `URL IP time type length`, a line feed and that many bytes.

    Format: https://archive.org/web/researcher/ArcFileFormat.php. SourceError at a header that is none.
    """
    while line := body.readline(MAX_HEADER):
        if not line.strip():
            continue
        fields = line.decode("latin-1").split(" ")
        if len(fields) < 5 or not fields[-1].strip().isdigit():
            raise SourceError("a record's header is broken")
        length = int(fields[-1])
        if length > MAX_BYTES + MAX_HEADER:
            pass_over(body, length)
            yield fields[0]
            continue
        raw = body.read(length)
        response = split_response(raw)
        if response is None or not is_page(response.status, response.headers):
            continue
        yield Archived(
            url=fields[0],
            fetched=arc_time(fields[2]),
            headers=response.headers,
            body=response.body,
            lacking=length - len(raw),
        )


def arc_time(digits: str) -> datetime:
    """The time of a record, in UTC; SourceError when it is none."""
    try:
        return datetime.strptime(digits[:14], ARC_TIME).replace(tzinfo=UTC)
    except ValueError:
        raise SourceError(f"a record's time {digits!r} is broken") from None


def pass_over(body: BinaryIO, length: int) -> None:
    """Reads past `length` bytes, a megabyte at a time."""
    while length > 0 and (passed := body.read(min(length, 1 << 20))):
        length -= len(passed)

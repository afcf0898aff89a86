"""JSON rows: one object a line, a JSON array, or objects printed over many lines; streamed, one row at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec
from msgspec import Struct

from dragoman.sources.stream import MAX_BYTES, PLAIN, TOO_LARGE, Stream
from dragoman.types import Failure, Marking, Page

BOM = b"\xef\xbb\xbf"
CHUNK = 1 << 16
ROW_SHAPE = 'a row is {"id", "title", "outlet", "published", "url", "section", "text"}'
TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[{}]|[^"{}]+', re.DOTALL)
PARTING = b" \t\r\n,[]"


class Row(Struct, frozen=True):
    """One row as its file gives it; other fields are ignored, null is unknown."""

    text: str
    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    section: str | None = None
    marking: Marking | None = None


class Lump(Struct, frozen=True):
    """The bytes of one row and the line it begins on, from 1; None in place of bytes that were too many to hold."""

    line: int
    body: bytes | None


def looks_like_rows(head: bytes) -> bool:
    """Whether the first bytes open a JSON object or an array of them."""
    return re.match(rb"\s*(\[\s*)?\{\s*(\"|\}|$)", head.removeprefix(BOM)) is not None


def read_rows(stream: Stream) -> Iterator[Page | Failure]:
    """A page for each row, a Failure for each row that is broken; a broken row doesn't stop the next."""
    first = stream.body.readline(MAX_BYTES + 1).removeprefix(BOM)
    lumps = cut_values if first.startswith(b"[") or first.strip() == b"{" else cut_lines
    found = False
    for lump in lumps(first, stream.body):
        found = True
        yield read_row(lump, stream)
    if not found:
        yield Failure(stream.name, f"{stream.name}: no row in it; {ROW_SHAPE}")


def read_row(lump: Lump, stream: Stream) -> Page | Failure:
    """The row as a page named `file:line`; a row without an id takes the file's stem and the line."""
    name = f"{stream.name}:{lump.line}"
    if lump.body is None:
        return Failure(name, f"{name}: {TOO_LARGE}")
    try:
        row = msgspec.json.decode(lump.body, type=Row)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Failure(name, f"{name}: not a row of JSON in UTF-8 ({error}); {ROW_SHAPE}")
    known, defaults = stream.known, stream.defaults
    return Page(
        name=name,
        id=str(row.id) if row.id not in (None, "") else f"{stream.id}:{lump.line}",
        body=row.text.encode(),
        media_type=PLAIN,
        fetched=defaults.fetched,
        url=row.url or "",
        title=row.title or "",
        outlet=row.outlet or known.outlet or defaults.outlet,
        published=row.published or known.published or defaults.published,
        section=row.section or "",
        marking=row.marking or defaults.marking,
    )


def cut_lines(first: bytes, body: BinaryIO) -> Iterator[Lump]:
    """One row a line; blank lines are none, a line above MAX_BYTES is read past."""
    line, number = first, 1
    while line:
        if len(line) > MAX_BYTES and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = body.readline(CHUNK)
            yield Lump(number, None)
        elif line.strip():
            yield Lump(number, line)
        line, number = body.readline(MAX_BYTES + 1), number + 1


def cut_values(first: bytes, body: BinaryIO) -> Iterator[Lump]:
    """The top-level objects of an array, or objects that follow one another over any number of lines.

    What stands between objects, other than commas and brackets, is a lump too, so that its reader says where the file
    is broken. After a value above MAX_BYTES the rest is given up: nothing tells where the next one would begin.
    """
    held, depth, line, start = bytearray(), 0, 1, 1
    for token in json_tokens(first, body):
        if depth == 0 and token != b"{":
            if token.strip(PARTING):
                yield Lump(line, token)
        else:
            start = start if depth else line
            held += token
            depth += (token == b"{") - (token == b"}")
            if depth == 0:
                yield Lump(start, bytes(held))
                held.clear()
            elif len(held) > MAX_BYTES:
                yield Lump(start, None)
                return
        line += token.count(b"\n")
    if held:
        yield Lump(start, bytes(held))


def json_tokens(first: bytes, body: BinaryIO) -> Iterator[bytes]:
    """Whole strings, braces, and all else, in order; a string that is never closed comes last, as it is."""
    pending = first
    while True:
        end = 0
        while match := TOKEN.match(pending, end):
            yield match[0]
            end = match.end()
        pending = pending[end:]
        more = body.read(max(CHUNK, len(pending))) if len(pending) <= MAX_BYTES else b""
        if not more:
            break
        pending += more
    if pending:
        yield pending

"""Gzip as archives use it: many members in a row, and whatever there is of the last one."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BufferedReader, RawIOBase

CHUNK = 1 << 16
EITHER_HEADER = 32  # zlib's wbits: gzip or zlib, as the bytes say


class Unpacked(RawIOBase):
    """The members of a gzip file as one stream of bytes.

    Where the file is cut off the stream ends, with what was there: the standard library's loses it. Bytes that are no
    gzip raise zlib.error.
    """

    def __init__(self, packed: BufferedReader) -> None:
        self.pieces = unpacked(packed)
        self.rest = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, room: memoryview) -> int:  # type: ignore[override]
        """Fills `room` with the next bytes and tells how many; 0 at the end."""
        while not self.rest:
            piece = next(self.pieces, None)
            if piece is None:
                return 0
            self.rest = piece
        count = min(len(room), len(self.rest))
        room[:count] = self.rest[:count]
        self.rest = self.rest[count:]
        return count


def unpacked(packed: BufferedReader) -> Iterator[bytes]:
    """The decompressed bytes, at most CHUNK at a time."""
    inflater = zlib.decompressobj(zlib.MAX_WBITS | EITHER_HEADER)
    waiting = b""
    while waiting := waiting or packed.read(CHUNK):
        if inflater.eof:
            inflater = zlib.decompressobj(zlib.MAX_WBITS | EITHER_HEADER)
        yield inflater.decompress(waiting, CHUNK)
        waiting = inflater.unused_data if inflater.eof else inflater.unconsumed_tail

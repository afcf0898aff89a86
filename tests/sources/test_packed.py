"""Gzip members in a row are one stream, and a stream that is cut off gives what is there."""

import gzip
import zlib
from io import BufferedReader, BytesIO

import pytest

from dragoman.sources.packed import CHUNK, Unpacked

WORDS = b"The envoys met again.\n" * 10_000
PACKED = gzip.compress(WORDS[:7]) + gzip.compress(b"") + gzip.compress(WORDS[7:])


def unpack(packed):
    return BufferedReader(Unpacked(BufferedReader(BytesIO(packed))))


def test_members_in_a_row_are_one_stream():
    assert len(WORDS) > 2 * CHUNK
    assert unpack(PACKED).read() == WORDS


def test_a_stream_that_is_cut_off_gives_what_is_there():
    found = unpack(PACKED[:-40]).read()
    assert WORDS.startswith(found)
    assert len(found) > len(WORDS) // 2


def test_bytes_that_are_no_gzip_raise():
    with pytest.raises(zlib.error):
        unpack(PACKED + b"no gzip").read()

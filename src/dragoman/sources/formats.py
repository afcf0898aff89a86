"""The formats that can be read, in one table: a format is added here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from dragoman.sources.archive import looks_like_archive, read_archive
from dragoman.sources.feed import looks_like_feed, looks_like_json_feed, read_feed, read_json_feed
from dragoman.sources.rows import looks_like_rows, read_rows
from dragoman.sources.stream import FRONTED, HTML, Stream, whole_page
from dragoman.types import Failure, Page

HTML_HEAD = re.compile(
    rb"\s*(?:(?><!--.*?-->)\s*|<\?xml[^>]*>\s*)*+<(!doctype\s+html|html|head|body|title|meta|main|article|section|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)


class Format(Struct, frozen=True):
    """A form that articles come in.

    `suffixes` are lower case; `fits` says whether the first HEAD_BYTES bytes look like it; `read` takes a stream and
    yields its pages, and Failures in place of what it cannot read.
    """

    name: str
    suffixes: tuple[str, ...]
    fits: Callable[[bytes], bool]
    read: Callable[[Stream], Iterator[Page | Failure]]


def looks_like_html(head: bytes) -> bool:
    """Whether the first bytes open an HTML page."""
    return HTML_HEAD.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def looks_like_text(head: bytes) -> bool:
    """Always: text is what remains, and `parse` says when it is none."""
    return True


def read_html(stream: Stream) -> Iterator[Page | Failure]:
    """The one page of an HTML file; a charset that a server declared is kept."""
    declared = stream.media_type if "html" in stream.media_type else HTML
    yield whole_page(stream, declared)


def read_text(stream: Stream) -> Iterator[Page | Failure]:
    """The one article of a text file, front matter still on top."""
    yield whole_page(stream, FRONTED)


FORMATS: tuple[Format, ...] = (
    Format("web archive", (".warc", ".warc.gz", ".arc", ".arc.gz"), looks_like_archive, read_archive),
    Format("RSS or Atom", (".rss", ".atom", ".rdf", ".xml"), looks_like_feed, read_feed),
    Format("JSON Feed", (".json",), looks_like_json_feed, read_json_feed),
    Format("JSON rows", (".jsonl", ".ndjson", ".json"), looks_like_rows, read_rows),
    Format("HTML", (".html", ".htm", ".xhtml"), looks_like_html, read_html),
    Format("text", (".txt", ".md", ".text"), looks_like_text, read_text),
)
"""In the order in which they are asked; the last fits everything."""


def is_known(file_name: str) -> bool:
    """Whether a file of this name is read when its folder is."""
    return any(file_name.lower().endswith(format_.suffixes) for format_ in FORMATS)


def choose_format(file_name: str, head: bytes) -> Format:
    """The first format whose suffix and look agree, else the last whose suffix does, else the first that looks right.

    The suffix wins over the look: an .html file that begins with odd bytes is still HTML, and `parse` says if it's not.
    """
    named = [format_ for format_ in FORMATS if file_name.lower().endswith(format_.suffixes)]
    looking = [format_ for format_ in named or FORMATS if format_.fits(head)]
    return looking[0] if looking else named[-1]

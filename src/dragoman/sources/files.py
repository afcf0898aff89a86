"""Files and folders on disk, and standard input."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from dragoman.sources.formats import choose_format, is_known
from dragoman.sources.stream import HEAD_BYTES, Known, Stream
from dragoman.types import Defaults, Failure, Page

SIDECAR = ".meta.json"
SKIPPED = (SIDECAR, ".gold.json")  # what belongs to an article beside it and is none itself


def folder_pages(folder: Path, defaults: Defaults) -> Iterator[Page | Failure]:
    """The pages of all files below `folder` that have a known suffix, by name; hidden ones are left out."""
    empty = True
    for path in folder_files(folder):
        empty = False
        if isinstance(path, Failure):
            yield path
        else:
            yield from file_pages(path, defaults)
    if empty:
        yield Failure(str(folder), f"{folder}: no article in this folder; put .txt, .html or .jsonl files there")


def folder_files(folder: Path) -> Iterator[Path | Failure]:
    """The files below `folder` that hold articles, sorted by name in each folder; links to folders aren't followed."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield unreadable(folder, error)
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from folder_files(path)
        elif is_known(path.name) and not path.name.endswith(SKIPPED):
            yield path


def file_pages(path: Path, defaults: Defaults) -> Iterator[Page | Failure]:
    """The pages of one file; what the system says when it can't be opened becomes a Failure."""
    try:
        known = read_sidecar(path)
        if isinstance(known, Failure):
            yield known
            return
        with path.open("rb") as body:
            yield from opened_pages(body, str(path), known, defaults)
    except OSError as error:
        yield unreadable(path, error)


def unreadable(path: Path, error: OSError) -> Failure:
    """What the system says of a path that it doesn't open."""
    return Failure(str(path), f"{path}: cannot be read ({error.strerror or error}); check the path and its permissions")


def opened_pages(body: BufferedReader, name: str, known: Known, defaults: Defaults) -> Iterator[Page | Failure]:
    """The pages of an open file, read in the format that its name and its first bytes tell; a pipe will do."""
    head = body.peek(HEAD_BYTES)[:HEAD_BYTES]
    if not head:
        yield Failure(name, f"{name}: it is empty; give a text, HTML, JSON rows, a feed or an archive")
        return
    stream = Stream(name=name, id=Path(name).stem, body=body, defaults=defaults, known=known)
    yield from choose_format(name, head).read(stream)


def sidecar_of(path: Path) -> Path:
    """Where the facts about `ID.txt` stand: `ID.meta.json` beside it."""
    return path.with_name(path.stem + SIDECAR)


def read_sidecar(path: Path) -> Known | Failure:
    """What the sidecar says, nothing when there is none; other fields in it are ignored."""
    beside = sidecar_of(path)
    if not beside.is_file():
        return Known()
    try:
        return msgspec.json.decode(beside.read_bytes(), type=Known)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        remedy = "mend it or remove it"
        return Failure(str(beside), f"{beside}: no JSON object of title, outlet, published, url ({error}); {remedy}")


def input_pages(body: BinaryIO, defaults: Defaults) -> Iterator[Page | Failure]:
    """The pages of standard input, in the format that its first bytes tell."""
    peekable = body if isinstance(body, BufferedReader) else BufferedReader(cast(RawIOBase, body))
    yield from opened_pages(peekable, "stdin", Known(), defaults)

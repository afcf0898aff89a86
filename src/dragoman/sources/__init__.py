"""Where pages come from: files, folders, feeds, archives, the web and standard input. All reading of bytes is here."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.sources.files import file_pages, folder_pages, input_pages
from dragoman.types import Defaults, Failure, Page

__all__ = ["pages"]

WEB = re.compile(r"https?://", re.IGNORECASE)


def pages(source: str, defaults: Defaults) -> Iterator[Page | Failure]:
    """The pages of a path, a folder, a URL or `-` (standard input), in a fixed order, one at a time.

    What can't be had comes as a Failure and the next page follows. Nothing here is decoded or judged: see `parse`.
    """
    if source == "-":
        yield from input_pages(sys.stdin.buffer, defaults)
        return
    if WEB.match(source):
        from dragoman.sources.web import Net, web_pages  # imported here: reading files needs no network

        yield from web_pages(source, defaults, Net())
        return
    is_folder = os.path.isdir(source)  # Path.is_dir raises at a name that is too long
    yield from folder_pages(Path(source), defaults) if is_folder else file_pages(Path(source), defaults)

"""What every test of the sources takes: the caller's defaults, and a way to read bytes as if they were a file."""

from datetime import UTC, datetime

import pytest

from dragoman.sources import pages
from dragoman.types import Defaults, Failure, Page

FETCHED = datetime(2031, 3, 5, 9, 30, tzinfo=UTC)


@pytest.fixture
def defaults():
    return Defaults(fetched=FETCHED)


@pytest.fixture
def read(tmp_path, monkeypatch, defaults):
    """The pages and the failure messages of one file of the given name and bytes, its folder left out of the names."""
    monkeypatch.chdir(tmp_path)

    def read_bytes(name, body, defaults=defaults):
        (tmp_path / name).write_bytes(body)
        found = list(pages(name, defaults))
        return [p for p in found if isinstance(p, Page)], [f.message for f in found if isinstance(f, Failure)]

    return read_bytes

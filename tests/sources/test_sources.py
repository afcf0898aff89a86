"""The one door to all sources."""

from __future__ import annotations

import io
import sys

import pytest

from dragoman.sources import pages
from dragoman.types import Failure, Page


def test_a_folder_a_file_and_standard_input_go_through_one_door(tmp_path, monkeypatch, defaults):
    (tmp_path / "a.txt").write_text("A.")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"From a pipe.")))
    found = [page for source in (str(tmp_path), str(tmp_path / "a.txt"), "-") for page in pages(source, defaults)]
    assert [page.body for page in found if isinstance(page, Page)] == [b"A.", b"A.", b"From a pipe."]


@pytest.mark.parametrize("source", ["nowhere.txt", "n" * 5000, "ftp://example.org/a.txt"])
def test_what_cannot_be_had_is_one_failure_that_names_it(source, tmp_path, monkeypatch, defaults):
    monkeypatch.chdir(tmp_path)
    (found,) = pages(source, defaults)
    assert isinstance(found, Failure)
    assert found.message.startswith(found.name)
    assert "\n" not in found.message

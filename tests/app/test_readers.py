"""`dragoman reader` writes rows that the desk reads, keeps hashes only, and changes nothing that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.app.desk.readers import Reader, Roll, read_readers
from tests.app.conftest import run

PASSWORD = "a river runs past"


def test_a_reader_is_listed_with_a_password_or_a_token(tmp_path: Path) -> None:
    path = tmp_path / "readers.toml"
    asked = run("reader", "ana", path, "--clearance", "AMBER+STRICT", "--may", "write", stdin=f"{PASSWORD}\n" * 2)
    assert asked.exit_code == 0, asked.stderr
    given = run("reader", "feed.bot", path, "--clearance", "GREEN", "--token")
    assert given.exit_code == 0, given.stderr
    roll = Roll(path)
    assert roll.with_password("ana", PASSWORD) == Reader(name="ana", clearance="AMBER+STRICT", may=("write",))
    assert roll.with_token(given.stdout.strip()) == Reader(name="feed.bot", clearance="GREEN")
    assert PASSWORD not in path.read_text(encoding="utf-8")
    assert given.stdout.strip() not in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("ana", PASSWORD, "lists this name already"),
        ("a]b", PASSWORD, "a name has letters"),
        ("bo", "short", "a password has 12 characters or more"),
    ],
)
def test_what_is_off_is_told_and_nothing_is_written(tmp_path: Path, name: str, typed: str, said: str) -> None:
    path = tmp_path / "readers.toml"
    run("reader", "ana", path, "--clearance", "RED", "--token")
    refused = run("reader", name, path, "--clearance", "RED", stdin=f"{typed}\n" * 2)
    assert (refused.exit_code, said in refused.stderr) == (2, True)
    assert list(read_readers(path)) == ["ana"]

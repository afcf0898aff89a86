from __future__ import annotations

import errno
import sqlite3

import click
import msgspec
import pytest
from click.testing import CliRunner

from dragoman.app.failures import Commands, disk_line
from dragoman.errors import LedgerError, SourceError, UsageError


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (UsageError("no day"), 2, "no day"),
        (SourceError("x.txt: missing"), 1, "x.txt: missing"),
        (LedgerError("a\nb"), 1, "a b"),  # one line whatever the message holds
        (msgspec.ValidationError("no such kind"), 1, "what this version cannot read (no such kind)"),
        (KeyboardInterrupt(), 130, "stopped; what was added is kept"),
        (
            sqlite3.OperationalError("disk I/O error"),
            1,
            "the ledger failed: disk I/O error; run `dragoman verify LEDGER`",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "the disk is full"),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_every_end_is_one_line_and_a_status(error, status, said, monkeypatch):
    monkeypatch.setattr("dragoman.app.failures.leave_broken_pipe", lambda: None)  # pytest's own stdout stays open

    @click.group(cls=Commands)
    def group() -> None: ...

    @group.command()
    def fail() -> None:
        raise error

    done = CliRunner().invoke(group, ["fail"])
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (status, "", 1 if said else 0)
    assert said in done.stderr


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "a.db: the disk is full"),
        (errno.EACCES, "a.db: no permission"),
        (errno.EROFS, "a.db: no permission"),
        (errno.EIO, "a.db: Input/output error"),
    ],
)
def test_what_the_disk_says_comes_with_a_remedy_where_there_is_one(number, said):
    import os

    assert disk_line(OSError(number, os.strerror(number), "a.db")).startswith(said)

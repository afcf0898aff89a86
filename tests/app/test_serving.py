"""`dragoman serve` says where the desk is, and refuses to be reached by more than it has readers for."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from dragoman.app.desk.readers import new_token
from dragoman.app.serving import Listening, listen
from tests.app.conftest import run
from tests.app.desk.conftest import ledger_file

__all__ = ["ledger_file"]


@pytest.mark.parametrize(
    "more", [["--host", "0.0.0.0"], ["--host", "192.0.2.1"], ["--host", "::"], ["--origin", "https://desk.example.org"]]
)
def test_without_readers_it_does_not_listen_wider_than_this_machine(ledger_file: Path, more: list[str]) -> None:
    done = run("serve", ledger_file, *more)
    assert done.exit_code == 2
    assert "without readers only this machine may reach the desk" in done.stderr


def test_what_cannot_be_served_is_told(tmp_path: Path, ledger_file: Path) -> None:
    assert "there is no ledger here" in run("serve", tmp_path / "none.db").stderr
    broken = tmp_path / "readers.toml"
    broken.write_text("[amy]\n", encoding="utf-8")
    assert "this is no list of readers" in run("serve", ledger_file, "--readers", broken).stderr
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "cannot be listened on" in run("serve", ledger_file, "--port", taken.getsockname()[1]).stderr


def test_an_answer_does_not_wait_for_the_one_before_it_to_be_acknowledged() -> None:
    with listen(Listening("127.0.0.1", 0, None, ())) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_it_serves_until_it_is_stopped(ledger_file: Path, tmp_path: Path) -> None:
    readers = tmp_path / "readers.toml"
    token, kept = new_token()
    readers.write_text(f'[amy]\nclearance = "AMBER"\ntokens = ["{kept}"]\n', encoding="utf-8")
    program = "from dragoman.app.cli import main; main()"
    command = [sys.executable, "-c", program, "serve", str(ledger_file), "--port", "0", "--readers", str(readers)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as started:
        assert started.stderr
        said = started.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, said
        answer = httpx.get(f"{found[0]}brief.json", headers={"authorization": f"Bearer {token}"})
        assert answer.json()["articles"] == 2
        started.send_signal(signal.SIGINT)
        assert started.wait(15) in (0, 130)

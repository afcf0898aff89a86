"""The command: what it takes, how it ends, and that nothing it told is lost when it is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks.killing import measure
from benchmarks.newsroom import Newsroom, open_newsroom

from dragoman.ledger import open_ledger
from tests.app.conftest import run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def newsroom():
    with open_newsroom(Newsroom()) as room:
        room.arrive(2)
        yield room


def host(room):
    return ("--allow-host", f"127.0.0.1:{room.port}")


def test_it_prints_what_is_new_and_ends_after_one_round_when_asked(tmp_path, newsroom):
    ended = run("follow", tmp_path / "talks.db", newsroom.feed_url, "--once", *host(newsroom))
    assert [line[:29] for line in ended.stdout.splitlines() if not line.startswith(" ")] == [
        "+ Harbour Post, Thu 8 May 203"
    ] * 2
    assert ended.stderr.splitlines()[-1] == (
        f"dragoman: 1 polls: 2 added, 0 corrected, 0 skipped, 0 failed; ledger {tmp_path / 'talks.db'}"
    )
    assert ended.exit_code == 0


def test_what_fails_is_one_line_and_the_status_of_a_single_round(tmp_path, newsroom):
    gone = f"http://127.0.0.1:{newsroom.port}/nothing"
    ended = run("follow", tmp_path / "talks.db", gone, newsroom.feed_url, "--once", "--json", *host(newsroom))
    assert ended.exit_code == 1
    assert f"dragoman: {gone}: the server answered 404 Not Found; check the address; asked again at " in ended.stderr
    assert [line.split('"')[3] for line in ended.stdout.splitlines()] == ["failed", "added", "added"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["talks.db"], "sources.toml: there is no list of sources here; name a SOURCES.toml or a URL"),
        (["talks.db", "nothing.toml"], "nothing.toml: neither a file nor an address; name a SOURCES.toml or a URL"),
        (["no/talks.db", "http://a.example/"], "no: there is no such folder; make it first"),
        (
            ["talks.db", "http://127.0.0.1:8080/"],
            "port 8080; only 80 and 443 are asked; where it's in your own network, name",
        ),
        (["talks.db", "http://127.0.0.1:8080/"], "name its host: --allow-host 127.0.0.1:8080"),
        (["talks.db", "http://a.example/", "--every", "5"], "every 5 seconds is too often; ask every 30 or more"),
        (["talks.db", "http://a.example/", "--allow-host", "http://a"], "--allow-host http://a: this is no host"),
        (["talks.db", "broken.toml"], "broken.toml: Object contains unknown field `urls` - at `$.source[0]`"),
    ],
)
def test_a_call_that_is_off_is_one_line_and_nothing_is_made(tmp_path, monkeypatch, arguments, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.toml").write_text('[[source]]\nurls = "http://a.example/"\n')
    ended = run("follow", *arguments)
    assert ended.exit_code == 2
    assert says in ended.stderr
    assert not (tmp_path / "talks.db").exists()


def test_the_list_beside_the_ledger_is_followed_when_none_is_named(tmp_path, newsroom):
    (tmp_path / "sources.toml").write_text(f'[[source]]\nurl = "{newsroom.feed_url}"\noutlet = "Coast Wire"\n')
    ended = run("follow", tmp_path, "--once", *host(newsroom))
    assert ended.stdout.startswith("+ Coast Wire, ")
    assert (tmp_path / "dragoman.db").is_file()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly_with_what_it_told_kept(tmp_path, newsroom, number):
    program = "from dragoman.app.cli import main; main()"
    arguments = ["follow", tmp_path / "talks.db", newsroom.feed_url, "--every", "0.1", *host(newsroom)]
    running = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout
    first = running.stdout.readline()
    running.send_signal(number)
    out, err = running.communicate(timeout=60)
    told = [line for line in (first + out).splitlines() if line.startswith("+")]
    assert (running.returncode, err.rstrip().endswith("; stopped"), "Traceback" in err) == (0, True, False)
    with open_ledger(tmp_path / "talks.db") as ledger:
        assert len(ledger.articles()) == len(told)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the measure forks")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_what_it_reported_before_it_was_killed_is_there_once_and_the_next_run_goes_on(tmp_path):
    found = measure(5, tmp_path, seed=int(time.time()), longest=0.6)
    assert found.faults == []
    assert found.came > 0

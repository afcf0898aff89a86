"""What a reader is given is written before it is given, once a minute for a page that keeps itself up to date."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dragoman.app.desk import journal
from dragoman.ledger import open_ledger, verify
from tests.app.desk.conftest import Served

Listed = tuple[Path, dict[str, str]]


def logged(path: Path) -> list[tuple[str, str, int]]:
    with open_ledger(path) as ledger:
        return [(one.reader, one.address, one.times) for one in ledger.views()][::-1]


@pytest.fixture
def desk(serve: Callable[..., Served], ledger_file: Path, readers_file: Listed) -> Served:
    return serve(ledger_file, readers_file[0])


def test_who_saw_what_stands_in_the_chain(desk: Served, readers_file: Listed) -> None:
    amy, cleo = (f"Bearer {readers_file[1][name]}" for name in ("amy", "cleo"))
    for path in ("/", "/article/one?at=0-4", "/article/nobody", "/positions.json"):
        desk.get(path, authorization=amy)
    desk.get("/", authorization=cleo)
    desk.get("/", authorization="Bearer made-up")
    assert logged(desk.ledger) == [
        ("amy", "/", 1),
        ("amy", "/article/one?at=0-4", 1),
        ("amy", "/positions.json", 1),
        ("cleo", "/", 1),
    ]
    assert verify(desk.ledger).articles == 2


def test_the_same_page_within_a_minute_is_counted_and_written_afterwards(
    desk: Served, readers_file: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    amy = f"Bearer {readers_file[1]['amy']}"
    for _ in range(4):
        desk.get("/", authorization=amy)
    assert logged(desk.ledger) == [("amy", "/", 1)]
    monkeypatch.setattr(journal, "WINDOW", 0.0)
    desk.get("/actors", authorization=amy)
    assert logged(desk.ledger) == [("amy", "/", 1), ("amy", "/", 3), ("amy", "/actors", 1)]


def test_of_many_at_once_all_are_written(desk: Served, readers_file: Listed) -> None:
    amy = f"Bearer {readers_file[1]['amy']}"
    paths = [f"/search?q=word{n}" for n in range(40)]
    with ThreadPoolExecutor(10) as threads:
        assert [a.status_code for a in threads.map(lambda path: desk.get(path, authorization=amy), paths)] == [200] * 40
    assert sorted(address for _, address, _ in logged(desk.ledger)) == sorted(paths)
    verify(desk.ledger)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to everything")
def test_what_cannot_be_logged_is_not_shown(desk: Served, readers_file: Listed) -> None:
    desk.ledger.chmod(0o400)
    assert desk.get("/", authorization=f"Bearer {readers_file[1]['amy']}").status_code == 503


def test_where_nobody_is_listed_nobody_is_logged(serve: Callable[..., Served], ledger_file: Path) -> None:
    serve(ledger_file).get("/")
    assert logged(ledger_file) == []


def test_the_log_is_for_who_may_audit_and_see_everything(desk: Served, readers_file: Listed) -> None:
    rex, amy = (f"Bearer {readers_file[1][name]}" for name in ("rex", "amy"))
    desk.get("/positions", authorization=amy)
    assert "/positions" in desk.get("/log", authorization=rex).text
    (view, *_) = desk.get("/log.json?reader=amy", authorization=rex).json()["views"]
    assert (view["reader"], view["address"]) == ("amy", "/positions")
    assert desk.get("/log", authorization=amy).status_code == 404
    assert 'href="/log"' not in desk.get("/", authorization=amy).text

from __future__ import annotations

from dragoman.app import ledgers
from dragoman.app.ledgers import kept
from dragoman.ledger import open_ledger
from dragoman.types import Failure
from tests.app.conftest import run


def test_adding_twice_is_adding_once_and_the_second_time_reads_nothing(folder, tmp_path):
    ledger = tmp_path / "talks.db"
    assert run("add", ledger, folder).stderr == f"dragoman: 2 read, 0 failed, 0 skipped; ledger {ledger}\n"
    head = run("verify", ledger).stdout
    assert run("add", ledger, folder).stderr == (
        f"dragoman: 0 read, 0 failed, 0 skipped, 2 known already; ledger {ledger}\n"
    )
    assert run("verify", ledger).stdout == head
    assert "2 articles" in head


def test_a_folder_keeps_its_ledger_inside(folder):
    assert run("add", folder, folder).exit_code == 0
    assert (folder / "dragoman.db").is_file()
    assert run("brief", folder).stderr == ""  # nothing is read again


def test_a_failure_is_kept_in_the_ledger():
    with open_ledger() as ledger:
        assert list(kept([Failure("x", "x: broken")], ledger)) == [Failure("x", "x: broken")]
        assert ledger.failures() == (Failure("x", "x: broken"),)


def test_a_page_that_failed_does_not_stop_the_others(folder, tmp_path):
    (folder / "aaa.txt").write_bytes(b"")
    done = run("add", tmp_path / "talks.db", folder)
    assert (done.exit_code, "2 read, 1 failed" in done.stderr) == (1, True)


def test_what_is_no_ledger_is_one_line(folder, tmp_path):
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    for arguments in (["add", broken, folder], ["verify", broken], ["brief", broken], ["verify", tmp_path / "none.db"]):
        done = run(*arguments)
        assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1), arguments
        assert "Traceback" not in done.output
    assert run("brief", folder / "answer.txt").exit_code == 2
    assert run("brief", tmp_path / "nowhere").exit_code == 1
    assert run("add", tmp_path / "no" / "such" / "x.db", folder).exit_code == 2


def test_verdicts_are_kept_as_soon_as_articles_are_added_unless_there_are_very_many(folder, tmp_path, monkeypatch):
    for most, name in ((ledgers.MOST_JUDGED, "few.db"), (-1, "many.db")):
        monkeypatch.setattr(ledgers, "MOST_JUDGED", most)
        run("add", tmp_path / name, folder)
        with open_ledger(tmp_path / name) as ledger:
            assert (ledger.verdicts(ledger.last_day()) is not None) == (most >= 0)

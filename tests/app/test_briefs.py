from __future__ import annotations

import json
import re

import pytest

from tests.app.conftest import ANSWER, run


@pytest.fixture
def ledger(folder, tmp_path):
    """A ledger of the two articles."""
    path = tmp_path / "talks.db"
    run("add", path, folder)
    return path


def changes(printed: str) -> list[str]:
    """The rows of the section on what changed."""
    return re.search(r"1 WHAT CHANGED(.*?)\n\n", printed, re.DOTALL)[1].splitlines()


def test_a_folder_and_a_ledger_of_it_give_the_same_brief(folder, ledger):
    of_folder, of_ledger = run("brief", folder), run("brief", ledger)
    assert of_folder.exit_code == of_ledger.exit_code == 0
    assert of_folder.stdout.splitlines()[2:] == of_ledger.stdout.splitlines()[2:]
    assert of_folder.stdout.startswith("BORDER TALKS")
    assert run("brief", ledger).stdout == of_ledger.stdout


def test_the_forms_hold_the_same_lines(ledger):
    brief = json.loads(run("brief", ledger, "--json").stdout)
    markdown = run("brief", ledger, "--markdown").stdout
    assert brief["as_of"] == "2021-03-11"
    assert markdown.count("\n## ") == len(brief["sections"])
    assert markdown.count("\n[^") == len(brief["citations"])


def test_an_earlier_day_knows_less(ledger):
    assert json.loads(run("brief", ledger, "--json", "--as-of", "2021-03-10").stdout)["articles"] == 1


def test_every_citation_opens_in_its_sentence(ledger):
    brief = json.loads(run("brief", ledger, "--json").stdout)
    assert brief["citations"]
    for citation in brief["citations"]:
        opened = run("why", citation["n"], ledger).stdout
        assert f"»{citation['evidence']['quote']}«" in opened
        assert citation["outlet"] in opened


def test_a_number_that_the_brief_has_not_is_a_wrong_call(ledger):
    done = run("why", 99, ledger)
    assert (done.exit_code, "citations" in done.stderr) == (2, True)


def test_a_reader_sees_a_thing_as_new_once(ledger, tmp_path):
    first, second = run("brief", ledger, "--for", "ana").stdout, run("brief", ledger, "--for", "ana").stdout
    assert len(changes(first)) > 1
    assert changes(second) == ["  none"]
    assert len(changes(run("brief", ledger, "--for", "ben").stdout)) > 1
    later = tmp_path / "later.txt"
    later.write_text(ANSWER.replace("2021-03-11", "2021-03-12").replace("rejected", "accepted"), encoding="utf-8")
    run("add", ledger, later)
    assert all(
        row.startswith(("  + ", "  ~ ", "  !", "     "))
        for row in changes(run("brief", ledger, "--for", "ana").stdout)[1:]
    )
    assert run("verify", ledger).exit_code == 0


def test_the_numbers_of_a_readers_last_brief_stay_open_although_the_next_would_differ(ledger):
    shown = run("brief", ledger, "--for", "ana", "--json").stdout
    for citation in json.loads(shown)["citations"]:
        assert f"»{citation['evidence']['quote']}«" in run("why", citation["n"], ledger, "--for", "ana").stdout


def test_only_a_ledger_remembers_a_reader(folder):
    done = run("brief", folder, "--for", "ana")
    assert (done.exit_code, "only a ledger remembers a reader" in done.stderr) == (2, True)


def test_a_brief_of_a_folder_with_a_bad_page_says_so_in_its_status(folder):
    (folder / "bad.txt").write_bytes(b"")
    done = run("brief", folder)
    assert (done.exit_code, "SOURCES" in done.stdout, "1 failed" in done.stderr) == (1, True, True)


@pytest.mark.parametrize("command", ["brief", "timeline", "due"])
def test_an_empty_file_is_not_made_a_ledger_by_reading_it(tmp_path, command):
    empty = tmp_path / "article.txt"
    empty.touch()
    done = run(command, empty)
    assert (done.exit_code, "is empty" in done.stderr, empty.stat().st_size) == (2, True, 0)


def test_an_empty_folder_gives_a_brief_of_nothing(tmp_path):
    (tmp_path / "empty").mkdir()
    done = run("brief", tmp_path / "empty")
    assert "as of no date" in done.stdout
    assert "0 read" in done.stderr

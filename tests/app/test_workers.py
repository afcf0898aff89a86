"""Several processes give what one gives, in the same order."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.app.batch import defaults, outcomes
from dragoman.app.workers import WORTH_IT, Done, Task, cores, read_all
from dragoman.types import Failure, Reading
from tests.app.conftest import run
from tests.records import article

SAID = 'Minister {name} said on Monday that "the talks will go on". The two presidents spoke by phone on Sunday.'
FRENCH = "Les deux présidents se sont parlé lundi soir. " * 9
NAMES = ("Torv", "Haddad", "Lund", "Kral", "Moss", "Vane", "Tarn", "Okell", "Quill", "Marsh", "Berg", "Dahl")


def rows(path: Path) -> Path:
    """Articles enough for workers to pay, one twice, one without text, one that isn't in English."""
    texts = [{"id": f"r{n}", "published": "2031-03-04", "text": SAID.format(name=name)} for n, name in enumerate(NAMES)]
    texts.insert(3, {"id": "bad", "published": "2031-03-04"})
    texts.insert(
        5, {"id": "other", "published": "2031-03-04", "text": "Les deux présidents se sont parlé lundi soir. " * 9}
    )
    texts.append({**texts[0], "id": "again"})
    path.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    return path


def told(path: Path, jobs: int) -> list[tuple[str, str]]:
    found = []
    for item in outcomes([str(path)], defaults(), jobs=jobs):
        name = item.article.name if isinstance(item, Reading) else item.name
        words = repr(item.records) if isinstance(item, Reading) else type(item).__name__
        found.append((name, words))
    return found


def test_two_jobs_give_the_outcomes_of_one_in_their_order_save_that_a_repeated_article_is_known(tmp_path):
    path = rows(tmp_path / "texts.jsonl")
    one, two = told(path, 1), told(path, 2)
    assert two[:-1] == one[:-1]
    assert two[-1][1] == "Known"
    assert sum(words == "Failure" for _, words in two) == 1
    assert sum(words == "Skipped" for _, words in two) == 1


def test_a_ledger_is_the_same_to_its_entries_whatever_the_number_of_jobs(tmp_path):
    path = rows(tmp_path / "texts.jsonl")
    printed = []
    for jobs in (1, 2):
        ledger = tmp_path / f"{jobs}" / "dragoman.db"
        ledger.parent.mkdir()
        added = run("add", ledger, path, "--jobs", jobs)
        assert "12 read, 1 failed, 1 skipped (1 French), 1 known already" in added.stderr
        printed.append(run("timeline", ledger).stdout)
    assert printed[0] == printed[1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_few_articles_are_read_here_and_what_is_no_task_goes_through(jobs):
    gone = Failure("page", "page: it is gone")
    task = Task("a.txt", "", article("a", text=SAID.format(name="Torv")))
    items = [gone, task]
    first, done = list(read_all(items, jobs))
    assert first is gone
    assert isinstance(done, Done)
    assert isinstance(done.reading, Reading)
    assert len(items) < WORTH_IT


def test_what_goes_wrong_with_an_article_is_handed_back_and_the_next_is_read(tmp_path):
    (tmp_path / "dossier.toml").write_text("no roster")
    bad = Task("b.txt", str(tmp_path), article("b", text="They spoke."))
    done = list(read_all([bad, Task("a.txt", "", article("a", text="They spoke."))], 1))
    assert [isinstance(item, Done) and isinstance(item.reading, Exception) for item in done] == [True, False]


def test_there_is_at_least_one_core():
    assert cores() >= 1


PARENT = """
import os, time
from dragoman.app.workers import Helpers
if __name__ == "__main__":
    print(Helpers(1)._pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks the system of Linux which processes there are")
def test_who_reads_ahead_ends_with_the_process_that_asked_also_where_that_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        helper = int(parent.stdout.readline())
        parent.kill()
    until = time.monotonic() + 20
    while Path(f"/proc/{helper}/cmdline").exists() and time.monotonic() < until:
        if "Z" in Path(f"/proc/{helper}/stat").read_text().rpartition(")")[2].split()[0]:
            break  # it ended, and nobody took note of it
        time.sleep(0.05)
    assert time.monotonic() < until

"""What the ledger keeps, and what becomes of it when things go wrong."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.kinds.contact import Contact
from dragoman.ledger import Ledger, open_ledger, store, verify
from dragoman.types import Failure
from tests.records import article, contact, march, on, statement

HERE = Path(__file__).parents[2]


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger() as opened:
        yield opened


def test_an_article_put_twice_is_put_once(ledger: Ledger) -> None:
    assert ledger.put(article("a"), [contact("a", on(4))]) == ("contact:aland",)
    before = ledger.entries(), ledger.articles(), ledger.head()
    assert ledger.put(article("a"), [contact("a", on(4))]) == ()
    assert (ledger.entries(), ledger.articles(), ledger.head()) == before


def test_entries_are_the_same_before_and_after_they_are_stored(ledger: Ledger) -> None:
    ledger.put(article("a", 4), [contact("a", on(4)), statement("a", "We will speak again before the week is out")])
    ledger.put(article("b", 5), [contact("b", on(4), duration="PT1H")])
    unsettled = ledger.entries()
    assert ledger.settle() == 2
    assert ledger.settle() == 0
    assert ledger.entries() == unsettled
    assert ledger.rebuild() == 2
    assert ledger.entries() == unsettled


def test_a_new_version_of_a_url_takes_the_place_of_the_old_which_is_kept(ledger: Ledger) -> None:
    url = "https://example.org/1"
    ledger.put(article("old", 4, url=url), [contact("old", on(4), duration="PT1H")])
    ledger.settle()
    ledger.put(article("new", 6, url=url), [contact("new", on(4), duration="PT3H")])
    (entry,) = ledger.entries()
    assert isinstance(entry.record, Contact)
    assert (entry.record.duration, [s.article for s in entry.supports], entry.disputes) == ("PT3H", ["new"], ())
    assert [a.id for a in ledger.articles()] == ["new"]
    assert [a.id for a in ledger.versions(url)] == ["old", "new"]
    assert ledger.article("old") is not None


def test_an_older_version_that_comes_later_changes_nothing_that_stands(ledger: Ledger) -> None:
    url = "https://example.org/1"
    ledger.put(article("new", 6, url=url), [contact("new", on(4))])
    before = ledger.entries()
    ledger.put(article("old", 4, url=url), [contact("old", on(4))])
    assert ledger.entries() == before
    assert [a.id for a in ledger.versions(url)] == ["old", "new"]


def test_as_of_shows_what_was_known_then(ledger: Ledger) -> None:
    url = "https://example.org/1"
    ledger.put(article("a", 4, url=url), [contact("a", on(4), duration="PT1H")])
    ledger.put(article("b", 6), [contact("b", on(4), duration="PT3H"), statement("b", "It was a very long call")])
    ledger.put(article("c", 8, url=url), [contact("c", on(4), duration="PT3H")])
    ledger.settle()

    def seen(day: int) -> list[tuple[str, list[str], int]]:
        return [(e.kind, [s.article for s in e.supports], len(e.disputes)) for e in ledger.entries(march(day))]

    assert seen(3) == []
    assert seen(4) == [("contact", ["a"], 0)]
    assert seen(6) == [("contact", ["a", "b"], 1), ("statement", ["b"], 0)]
    assert seen(8) == [("contact", ["b", "c"], 0), ("statement", ["b"], 0)]
    assert ledger.entries(march(20)) == ledger.entries()


def test_an_article_without_a_day_is_known_from_the_day_it_was_fetched(ledger: Ledger) -> None:
    ledger.put(article("a", None), [contact("a", on(4))])  # fetched on 20 March
    assert ledger.entries(march(19)) == ()
    assert len(ledger.entries(march(20))) == 1
    assert ledger.last_day() is None


def test_the_last_day_is_the_last_day_of_publication(ledger: Ledger) -> None:
    for id, day in (("a", 7), ("b", 9), ("c", None), ("d", 8)):
        ledger.put(article(id, day), [])
    assert ledger.last_day() == march(9)


def test_what_a_reader_was_shown_is_remembered_for_that_reader(ledger: Ledger) -> None:
    assert (ledger.shown("ministry"), ledger.last_shown("ministry")) == ({}, None)
    ledger.mark_shown("ministry", {"contact-1": "h1", "contact-2": "h2"}, march(4))
    ledger.mark_shown("ministry", {"contact-2": "h3"}, march(6))
    ledger.mark_shown("staff", {}, march(7))
    assert ledger.shown("ministry") == {"contact-1": "h1", "contact-2": "h3"}
    assert ledger.last_shown("ministry") == march(6)
    assert (ledger.shown("staff"), ledger.last_shown("staff")) == ({}, march(7))


def test_failures_are_kept_once(ledger: Ledger) -> None:
    for _ in range(2):
        ledger.fail(Failure("b.txt", "b.txt: empty; remove it"))
    ledger.fail(Failure("a.txt", "a.txt: binary; remove it"))
    assert ledger.failures() == (
        Failure("a.txt", "a.txt: binary; remove it"),
        Failure("b.txt", "b.txt: empty; remove it"),
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harbour", ["The harbour closed."]),
        ("envoy harbour", []),
        ("ENVOY", ["An envoy came."]),
        ('"envoy', ["An envoy came."]),  # marks of FTS5's own language are only text
        ("NOT", []),
        ("", []),
    ],
)
def test_search_finds_sentences_by_their_words(ledger: Ledger, words: str, found: list[str]) -> None:
    text = "An envoy came. The harbour closed.\nNothing else."
    ledger.put(article("a", text=text), [])
    passages = ledger.search(words)
    assert [passage.text for passage in passages] == found
    assert all(text[p.start : p.end] == p.text for p in passages)


def test_each_kind_can_be_read_with_plain_sql(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a"), [contact("a", on(4), place="Geneva"), statement("a", "Nothing has been decided")])
    with sqlite3.connect(path) as connection:
        asked = "SELECT outlet, participants, place, when_start, status FROM contact"
        assert connection.execute(asked).fetchall() == [
            ("Paper a", "Anna Lund; Boris Kral", "Geneva", "2031-03-04", "held")
        ]
        assert connection.execute("SELECT speaker, content FROM statement").fetchall() == [
            ("Anna Lund", '["Nothing has been decided"]')
        ]
    connection.close()


# ---- crashes and other processes ------------------------------------------------------------------------------------

WRITER = """
    import os, sys
    from dragoman.ledger import open_ledger
    from tests.records import article, contact, on
    ledger = open_ledger(sys.argv[1])
    for n in range(int(sys.argv[2])):
        id = f"{sys.argv[3]}{n:03}"
        ledger.put(article(id), [contact(id, on(4), topics=(str(k),), id=f"{id}-{k}") for k in range(5)])
        print(id, flush=True)
"""


def writer(path: Path, count: int, prefix: str, ending: str = "") -> subprocess.Popen[str]:
    """A process that puts articles of five records and names each on its output once it is put."""
    script = textwrap.dedent(WRITER) + ending
    command = [sys.executable, "-c", script, str(path), str(count), prefix]
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE, env=environment)


def test_a_crash_loses_no_article_that_was_reported_as_added(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    process = writer(path, 10_000, "a")
    assert process.stdout
    reported = [process.stdout.readline().strip() for _ in range(20)]
    process.kill()
    reported += process.stdout.read().split()
    process.stdout.close()
    process.wait()
    with open_ledger(path) as ledger:
        held = {a.id for a in ledger.articles()}
        assert set(reported) <= held
        assert all(len(ledger.records(id)) == 5 for id in held)
        ledger.settle()
    assert verify(path).articles == len(held)


def test_a_crash_inside_a_put_leaves_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    ending = textwrap.dedent("""
        from dragoman.ledger import putting
        putting.add_link = lambda *_: os._exit(9)
        ledger.put(article("torn"), [contact("torn", on(4))])
    """)
    process = writer(path, 2, "a", ending)
    out, _ = process.communicate()
    assert (process.returncode, out.split()) == (9, ["a000", "a001"])
    with open_ledger(path) as ledger:
        assert [a.id for a in ledger.articles()] == ["a000", "a001"]
        assert ledger.records("torn") == ()


def test_another_process_reads_whole_articles_or_none_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        process = writer(path, 60, "a")
        while process.poll() is None:
            held = ledger.articles()
            assert {len(ledger.records(a.id)) for a in held} <= {5}
            assert len({s.record for entry in ledger.entries() for s in entry.supports}) % 5 == 0
        assert process.stdout
        process.stdout.close()
        assert len(ledger.articles()) == 60


def test_two_writers_take_turns_and_the_chain_holds(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    processes = [writer(path, 20, prefix) for prefix in ("a", "b")]
    for process in processes:
        out, _ = process.communicate()
        assert (process.returncode, len(out.split())) == (0, 20)
    assert (verify(path).articles, verify(path).records) == (40, 200)


# ---- what cannot be read or written ---------------------------------------------------------------------------------


def test_a_damaged_ledger_is_named_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(b"This is no ledger at all. " * 400)
    with pytest.raises(LedgerError, match=r"ledger\.db: it is not a ledger, or damaged .*: name another file"):
        open_ledger(path)


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"other\.db: it is not a dragoman ledger: name another file"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_no_ledger_where_one_was_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger here; make one with `dragoman add"):
        open_ledger(tmp_path / "none.db", create=False)
    with pytest.raises(LedgerError, match="cannot be opened: check that its folder exists"):
        open_ledger(tmp_path / "no" / "such" / "ledger.db")


def test_a_locked_ledger_is_named_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a"), [contact("a", on(4))])
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another process is writing to it; run this again"):
            ledger.put(article("b"), [])
        assert len(ledger.entries()) == 1  # reading goes on
        other.close()
        ledger.put(article("b"), [])
        assert len(ledger.articles()) == 2


def test_a_full_disk_loses_only_the_article_at_hand(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a"), [contact("a", on(4))])
        pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
        ledger._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LedgerError, match="the disk is full; what was reported as added is safe"):
            ledger.put(article("b", text="A long text. " * 20_000), [])
        assert [a.id for a in ledger.articles()] == ["a"]
    assert verify(path).articles == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_ledger_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.put(article("a"), [contact("a", on(4))])
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with open_ledger(path) as ledger:
            assert len(ledger.entries()) == 1
            with pytest.raises(LedgerError, match="it cannot be written"):
                ledger.put(article("b"), [])
    finally:
        tmp_path.chmod(0o755)


def test_merging_lets_others_write_after_some_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("dragoman.ledger.store.RECORDS_AT_ONCE", 1)
    with open_ledger(tmp_path / "talks.db") as ledger, open_ledger(tmp_path / "talks.db") as other:
        ledger.put(article("a", 4), [contact("a", on(3)), statement("a", "We will speak again soon")])
        seen = [other.version()]
        merge = ledger._merge
        monkeypatch.setattr(ledger, "_merge", lambda blocks: (merge(blocks), seen.append(other.version()))[0])
        assert ledger.settle() == 2
        seen.append(other.version())
    assert len(set(seen)) == 3  # the second block was begun when the first was there for all

"""A ledger that is filled page by page: what each page changed, and how sources stand between two polls."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.app.batch import Known, Skipped
from dragoman.app.shelf import Added, Shelf
from dragoman.errors import LedgerError
from dragoman.ledger import open_ledger
from dragoman.sources.polling import Standing
from dragoman.types import Failure, Page
from tests.app.conftest import ANSWER, MEETING, SPANISH
from tests.sources.conftest import FETCHED

URL = "https://harbour-post.example/1"


def page(text, url=URL):
    return Page(name=url, id=url, body=text.encode(), media_type="text/markdown", fetched=FETCHED, url=url)


@pytest.fixture
def shelf(tmp_path):
    opened = Shelf(tmp_path / "talks.db")
    yield opened
    opened.close()


def sorts(taken):
    return sorted({(change.sort, change.entry.kind) for change in taken.changes if change.entry.kind != "statement"})


def test_a_page_is_added_once_and_what_it_changed_is_told(shelf):
    taken = shelf.take(page(MEETING))
    assert isinstance(taken, Added)
    assert ("new", "contact") in sorts(taken)
    assert not taken.is_correction
    assert isinstance(shelf.take(page(MEETING)), Known)


def test_a_second_paper_changes_the_entry_that_it_tells_again(shelf):
    shelf.take(page(MEETING))
    other = (
        "---\noutlet: Coast Wire\npublished: 2021-03-11\n---\n"
        "Ugandan President Bran Okell and the Kenyan envoy Sera Quill met in Kampala on Tuesday, 9 March 2021. "
        "It had been planned for weeks, and nobody at the harbour knew of it.\n"
    )
    taken = shelf.take(page(other, "https://coast-wire.example/9"))
    assert ("changed", "contact") in sorts(taken)
    (change,) = [change for change in taken.changes if change.entry.kind == "contact"]
    assert [(field.field, field.before, field.after) for field in change.fields] == [("origins", "1", "2")]


def test_a_new_version_tells_what_is_no_longer_told(shelf):
    shelf.take(page(MEETING))
    taken = shelf.take(page(MEETING.replace("Quill declined to say who would hold the border towns. ", "")))
    assert taken.is_correction
    assert ("gone", "non_answer") in sorts(taken)


def test_an_article_without_a_record_is_added_too(shelf):
    taken = shelf.take(page("The lake was calm on that day, and the boats stayed in the harbour all the same."))
    assert (taken.records, taken.changes) == (0, ())


def test_what_can_t_be_read_is_kept_as_a_failure_and_what_is_in_another_language_is_not_read(shelf, tmp_path):
    assert isinstance(shelf.take(page("...")), Failure)
    assert shelf.take(page(SPANISH)) == Skipped(URL, "Spanish")
    with open_ledger(tmp_path / "talks.db") as ledger:
        assert [failure.name for failure in ledger.failures()] == [URL]


def test_how_a_source_stands_outlives_the_program(tmp_path):
    shelf = Shelf(tmp_path / "talks.db")
    asked = replace(shelf.standing(URL), etag='"a"', done=("1", "2"), tries={"3": 1}, due=9.5)
    assert shelf.standing(URL) == Standing(url=URL)
    shelf.keep(asked)
    shelf.keep(replace(asked, polls=2))
    shelf.close()
    again = Shelf(tmp_path / "talks.db")
    assert again.standing(URL) == replace(asked, polls=2)
    again.close()


def test_a_state_that_this_version_cannot_read_says_so(tmp_path):
    with open_ledger(tmp_path / "talks.db") as ledger:
        ledger.keep_watched(URL, '{"url": 5}')
    shelf = Shelf(tmp_path / "talks.db")
    with pytest.raises(LedgerError, match=f"it holds a state of {URL} that this version cannot read"):
        shelf.standing(URL)
    shelf.close()


def test_the_roster_beside_the_ledger_is_heeded(tmp_path):
    (tmp_path / "dossier.toml").write_text('[[actor]]\nname = "Sera Quill"\nside = "Lakeland"\nrole = "envoy"\n')
    shelf = Shelf(tmp_path / "talks.db")
    taken = shelf.take(page(ANSWER.replace("Kenya and Uganda held", "Sera Quill and Uganda held")))
    sides = {actor.side for change in taken.changes for actor in getattr(change.entry.record, "participants", ())}
    assert "Lakeland" in sides
    shelf.close()


def test_pages_that_other_processes_read_ahead_are_taken_as_if_they_had_been_read_here(shelf, tmp_path, monkeypatch):
    several = [page(MEETING), page(SPANISH, f"{URL}2"), page(ANSWER, f"{URL}3"), page("...", f"{URL}4")]
    twice = replace(several[0], id="again")
    here = [shelf.take(one) for one in (*several, twice)]
    ahead = Shelf(tmp_path / "ahead.db", jobs=2)
    try:
        ahead.look_ahead([*several, twice])
        read_here = ahead._read
        monkeypatch.setattr(
            ahead, "_read", lambda words, one: read_here(words, one) if one not in several[::2] else pytest.fail("read")
        )
        assert [ahead.take(one) for one in (*several, twice)] == here
        assert isinstance(here[-1], Known)
    finally:
        ahead.close()


def test_where_a_process_that_reads_ahead_is_killed_the_page_is_read_here(tmp_path):
    ahead = Shelf(tmp_path / "talks.db", jobs=2)
    try:
        ahead.look_ahead([page(MEETING), page(ANSWER, f"{URL}3")])
        for process in list(ahead._helpers._pool._processes.values()):
            process.kill()
        assert isinstance(ahead.take(page(MEETING)), Added)
        assert isinstance(ahead.take(page(ANSWER, f"{URL}3")), Added)
    finally:
        ahead.close()


def test_of_one_page_alone_nothing_is_begun(tmp_path):
    ahead = Shelf(tmp_path / "talks.db", jobs=2)
    ahead.look_ahead([page(MEETING)])
    assert not ahead._begun
    ahead.close()

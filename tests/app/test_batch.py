from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dragoman.app.batch import Known, Skipped, Tally, checked, language_name, outcome, readings
from dragoman.errors import ParseError
from dragoman.kinds.pledge import Pledge
from dragoman.types import Article, Evidence, Failure, Page, Reading

PAGE = Page(name="a.txt", id="a", body=b"", media_type="text/plain", fetched=datetime(2021, 3, 9, tzinfo=UTC))
READING = Reading(Article(id="1", name="a", text="x"), ())


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ParseError("a.txt: no words in it"), "a.txt: no words in it"),
        (ParseError("no words in it"), "a.txt: no words in it"),
        (ZeroDivisionError("x"), "a.txt: could not be read (ZeroDivisionError: x); report this page"),
    ],
)
def test_whatever_goes_wrong_stays_with_its_page(error, message):
    def fail(page: Page) -> Reading:
        raise error

    assert outcome(PAGE, fail) == Failure("a.txt", message)


def test_a_record_that_would_not_come_back_from_the_ledger_fails_its_page():
    words = (Evidence(0, 1, "x"),)
    fine = Pledge(article="1", evidence=words, by=None, content="x")
    broken = Pledge(article="1", evidence=words, by=None, content="x", status_in_text="chair")  # type: ignore[arg-type]
    assert checked(Reading(READING.article, (fine,))).records == (fine,)
    failed = outcome(PAGE, lambda page: checked(Reading(READING.article, (broken,))))
    assert isinstance(failed, Failure)
    assert "status_in_text" in failed.message


@pytest.mark.parametrize(
    ("taken", "line", "status"),
    [
        ([], "0 read, 0 failed, 0 skipped", 0),
        ([READING], "1 read, 0 failed, 0 skipped, 1 without a date of publication: their times stay unresolved", 0),
        ([Failure("a", "a: bad")], "0 read, 1 failed, 0 skipped", 1),
        ([Skipped("a", "Spanish"), Skipped("b", "Arabic")], "0 read, 0 failed, 2 skipped (1 Arabic, 1 Spanish)", 0),
        ([Known("a")], "0 read, 0 failed, 0 skipped, 1 known already", 0),
    ],
)
def test_every_outcome_is_counted_and_told_in_one_line(taken, line, status):
    tally = Tally()
    assert list(readings(taken, tally)) == [item for item in taken if isinstance(item, Reading)]
    assert (tally.line(), tally.status()) == (line, status)


@pytest.mark.parametrize(
    ("code", "name"), [("es", "Spanish"), ("ar", "Arabic"), ("zz", "zz"), ("not a code", "not a code")]
)
def test_a_language_is_named_or_given_as_its_code(code, name):
    assert language_name(code) == name

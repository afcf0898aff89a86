"""A brief that reads only what it prints is the brief of all entries."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from dragoman.app.dossier import brief_over, load_dossier
from dragoman.brief.build import build
from dragoman.brief.setting import View
from dragoman.brief.stored import Stored
from dragoman.corrections import making
from dragoman.ledger import Ledger, open_ledger
from dragoman.types import Article, Record
from tests.corrections.signs import by_ana
from tests.records import article, contact, forecast, march, on
from tests.test_laws import ARTICLES, SEVERAL

UNDATED = [
    replace(ARTICLES[0], published=None, fetched=datetime(2031, 3, 20, tzinfo=UTC)),
    replace(ARTICLES[1], published=None, fetched=None),
    *ARTICLES[2:],
]
VIEWS = some.sampled_from([View(), View(since=date(2031, 3, 3)), View(reader="ana", shown={})])


def filled(articles: list[Article], records: list[Record]) -> Ledger:
    ledger = open_ledger()
    for one in articles:
        ledger.put(one, [record for record in records if record.article == one.id])
    ledger.settle()
    return ledger


@settings(max_examples=80, deadline=None)
@given(SEVERAL, some.sampled_from([list(ARTICLES), UNDATED]), VIEWS)
def test_it_is_the_brief_of_all_entries_whatever_they_are(records, articles, view):
    with filled(articles, records) as ledger:
        told = brief_over(ledger, "talks", view)
        assert replace(told, head="") == build(load_dossier(ledger, "talks", None), view)


def test_where_all_is_stored_the_entries_are_not_read_together(monkeypatch: pytest.MonkeyPatch):
    with filled([article("a", 4)], [contact("a", on(10), status="planned")]) as ledger:
        whole = build(load_dossier(ledger, "talks", None), View())
        monkeypatch.setattr(Ledger, "entries", lambda *_: pytest.fail("all entries were read"))
        assert replace(brief_over(ledger, "talks", View()), head="") == whole


def test_a_day_that_is_asked_for_and_what_is_not_merged_yet_are_told_all_the_same():
    with filled([article("a", 4)], [contact("a", on(10), status="planned")]) as ledger:
        ledger.put(article("b", 6), [forecast("b", "a truce", on(12))])
        for day in (None, march(4)):
            told = brief_over(ledger, "talks", View(as_of=day))
            assert replace(told, head="") == replace(
                build(load_dossier(ledger, "talks", day), View(as_of=day)), head=""
            )


def test_what_a_person_did_is_told(tmp_path: Path):
    with open_ledger(tmp_path / "talks.db") as ledger:
        ledger.put(article("a", 4), [contact("a", on(10), status="planned"), forecast("a", "a truce", on(12))])
        ledger.correct(by_ana(making.confirm(ledger.subject(ledger.entries()[0]))))
        ledger.settle()
        told = brief_over(ledger, "talks", View())
        assert told == build(load_dossier(ledger, "talks", None), View())
        assert any(line.by_hand for section in told.sections for line in section.lines)
        with ledger.stocked() as stocked:
            assert stocked
            assert Stored("talks", stocked, View()).view.as_of == march(4)

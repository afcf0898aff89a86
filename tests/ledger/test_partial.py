"""What is stored is to a cleared reader what a ledger without the hidden articles would have stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from dragoman.app.dossier import judge
from dragoman.brief.judging import judged_since
from dragoman.kinds import BY_NAME
from dragoman.ledger import MARKINGS, open_cleared, open_ledger
from dragoman.ledger.holding import Held, hold
from dragoman.ledger.judged import COLUMNS
from dragoman.ledger.partial import TooMuchHidden
from dragoman.ledger.stocked import Stocked
from dragoman.types import Article, Marking, Record
from tests.ledger.test_cleared import MARKED, TOLD, deciding, filled
from tests.records import article, contact, forecast, march, on, quote
from tests.resolve.test_docket import ABOUT
from tests.resolve.test_docket import RECORDS as AHEAD
from tests.test_laws import ARTICLES
from tests.test_laws import RECORDS as OF_ALL_KINDS

ALWAYS = date(2031, 1, 1), date(2032, 1, 1)
SEVERAL = some.lists(OF_ALL_KINDS, max_size=12, unique_by=lambda one: (one.article, one.id))
"""As they are read: no article has two records of one id."""
MIXED = some.lists(some.sampled_from(MARKINGS), min_size=10, max_size=10)
VERDICTS = {
    "foreseen": f"SELECT {COLUMNS} FROM foreseen ORDER BY entry",
    "voices": "SELECT speaker, person, name FROM voices ORDER BY speaker",
    "sought": "SELECT key, entry, since FROM sought WHERE key NOT LIKE 'w %' AND key NOT LIKE 'f %' ORDER BY 1, 2, 3",
    "homes": "SELECT h.article, h.record, e.id FROM homes AS h JOIN entries AS e ON e.n = h.n ORDER BY 1, 2, 3",
    "clues": "SELECT c.key, c.day, e.id FROM clues AS c JOIN entries AS e ON e.n = c.n ORDER BY 1, 2, 3",
}


def asked(stocked: Stocked) -> dict[str, object]:
    """What a desk asks of the entries that are stored."""
    files, dates = stocked.files, stocked.files.dates
    headings = {heading for kind in BY_NAME for heading in files.counts(kind, "")}
    return {
        "entries": stocked.entries_of(BY_NAME),
        "kinds": files.kinds(),
        "faces": [list(files.faces(kind)) for kind in BY_NAME],
        "counts": [files.counts(kind, "") for kind in BY_NAME],
        "filed": [list(files.filed(kind, under)) for kind in BY_NAME for under in sorted(headings)],
        "count": [files.count(kind, under) for kind in BY_NAME for under in sorted(headings)],
        "days": dates.counts(list(BY_NAME)),
        "between": [row._replace(n=0) for row in dates.between(*ALWAYS, list(BY_NAME))],
        "marked": dates.marked(),
        "articles": stocked.articles,
        "people": [stocked.judged.person(n) for n in range(stocked.judged.people())],
    }


def verdicts(stocked: Stocked) -> dict[str, object]:
    return {name: stocked._connection.execute(rows).fetchall() for name, rows in VERDICTS.items()}


def judged(held: Held) -> Held:
    day = held.stocked.articles.last_day
    made = judged_since(held.stocked, day) if day else None
    if day and made:
        held.judge(day, made)
    return held


def put(path: Path, articles: list[Article], records: list[Record]) -> None:
    with open_ledger(path) as ledger:
        for one in articles:
            ledger.put(one, [record for record in records if record.article == one.id])
        ledger.settle()
        judge(ledger)


def assert_is_as_alone(articles: list[Article], records: list[Record], clearance: Marking) -> None:
    levels = MARKINGS[: MARKINGS.index(clearance) + 1]
    with TemporaryDirectory() as folder:
        put(Path(folder, "whole.db"), articles, records)
        put(Path(folder, "alone.db"), [one for one in articles if one.marking in levels], records)
        held = hold(Path(folder, "whole.db"), clearance=clearance)
        with open_ledger(Path(folder, "alone.db")) as alone, alone.stocked() as stocked:
            assert held
            assert stocked
            assert held.stocked.articles.last_day == stocked.articles.last_day
            if stocked.articles.last_day:
                assert verdicts(judged(held).stocked) == verdicts(stocked)
            assert asked(held.stocked) | {"people": []} == asked(stocked) | {"people": []}
        held.close()


@settings(max_examples=40, deadline=None)
@given(some.lists(AHEAD, max_size=16, unique_by=lambda one: one.id), MIXED, some.sampled_from(MARKINGS[:-1]))
def test_entries_and_verdicts_are_those_of_what_may_be_seen_alone(
    records: list[Record], markings: list[Marking], clearance: Marking
) -> None:
    articles = [replace(one, marking=marking) for one, marking in zip(ABOUT, markings, strict=True)]
    assert_is_as_alone(articles, records, clearance)


@settings(max_examples=40, deadline=None)
@given(SEVERAL, MIXED, some.permutations(ARTICLES), some.sampled_from(MARKINGS[:-1]))
def test_of_all_kinds_of_records_and_where_versions_are_hidden_too(
    records: list[Record], markings: list[Marking], several: list[Article], clearance: Marking
) -> None:
    articles = [replace(one, marking=marking) for one, marking in zip(several, markings, strict=False)]
    assert_is_as_alone(articles, records, clearance)


@pytest.mark.parametrize("clearance", MARKINGS)
def test_whatever_people_decide_the_entries_are_those_that_the_reader_sees(clearance: Marking, tmp_path: Path) -> None:
    path = filled(tmp_path / "talks.db", TOLD)
    with open_ledger(path) as writer, open_cleared(path, clearance) as cleared:
        for ids in ("", *deciding(writer, frozenset(MARKED))):
            writer.settle()
            held = hold(path, clearance=clearance)
            assert held
            assert held.stocked.entries_of(BY_NAME) == cleared.entries(), ids
            assert held.state == cleared.state()
            held.close()


def test_a_verdict_is_kept_for_as_long_as_it_would_be_without_what_is_hidden() -> None:
    told = "Lund and Kral speak about the harbour and the truce"
    articles = [article("open", 3), article("secret", 9, marking="GREEN"), article("later", 12)]
    foreseen = [contact("open", on(3), evidence=quote(told)), forecast("open", told)]
    assert_is_as_alone(articles, [*foreseen, contact("secret", on(13), evidence=quote(told))], "CLEAR")


def test_nothing_of_what_is_hidden_is_left_in_any_table(tmp_path: Path) -> None:
    hidden = [replace(contact("secret", on(3), place="Vienna"), id="s1"), forecast("secret", "a truce", on(12))]
    shown = [contact("open", on(3)), forecast("open", "a truce", on(12))]
    put(tmp_path / "talks.db", [article("open", 4), article("secret", 5, marking="AMBER")], [*shown, *hidden])
    held = hold(tmp_path / "talks.db", clearance="GREEN")
    assert held
    judged(held)
    rows = held.stocked._connection
    for table in ("entries", "filed", "dated", "homes", "clues", "foreseen", "sought", "voices", "tally", "judged"):
        for row in rows.execute(f"SELECT * FROM {table}"):
            assert not any("secret" in str(value) or "Vienna" in str(value) for value in row), table
    held.close()


def test_where_too_much_is_hidden_it_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "talks.db", TOLD)
    monkeypatch.setattr("dragoman.ledger.partial.MOST_RECORDS", 0)
    with pytest.raises(TooMuchHidden, match="too much is hidden"):
        hold(path, clearance="CLEAR")
    held = hold(path)
    assert held
    assert held.ledger.last_day() == march(9)
    held.close()

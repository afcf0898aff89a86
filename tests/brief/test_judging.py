"""What is judged only where something bears on it is what is judged of all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from dragoman.app.dossier import judge
from dragoman.brief.judging import judged_anew, judged_since
from dragoman.corrections import making
from dragoman.ledger import Ledger, open_ledger
from dragoman.ledger.judged import COLUMNS
from dragoman.types import Article, Record
from tests.corrections.signs import by_ana
from tests.records import article, contact, forecast, march, on, quote
from tests.resolve.test_docket import ABOUT, RECORDS
from tests.test_laws import ARTICLES, SEVERAL

KEPT = {
    "foreseen": f"SELECT {COLUMNS} FROM foreseen",
    "voices": "SELECT speaker, person, name FROM voices",
    "sought": "SELECT key, entry, since, until FROM sought WHERE key NOT LIKE 'w %' AND key NOT LIKE 'f %'",
    "judged": "SELECT * FROM judged",
    "unjudged": "SELECT * FROM unjudged",
}
APART = SEVERAL.map(lambda several: list({one.id: one for one in several}.values()))
"""Records of all kinds, no two with one id: that is a hash of the kind and the words."""


def kept(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    return {name: sorted(ledger._connection.execute(asked).fetchall()) for name, asked in KEPT.items()}


def judged_all(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """What is kept when all is judged anew."""
    ledger._connection.execute("DELETE FROM judged")
    judge(ledger)
    return kept(ledger)


def assert_is_as_of_all(ledger: Ledger) -> None:
    with ledger.stocked() as stocked:
        assert stocked
        day = stocked.articles.last_day
        assert day is None or stocked.is_judged(day) or judged_since(stocked, day) is not None
    judge(ledger)
    one = kept(ledger)
    assert one == judged_all(ledger)


def come(ledger: Ledger, articles: list[Article], records: list[Record]) -> None:
    for one in articles:
        ledger.add(one, [record for record in records if record.article == one.id])


@settings(max_examples=60, deadline=None)
@given(some.lists(RECORDS, max_size=14, unique_by=lambda one: one.id), some.permutations(ABOUT), some.integers(1, 9))
def test_what_came_in_is_judged_as_if_all_were(records, articles, first):
    with open_ledger() as ledger:
        come(ledger, articles[:first], records)
        judge(ledger)
        for one in articles[first:]:
            come(ledger, [one], records)
            if one.id != "a3":  # of several that came in together too
                assert_is_as_of_all(ledger)
        assert_is_as_of_all(ledger)


@settings(max_examples=40, deadline=None)
@given(APART, some.permutations(ARTICLES))
def test_of_all_kinds_of_records_and_versions_too(records, articles):
    with open_ledger() as ledger:
        come(ledger, articles[:1], records)
        judge(ledger)
        for one in articles[1:]:
            come(ledger, [one], records)
            assert_is_as_of_all(ledger)


def test_a_day_that_comes_changes_what_was_due(tmp_path: Path):
    with open_ledger(tmp_path / "talks.db") as ledger:
        come(ledger, [article("a", 1)], [forecast("a", "a truce holds at the harbour", on(12))])
        judge(ledger)
        outcomes = []
        for day in (2, 5, 6, 12, 13, 28):
            come(ledger, [article(f"b{day}", day)], [contact(f"b{day}", on(day), mode="call")])
            assert_is_as_of_all(ledger)
            (one,) = [one for one in ledger.verdicts(march(day)) or () if one.entry.startswith("forecast")]
            outcomes.append(one.outcome)
        assert outcomes == ["open", "due", "due", "due", "overdue", "overdue"]


def test_what_a_person_decides_is_judged(tmp_path: Path):
    with open_ledger(tmp_path / "talks.db") as ledger:
        come(ledger, [article("a", 1)], [forecast("a", "a truce holds", on(12)), contact("a", on(3))])
        judge(ledger)
        foreseen, met = sorted(ledger.entries(), key=lambda one: one.kind, reverse=True)
        deed = making.judge(ledger.subject(foreseen), "came_true", ledger.subject(met), date(2031, 3, 4))
        ledger.correct(by_ana(deed))
        ledger.settle()
        assert_is_as_of_all(ledger)
        come(ledger, [article("b", 5)], [replace(contact("b", on(3)), id="b-3")])
        assert_is_as_of_all(ledger)
        assert {one.rule for one in ledger.verdicts(march(5)) or ()} == {"by.hand"}


def test_who_judges_a_planned_contact_judges_what_is_foreseen_in_its_words(tmp_path: Path):
    with open_ledger(tmp_path / "talks.db") as ledger:
        words = quote("Lund will meet Kral on Friday")
        plan = contact("a", on(7), status="planned", evidence=words)
        come(
            ledger,
            [article("a", 1)],
            [forecast("a", words[0].quote), plan, contact("a", on(3), id="a-3", mode="visit")],
        )
        judge(ledger)
        by_status = {one.record.status: one for one in ledger.entries() if one.kind == "contact"}
        met, planned = by_status["held"], by_status["planned"]
        deed = making.judge(ledger.subject(planned), "came_true", ledger.subject(met), date(2031, 3, 4))
        ledger.correct(by_ana(deed))
        ledger.settle()
        assert_is_as_of_all(ledger)
        come(ledger, [article("b", 25)], [contact("b", on(24), mode="meeting")])
        assert_is_as_of_all(ledger)
        made = {one.entry.partition("-")[0]: one for one in ledger.verdicts(march(25)) or ()}
        assert {kind: (one.outcome, one.decided_by) for kind, one in made.items()} == {
            "contact": ("came_true", met.id),
            "forecast": ("came_true", met.id),
        }


def test_other_rules_make_all_verdicts_anew(tmp_path: Path, monkeypatch):
    with open_ledger(tmp_path / "talks.db") as ledger:
        come(ledger, [article("a", 1)], [forecast("a", "a truce holds", on(12))])
        judge(ledger)
        assert ledger.verdicts(march(1))
        monkeypatch.setattr("dragoman.ledger.judged.rules", lambda: "others")
        assert ledger.verdicts(march(1)) is None
        with ledger.stocked() as stocked:
            assert stocked
            assert judged_since(stocked, march(1)) is None


@settings(max_examples=40, deadline=None)
@given(some.lists(RECORDS, max_size=14, unique_by=lambda one: one.id), some.permutations(ABOUT), some.integers(1, 31))
def test_the_verdicts_of_another_day_are_made_of_those_that_are_kept(records, articles, other):
    with open_ledger() as ledger:
        come(ledger, articles, records)
        judge(ledger)
        with ledger.stocked() as stocked:
            assert stocked
            made = judged_since(stocked, march(other))
            anew = judged_anew(stocked, march(other))
        assert made is not None
        ledger.keep_verdicts(ledger.state(), march(other), made)
        one = kept(ledger)
        ledger.keep_verdicts(ledger.state(), march(other), anew)
        assert one == kept(ledger)

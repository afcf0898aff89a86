"""What dragoman prints for the example dossier and for two short dispatches, as it was last accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import randoms
from tests.app.conftest import run

from dragoman.kinds.contact import Contact
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.pledge import Pledge
from dragoman.ledger import Ledger, open_ledger
from dragoman.ledger.chain import canonical_json
from dragoman.resolve import resolve
from dragoman.types import Article, Entry, Verdict

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "ukraine-2025"
DISPATCHES = sorted((Path(__file__).parent / "dispatches").glob("*.txt"))
CALL_DAY, WEEK_END, TOOK_OFFICE = date(2025, 3, 18), date(2025, 3, 23), date(2025, 1, 21)
LEDGER_HEAD = re.compile(r"   Ledger: [0-9a-f]+$", re.MULTILINE)
CALLERS = {"Donald Trump", "Vladimir Putin"}


@pytest.fixture(scope="module")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example dossier, read once, in a folder of its name: a brief is headed by it."""
    path = tmp_path_factory.mktemp("golden") / EXAMPLE.name / "dragoman.db"
    path.parent.mkdir()
    assert run("add", path, EXAMPLE).exit_code == 0
    return path


@pytest.fixture
def ledger(ledger_file: Path) -> Iterator[Ledger]:
    with open_ledger(ledger_file) as opened:
        yield opened


@pytest.fixture
def verdicts(ledger: Ledger) -> dict[str, Verdict]:
    """The verdicts on the last day of the dossier, by entry."""
    day = ledger.last_day()
    assert day == date(2025, 3, 31)
    return {verdict.entry: verdict for verdict in resolve(ledger.entries(), day)}


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_a_short_dispatch_reads_as_accepted(path, golden):
    printed = run("read", path, "--json").stdout
    golden(f"read/{path.stem}.json", msgspec.json.format(printed, indent=1) + "\n")


def test_the_brief_on_the_example_reads_as_accepted(ledger_file, golden):
    printed = run("brief", ledger_file).stdout
    assert printed.count("\n") > 60
    golden("examples/ukraine-2025.txt", without_head(printed))


def test_the_accounts_of_the_call_of_18_march_read_as_accepted(ledger, ledger_file, golden):
    (call,) = calls(ledger, CALL_DAY)
    golden("examples/ukraine-2025-call.txt", run("readouts", call.id, ledger_file).stdout)


def without_head(printed: str) -> str:
    """A brief without the head of its ledger's chain, which depends on the hour at which the articles were read."""
    return LEDGER_HEAD.sub("", printed)


def calls(ledger: Ledger, day: date, as_of: date | None = None) -> list[Entry]:
    """Calls of the two presidents that took place on a day, as known on another."""
    return [
        entry
        for entry in ledger.entries(as_of)
        if isinstance(record := entry.record, Contact)
        and (record.mode, record.status) == ("call", "held")
        and {actor.name for actor in record.participants} == CALLERS
        and record.when
        and (record.when.start, record.when.end) == (day, day)
    ]


def test_the_call_of_18_march_is_one_entry_of_four_origins_with_its_length_and_the_truces_scope_in_dispute(ledger):
    (call,) = calls(ledger, CALL_DAY)
    assert len(call.origins) >= 4
    assert call.corroboration == "both_sides_plus_third"
    disputed = {dispute.field: {account.value for account in dispute.accounts} for dispute in call.disputes}
    assert len(disputed["duration"]) > 1
    assert disputed["scope"] == {"ceasefire: energy", "ceasefire: energy, infrastructure"}


def test_the_american_readout_of_that_call_leaves_out_foreign_military_aid(ledger):
    (call,) = calls(ledger, CALL_DAY)
    (left_out,) = [omission for omission in call.omissions if omission.item == "military aid"]
    assert (left_out.told_by, left_out.silent) == ("Russia", "United States")
    assert "foreign military aid" in left_out.supports[0].evidence[0].quote


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=randoms(use_true_random=False))
def test_forty_articles_in_any_order_give_the_same_entries_to_the_byte_and_again_when_rebuilt(ledger, chance):
    forty = list(ledger.articles()[:40])
    expected = canonical_json(merged_in_order(ledger, forty))
    chance.shuffle(forty)
    assert canonical_json(merged_in_order(ledger, forty)) == expected


def merged_in_order(read: Ledger, articles: list[Article]) -> tuple[Entry, ...]:
    """The entries of articles that are put one by one, merged now and then; deleted and rebuilt they are the same."""
    with open_ledger() as ledger:
        for n, article in enumerate(articles):
            ledger.put(article, read.records(article.id))
            if n % 7 == 0:
                ledger.settle()
        before = ledger.entries()
        ledger.rebuild()
        assert ledger.entries() == before
        return before


def test_the_forecast_of_a_call_within_the_week_came_true(ledger, verdicts):
    foreseen = [
        verdicts[entry.id]
        for entry in ledger.entries()
        if isinstance(record := entry.record, Forecast)
        and "by telephone this week" in record.outcome
        and record.window
        and record.window.end == WEEK_END
    ]
    assert foreseen
    (call,) = calls(ledger, CALL_DAY)
    assert {(verdict.outcome, verdict.decided_by) for verdict in foreseen} == {("came_true", call.id)}


def test_the_promise_to_end_the_war_at_once_is_not_kept(ledger, verdicts):
    promised = [
        verdicts[entry.id]
        for entry in ledger.entries()
        if isinstance(record := entry.record, Pledge)
        and record.by
        and record.by.name == "Donald Trump"
        and record.deadline
        and record.deadline.end
        and record.deadline.end <= TOOK_OFFICE
    ]
    assert promised
    assert {verdict.outcome for verdict in promised} <= {"overdue", "failed"}

"""What dragoman prints for the example dossier and for two short dispatches, as it was last accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from tests.app.conftest import run

from dragoman.kinds.contact import Contact
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.pledge import Pledge
from dragoman.ledger import Ledger, open_ledger
from dragoman.resolve import resolve
from dragoman.types import Entry, Verdict

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


def test_the_call_of_18_march_is_one_entry_of_four_origins(ledger):
    (call,) = calls(ledger, CALL_DAY)
    assert len(call.origins) >= 4


def test_the_length_of_the_call_is_in_dispute_until_the_paper_corrects_it_to_more_than_two_hours(ledger):
    on_the_day, afterwards = calls(ledger, CALL_DAY, CALL_DAY) + calls(ledger, CALL_DAY)
    disputed = ["duration" in [dispute.field for dispute in call.disputes] for call in (on_the_day, afterwards)]
    assert disputed == [True, False]


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

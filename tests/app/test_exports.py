from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from dragoman.app.exports import load_holdings
from dragoman.app.options import Asked
from dragoman.export import BY_NAME
from dragoman.ledger import open_ledger
from tests.app.conftest import run


@pytest.fixture
def ledger(folder, tmp_path):
    path = tmp_path / "talks.db"
    assert run("add", path, folder).exit_code == 0
    return path


@pytest.mark.parametrize("format_name", BY_NAME)
def test_every_format_is_written_of_a_ledger_and_names_its_codebook(ledger, tmp_path, format_name):
    output = tmp_path / "out"
    done = run("export", ledger, "--as", format_name, "-o", output)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"dragoman: {format_name}: " in done.stderr
    assert BY_NAME[format_name].codebook in done.stderr
    assert output.read_bytes()


def test_the_same_ledger_and_arguments_give_the_same_bytes(ledger):
    assert run("export", ledger, "--as", "jsonl").stdout_bytes == run("export", ledger, "--as", "jsonl").stdout_bytes


def test_a_folder_is_exported_without_a_ledger(folder):
    done = run("export", folder, "--as", "plover")
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert {"contact", "response"} <= {row["Kind"] for row in rows}


def test_as_of_leaves_out_what_was_not_known_yet_and_since_what_was(ledger):
    def seen(*options):
        lines = run("export", ledger, "--as", "jsonl", *options).stdout.splitlines()
        return {json.loads(line)["first_seen"] for line in lines}

    assert seen("--as-of", "2021-03-10") == {"2021-03-10"}
    assert seen("--since", "2021-03-10") == {"2021-03-11"}


def test_single_records_are_those_of_the_entries_each_under_its_own_id(ledger):
    with open_ledger(ledger) as opened:
        asked = Asked(place=str(ledger))
        merged = load_holdings(asked, opened, of_records=False)
        single = load_holdings(asked, opened, of_records=True)
    told = {support.record for entry in merged.entries for support in entry.supports}
    assert {entry.id for entry in single.entries} == told
    assert merged.as_of == date(2021, 3, 11)


def test_the_formats_are_listed_with_their_codebooks(ledger):
    done = run("export", "--list")
    assert done.exit_code == 0
    assert [
        name for name, known in BY_NAME.items() if name not in done.stdout or known.codebook not in done.stdout
    ] == []


def test_an_unknown_format_and_a_folder_that_is_not_there_are_one_line(ledger, tmp_path):
    done = run("export", ledger, "--as", "xml")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "jsonl, parquet, plover" in done.stderr
    done = run("export", ledger, "--as", "jsonl", "-o", tmp_path / "none" / "x.jsonl")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)

from __future__ import annotations

import subprocess
import sys

import pytest

from dragoman.app.cli import COMMANDS
from tests.app.conftest import run

HEAVY = ("spacy", "trafilatura", "httpx", "babel", "numpy", "rich")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_goes_by_the_name_that_the_table_has_for_it(command):
    assert command.command().name == command.name


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help_with_an_example(command):
    done = run(command.name, "--help")
    assert (done.exit_code, "Example: dragoman " in done.stdout) == (0, True)


def test_commands_are_listed_in_the_order_in_which_a_newcomer_meets_them():
    rows = run("--help").stdout.partition("Commands:")[2].splitlines()
    listed = [row.split()[0] for row in rows if row.startswith("  ") and row.strip()]
    assert listed[: len(COMMANDS)] == [command.name for command in COMMANDS]


def test_a_brief_of_a_ledger_imports_no_parser_no_fetcher_and_no_screen(folder, tmp_path):
    run("add", tmp_path / "talks.db", folder)
    code = (
        "import sys; from dragoman.app.cli import main; "
        f"main(['brief', {str(tmp_path / 'talks.db')!r}], standalone_mode=False); "
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"

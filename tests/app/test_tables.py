from __future__ import annotations

import re

import pytest

from tests.app.conftest import run


@pytest.mark.parametrize("command", ["timeline", "due", "positions"])
def test_the_lists_are_printed_of_a_folder_or_none(folder, command):
    done = run(command, folder)
    assert (done.exit_code, bool(done.stdout.strip())) == (0, True)


def test_an_id_of_the_timeline_opens_the_accounts_of_its_entry(folder):
    listed = re.search(r"\((contact-[0-9a-f]+)", run("timeline", folder).stdout)[1]
    done = run("readouts", listed, folder)
    assert (done.exit_code, done.stdout.startswith(listed)) == (0, True)


@pytest.mark.parametrize("entry", ["contact-zzz", ""])
def test_an_id_that_is_none_or_many_is_a_wrong_call(folder, entry):
    done = run("readouts", entry, folder)
    assert (done.exit_code, "`dragoman timeline" in done.stderr) == (2, True)

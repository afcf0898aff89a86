from __future__ import annotations

import json
import re

import pytest

from tests.app.conftest import run


def test_what_a_later_article_tells_is_new_and_its_place_can_be_opened(folder):
    done = run("diff", "2021-03-10", "2021-03-11", folder)
    assert done.exit_code == 0
    assert "Uganda rejected" in done.stdout
    place = re.search(r"\[1\] ([0-9a-f]{12}:\d+-\d+)  Coast Wire", done.stdout)[1]
    assert run("why", place, folder).exit_code == 0


def test_the_same_days_give_the_same_bytes_of_a_folder_and_of_its_ledger(folder, tmp_path):
    ledger = tmp_path / "border-talks.db"
    run("add", ledger, folder)
    first = run("diff", "2021-03-10", "2021-03-11", folder).stdout
    assert first == run("diff", "2021-03-10", "2021-03-11", ledger).stdout
    assert first == run("diff", "2021-03-10", "2021-03-11", folder).stdout


def test_json_has_every_sort_of_change(folder):
    shape = json.loads(run("diff", "2021-03-10", "2021-03-11", folder, "--json").stdout)
    assert {"new", "changed", "decided", "gone"} <= set(shape)
    assert all(change["cites"] for change in shape["new"])


@pytest.mark.parametrize("days", [("2021-03-11", "2021-03-10"), ("2021-03-11", "2021-03-11"), ("soon", "2021-03-11")])
def test_days_that_are_no_two_days_in_order_are_a_wrong_call(folder, days):
    assert run("diff", *days, folder).exit_code == 2

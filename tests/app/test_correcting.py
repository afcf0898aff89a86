"""Corrections from the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.app.conftest import run

SIGNED = ("--by", "ana", "--reason", "she was there")
ID = re.compile(r"c-[0-9a-f]{12}")


@pytest.fixture
def ledger(folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "talks.db"
    assert run("add", path, folder).exit_code == 0
    return path


def entry(ledger: Path, words: str) -> str:
    """The id of the entry whose line in the timeline has some words."""
    lines = " ".join(run("timeline", ledger).stdout.split())
    found = re.search(rf"{words}[^()]*\((?P<id>[a-z_]+-[0-9a-f]+)", lines)
    assert found, lines
    return found["id"]


def test_an_entry_is_corrected_shown_as_such_and_put_back(ledger: Path) -> None:
    met = entry(ledger, "Bran Okell met")
    before = run("brief", ledger, "--json").stdout
    done = run("correct", met, ledger, "--set", "place=Entebbe", "--set", "duration=PT40M", *SIGNED)
    assert (done.exit_code, done.stdout.count("\n")) == (0, 2)
    assert "place: Kampala → Entebbe" in done.stdout
    assert "met in Entebbe (40 minutes)" in " ".join(run("timeline", ledger).stdout.split())
    why = " ".join(run("why", met, ledger).stdout.split())
    assert "by hand: place: Kampala → Entebbe; ana," in why
    (noted,) = {
        note["what"]
        for section in json.loads(run("brief", ledger, "--json").stdout)["sections"]
        for line in section["lines"]
        for note in line["by_hand"]
        if note["what"].startswith("place")
    }
    assert noted == "place: Kampala → Entebbe"
    for id in ID.findall(done.stdout):
        assert run("undo", id, ledger, *SIGNED).exit_code == 0
    after = json.loads(run("brief", ledger, "--json").stdout)
    assert {**after, "head": ""} == {**json.loads(before), "head": ""}
    listed = run("corrections", ledger).stdout
    assert listed.count("undone by c-") == 2
    assert "4 corrections, 0 of them hold" in listed


def test_a_record_is_withdrawn_and_its_words_tell_it(ledger: Path) -> None:
    met = entry(ledger, "Bran Okell met")
    (record,) = re.findall(r"^  ([0-9a-f]{16})  ", run("why", met, ledger).stdout, re.MULTILINE)
    (place,) = re.findall(r"\[([0-9a-f]{12}:\d+-\d+)\]", run("why", met, ledger).stdout)
    assert run("correct", record, ledger, "--withdraw", *SIGNED).exit_code == 0
    assert met not in run("timeline", ledger).stdout
    told = " ".join(run("why", place, ledger).stdout.split())
    assert f"{record} contact:" in told
    assert "by hand: withdrawn; ana" in told


def test_two_entries_are_made_one_and_a_plan_is_judged(ledger: Path) -> None:
    met, talks = entry(ledger, "Bran Okell met"), entry(ledger, "Kenya and Uganda held talks")
    assert run("correct", met, ledger, "--same-as", talks, *SIGNED).exit_code == 0
    assert "united by hand" in run("readouts", met, ledger).stdout
    assert run("correct", met, ledger, "--verdict", "partly", "--on", "2021-03-10", *SIGNED).exit_code == 0
    assert "partly: decided by ana" in " ".join(run("why", met, ledger).stdout.split())


def test_an_id_of_an_entry_that_is_no_more_tells_what_became_of_it(ledger: Path) -> None:
    met, talks = entry(ledger, "Bran Okell met"), entry(ledger, "Kenya and Uganda held talks")
    run("correct", met, ledger, "--same-as", talks, *SIGNED)
    told = [run(command, id, ledger) for command in ("why", "readouts") for id in (met, talks)]
    gone = [done.stderr for done in told if done.exit_code]
    assert len(gone) == 2
    assert all("it is part of contact-" in said for said in gone)


def test_names_are_decided_for_all_records(ledger: Path) -> None:
    assert run("rename", "Bran Okell", "Brian Okell", ledger, *SIGNED).exit_code == 0
    assert "Brian Okell met" in " ".join(run("timeline", ledger).stdout.split())
    told = run("actors", ledger, "--named", "okell").stdout
    assert told.startswith("Brian Okell (Uganda)  person, ")
    assert "by hand" in told
    (shape,) = map(json.loads, run("actors", ledger, "--named", "okell", "--json").stdout.splitlines())
    assert (shape["name"], shape["side"], shape["by_hand"]) == ("Brian Okell", "Uganda", True)
    assert run("rename", "Sera Quill", "Brian Okell", ledger, "--apart", *SIGNED).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Brun Okello", "Brian Okell"), "Brun Okello: nobody here has that name; the nearest are Bran Okell"),
        (("Bran Okell", "Nobody", "--apart"), "Nobody: nobody here has that name"),
        (("Bran Okell", "Brian Okell", "--side", "Keny"), "Keny: nobody here has that name"),
    ],
)
def test_a_name_that_nobody_bears_is_refused_with_the_nearest(ledger: Path, arguments, said: str) -> None:
    done = run("rename", *arguments, ledger, *SIGNED)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
    assert run("corrections", ledger).stdout == "none\n"


def test_what_not_all_may_see_is_printed_with_its_marking(ledger: Path) -> None:
    assert run("rename", "Bran Okell", "Brian Okell", ledger, *SIGNED).stdout.endswith("[RED]\n")
    told = run("rename", "Brian Okell", "Bran Okell", ledger, *SIGNED, "--marking", "AMBER")
    assert "marking: what this is about allows RED" in told.stderr
    open_one = run("rename", "Sera Quill", "S. Quill", ledger, *SIGNED, "--marking", "CLEAR")
    assert open_one.stdout.endswith("Sera Quill → S. Quill\n")


def test_corrections_are_listed_as_json_and_as_of_a_day(ledger: Path) -> None:
    assert run("corrections", ledger).stdout == "none\n"
    run("rename", "Bran Okell", "Brian Okell", ledger, *SIGNED)
    (shape,) = map(json.loads, run("corrections", ledger, "--json").stdout.splitlines())
    deed = {"deed": "rename", "name": "Bran Okell", "to": "Brian Okell", "side": None}
    assert (shape["by"], shape["reason"], shape["deed"], shape["undone_by"]) == ("ana", "she was there", deed, None)
    assert run("corrections", ledger, "--as-of", "2021-03-11").stdout == "none\n"
    assert "Bran Okell met" in " ".join(run("timeline", ledger, "--as-of", "2021-03-11").stdout.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "give one of --set, --confirm, --withdraw"),
        (("--confirm", "--withdraw"), "give one of --set, --confirm, --withdraw"),
        (("--set", "place"), "--set place: write it as FIELD=VALUE"),
        (("--set", "lace=Rome"), "lace: contact has no field of that name to change"),
        (("--confirm", "--on", "2021-03-10"), "--shown-by and --on belong to --verdict"),
        (("--same-as", "contact-fff"), "contact-fff: no entry of that id"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_and_nothing_is_kept(ledger: Path, arguments, said: str) -> None:
    done = run("correct", entry(ledger, "Bran Okell met"), ledger, *arguments, *SIGNED)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert run("corrections", ledger).stdout == "none\n"


def test_a_folder_of_articles_keeps_no_corrections(folder: Path) -> None:
    done = run("rename", "A", "B", folder, *SIGNED)
    assert (done.exit_code, "only a ledger keeps corrections" in done.stderr) == (2, True)
    assert "--apart and --side" in run("rename", "A", "B", folder, "--apart", "--side", "C", *SIGNED).stderr

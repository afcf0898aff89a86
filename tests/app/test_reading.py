from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from dragoman import models
from dragoman.kinds import BY_NAME
from tests.app.conftest import MEETING, SPANISH, run


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_article_is_one_json_object_a_line_whose_quotes_are_its_words(folder):
    done = run("read", folder, "--json")
    articles = lines(done.stdout)
    assert done.exit_code == 0
    fields = {"id", "article", "title", "outlet", "published", "is_opinion", "records", "attributions"}
    assert [set(article) for article in articles] == [fields] * 2
    assert [(a["id"], a["outlet"], a["published"]) for a in articles] == [
        ("answer", "Coast Wire", "2021-03-11"),
        ("meeting", "Harbour Post", "2021-03-10"),
    ]
    text = MEETING.partition("---\n")[2].partition("---\n")[2]
    for record in articles[1]["records"]:
        assert record["kind"] in BY_NAME
        for words in record["evidence"]:
            assert words["quote"] in text
            assert words["end"] - words["start"] == len(words["quote"])
    statement = next(record for record in articles[1]["records"] if record["kind"] == "statement")
    assert {"source", "cue", "content"} == set(statement["spans"])
    assert all(isinstance(start, int) for part in statement["spans"].values() for start, _ in part)


def test_the_readable_page_has_the_text_with_the_numbers_of_its_records(folder):
    done = run("read", folder / "meeting.txt")
    assert done.exit_code == 0
    assert "Harbour Post, Wed 10 Mar 2021" in done.stdout
    assert "[1]" in done.stdout
    assert "\x1b[" not in done.stdout  # no colours where no one watches


def test_a_text_without_a_date_says_that_its_times_stay_unresolved():
    done = run("read", "-", "--json", stdin="Kenya met Uganda on Friday.")
    assert lines(done.stdout)[0]["published"] is None
    assert "1 without a date of publication: their times stay unresolved" in done.stderr
    assert "no date known" in run("read", "-", stdin="Kenya met Uganda on Friday.").stdout


def test_the_command_line_says_what_the_text_does_not(tmp_path):
    (tmp_path / "bare.txt").write_text("Kenya met Uganda.", encoding="utf-8")
    done = run("read", tmp_path / "bare.txt", "--published", "2021-03-09", "--outlet", "Gazette", "--json")
    assert [(a["published"], a["outlet"]) for a in lines(done.stdout)] == [("2021-03-09", "Gazette")]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["read"], 2, "Missing argument"),
        (["read", "x.txt", "--published", "Friday"], 2, "'Friday' is no day: write it as 2025-03-16"),
        (["read", "nothing-here.txt"], 1, "nothing-here.txt"),
        (["nonsense"], 2, "No such command"),
    ],
)
def test_the_exit_status_tells_a_wrong_call_from_a_failed_page(arguments, status, said):
    done = run(*arguments)
    assert (done.exit_code, said in done.stderr) == (status, True)
    assert "Traceback" not in done.stderr


def test_a_bad_page_is_one_line_and_the_others_are_read(folder):
    (folder / "bad.txt").write_bytes(b"")
    (folder / "foreign.txt").write_text(SPANISH, encoding="utf-8")
    done = run("read", folder, "--json")
    told = done.stderr.splitlines()
    assert (done.exit_code, len(lines(done.stdout))) == (1, 2)
    assert told[-1] == "dragoman: 2 read, 1 failed, 1 skipped (1 Spanish)"
    assert len(told) == 3
    assert "bad.txt" in told[0]
    assert told[1].endswith("foreign.txt: skipped, it is in Spanish; only English is read")


def test_times_are_given_with_their_days(folder):
    done = run("times", folder / "meeting.txt", "--json")
    (article,) = lines(done.stdout)
    assert (done.exit_code, set(article)) == (0, {"id", "timexes"})
    for timex in article["timexes"]:
        assert {"start", "end", "type", "value", "mod", "window", "role", "grain", "readings"} <= set(timex)
        assert timex["window"] is None or set(timex["window"]) == {"start", "end"}
    assert "Envoy sees president" in run("times", folder / "meeting.txt").stdout


def test_times_are_given_as_rows_with_their_days_in_edtf(folder):
    done = run("times", folder / "meeting.txt", "--as", "edtf")
    (article,) = lines(done.stdout)
    assert (done.exit_code, article["id"], article["published"]) == (0, "meeting", "2021-03-10")
    assert [row["tid"] for row in article["times"]] == [f"t{n}" for n in range(1, len(article["times"]) + 1)]
    assert any(row["edtf"] for row in article["times"])


def test_times_are_given_as_one_timeml_document_an_article(folder):
    done = run("times", folder, "--as", "timex3")
    documents = done.stdout.split("<?xml")[1:]
    names = [ElementTree.fromstring(f"<?xml{document}").findtext("DOCID") for document in documents]
    assert (done.exit_code, names) == (0, ["answer", "meeting"])


def test_json_is_one_of_the_ways_to_give_times_and_only_one_can_be_had(folder):
    meeting = folder / "meeting.txt"
    assert run("times", meeting, "--json").stdout == run("times", meeting, "--as", "json").stdout
    assert run("times", meeting).stdout == run("times", meeting, "--as", "text").stdout
    both = run("times", meeting, "--json", "--as", "edtf")
    assert (both.exit_code, "leave one out" in both.stderr) == (2, True)


def test_times_need_no_model_and_say_nothing_of_one_that_is_damaged(folder, monkeypatch):
    monkeypatch.setattr(models, "rules_alone", lambda: "the statement model is damaged")
    done = run("times", folder, "--json")
    assert (done.exit_code, len(lines(done.stdout)), "damaged" in done.stderr) == (0, 2, False)


def test_that_rules_alone_have_to_do_is_told_once(folder, monkeypatch):
    monkeypatch.setattr(models, "rules_alone", lambda: "the statement model is damaged")
    assert run("read", folder).stderr.count("the statement model is damaged") == 1

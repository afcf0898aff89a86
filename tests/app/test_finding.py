from __future__ import annotations

import json
import re

import pytest

from tests.app.conftest import run


def test_a_hit_has_its_sentence_its_outlet_its_day_and_its_records(folder):
    done = run("find", "ceasefire", folder)
    assert done.exit_code == 0
    assert re.match(
        r"\[[0-9a-f]{12}:0-\d+\]  Thu 11 Mar 2021  Coast Wire\n  Uganda rejected the ceasefire", done.stdout
    )
    assert "    response   Uganda rejected" in done.stdout


def test_the_citation_of_a_hit_opens_its_sentence(folder):
    cite = re.match(r"\[(.*?)\]", run("find", "Kampala", folder).stdout)[1]
    done = run("why", cite, folder)
    assert done.exit_code == 0
    assert (
        "»The Kenyan envoy Sera Quill met Ugandan President Bran Okell in Kampala on Tuesday, 9 March 2021.«"
        in done.stdout
    )


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ((), 2),
        (("--speaker", "quill"), 2),
        (("--speaker", "okell"), 1),
        (("--speaker", "President Okell"), 1),
        (("--kind", "non_answer"), 1),
        (("--between", "2021-03-11", "2021-03-12"), 0),
        (("--as-of", "2021-03-09"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_options_narrow_it_down(folder, options, count):
    assert len(run("find", "quill", folder, "--json", *options).stdout.splitlines()) == count


def test_json_has_one_object_a_sentence_with_its_place(folder):
    hit = json.loads(run("find", "ceasefire", folder, "--json").stdout)
    assert hit["cite"] == f"{hit['article'][:12]}:{hit['start']}-{hit['end']}"
    assert {record["kind"] for record in hit["records"]} >= {"response"}
    assert (hit["published"], hit["outlet"]) == ("2021-03-11", "Coast Wire")


def test_nothing_found_is_none_and_more_is_told(folder):
    done = run("find", "submarine", folder)
    assert (done.exit_code, done.stdout) == (0, "none\n")
    assert run("find", "quill", folder, "--limit", "1").stdout.endswith("… and more: --limit 5\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("quill", "--speaker", "Nobody"), "none by Nobody: there are sentences with these words"),
        (("quill", "--kind", "pledge"), "none with a pledge: there are"),
        (("quill", "--between", "2021-03-11", "2021-03-12"), "none from 2021-03-11 to 2021-03-12: there are"),
        (("quill submarine",), "none has all of these words; for any of them: quill OR submarine"),
        (("submarine", "--speaker", "quill"), "none\n"),
    ],
)
def test_nothing_found_says_what_there_would_be(folder, arguments, said):
    assert run("find", arguments[0], folder, *arguments[1:]).stdout.startswith(said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("(ceasefire",), "this is no search"),
        (('"ceasefire',), "not closed"),
        (("",), "nothing to look for"),
        (("ceasefire", "--between", "2021-03-12", "2021-03-11"), "comes after"),
    ],
)
def test_what_is_no_search_is_one_line(folder, arguments, said):
    done = run("find", arguments[0], folder, *arguments[1:])
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr


@pytest.mark.parametrize("citation", ["0", "x", "abcdef:1-2", "-"])
def test_what_is_no_citation_is_one_line(folder, citation):
    done = run("why", citation, folder)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_a_hit_in_an_article_without_a_date_says_so(tmp_path):
    (tmp_path / "undated.txt").write_text("The envoys met on a bridge and spoke of grain.\n", encoding="utf-8")
    assert "no date, fetched " in run("find", "grain", tmp_path).stdout

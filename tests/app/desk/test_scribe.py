"""Notes are read like articles and marked; who was told is kept with how long it took."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from dragoman.app.desk.sheets.told import span_words
from dragoman.ledger import open_ledger, verify
from tests.app.desk.conftest import Served, told

Listed = tuple[Path, dict[str, str]]
NOTE = """---
marking: CLEAR
published: 1999-01-01
---
President Anna Lund of Aland met President Boris Kral of Borland in the harbour town of Tern on Wednesday.
Kral promised to reopen the crossing by 20 March. Lund said: “We will hold him to it.”
"""
LONGEST_READING = 120.0
"""Seconds; the language models are loaded with the first note."""


@pytest.fixture
def desk(serve: Callable[..., Served], ledger_file: Path, readers_file: Listed) -> Served:
    return serve(ledger_file, readers_file[0])


def send(desk: Served, path: str, token: str, files: dict[str, object] | None = None, **fields: str) -> httpx.Response:
    headers = {"authorization": f"Bearer {token}", "accept": "application/json"}
    given = files or {"none": ("", b"")}
    return httpx.post(desk.url + path, data=fields, files=given, headers=headers, timeout=LONGEST_READING)  # type: ignore[arg-type]


def test_a_note_is_read_marked_by_its_form_and_told_of(desk: Served, readers_file: Listed) -> None:
    tokens = readers_file[1]
    times = {"met": "2031-03-05T10:00", "told": "2031-03-05T13:20"}
    sent = send(
        desk, "/notes", tokens["amy"], text=NOTE, title="In Tern", day="2031-03-06", to="the minister, Jo", **times
    )
    assert sent.status_code == 303, sent.text
    path = sent.headers["location"]
    amy, cleo = ({"authorization": f"Bearer {tokens[name]}"} for name in ("amy", "cleo"))
    shown = desk.get(f"{path}.json", **amy).json()
    assert (shown["heading"], shown["marking"], shown["outlet"]) == ("In Tern", "AMBER", "Note by amy")
    assert shown["published"] == "2031-03-06"
    assert {record["kind"] for record in shown["records"]} >= {"contact", "statement"}
    (note,) = desk.get("/notes.json", **amy).json()["notes"]
    assert f"/article/{note['article']}" == path
    (one,) = desk.get("/told.json", **amy).json()["recorded"]
    assert (one["to"], one["after"], one["by"]) == (["the minister", "Jo"], "3 h 20 min", "amy")
    assert desk.get(path, **cleo).status_code == 404
    assert desk.get("/notes.json", **cleo).json()["notes"] == desk.get("/told.json", **cleo).json()["recorded"] == []
    verify(desk.ledger)


def test_who_was_told_can_be_added_later_about_what_the_teller_may_see(desk: Served, readers_file: Listed) -> None:
    tokens = readers_file[1]
    with open_ledger(desk.ledger) as ledger:
        hidden = told("red", 7, "RED")
        ledger.put(hidden.article, hidden.records)
    sent = send(desk, "/told", tokens["amy"], article="one", to="the envoy", told="2031-03-05T13:20")
    assert (sent.status_code, sent.headers["location"]) == (303, "/told")
    for article in ("red", "nobody"):
        refused = send(desk, "/told", tokens["amy"], article=article, to="the envoy")
        assert (refused.status_code, refused.json()["error"]) == (
            400,
            "article: there is no note, meeting or article of that id",
        )


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        ("/notes", {"text": " "}, "text: write or paste the note"),
        ("/notes", {"text": "They met.", "marking": "RED"}, "marking: choose one of CLEAR, GREEN, AMBER, which"),
        ("/notes", {"text": "They met.", "marking": "PINK"}, "marking: choose one of"),
        ("/notes", {"text": "They met.", "day": "tomorrow"}, "day: write the day as"),
        ("/told", {"article": "one", "to": " , "}, "to: name who was told"),
        ("/told", {"article": "", "to": "Jo"}, "article: choose what they were told of"),
        ("/told", {"article": "one", "to": "Jo", "told": "noon"}, "told: write the time as"),
        (
            "/told",
            {"article": "one", "to": "Jo", "told": "2031-03-05T09:00", "met": "2031-03-05T10:00"},
            "before the meet",
        ),
    ],
)
def test_a_form_that_is_off_is_told(desk: Served, readers_file: Listed, path: str, fields: dict, said: str) -> None:
    refused = send(desk, path, readers_file[1]["amy"], **fields)
    assert refused.status_code == 400
    assert said in refused.json()["error"]


def test_what_was_told_of_is_chosen_and_who_was_told_ticked(desk: Served, readers_file: Listed) -> None:
    amy = {"authorization": f"Bearer {readers_file[1]['amy']}"}
    offered = desk.get("/tell.json", **amy).json()
    assert [one["id"] for one in offered["articles"]] == ["two", "one"]
    ((meeting,), notes) = offered["meetings"], offered["notes"]
    assert (meeting["words"].startswith("Tue 4 Mar: Anna Lund and Boris Kral"), notes) == (True, [])
    page = desk.get("/tell", **amy).text
    assert all(f'name="to" value="{name}"' in page for name in ("amy", "cleo", "rex"))
    for of in (meeting["id"], f"{desk.url}/entry/{meeting['id']}?as-of=2031-03-06", f"{desk.url}/article/one"):
        sent = send(desk, "/told", readers_file[1]["amy"], other=of, to="cleo, the envoy", words=of)
        assert sent.status_code == 303, sent.text
    assert {one["article"] for one in desk.get("/told.json", **amy).json()["recorded"]} == {"one"}
    assert desk.get("/tell.json", **amy).json()["names"] == ["cleo", "the envoy"]
    assert desk.get("/tell", authorization=f"Bearer {readers_file[1]['cleo']}").status_code == 404


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        ("/notes", {"text": "Kept words.", "title": "Kept words.", "day": "soon"}, "write the day as"),
        ("/told", {"article": "one", "words": "Kept words.", "to": ""}, "name who was told"),
        ("/told", {"other": "Kept words.", "to": "Jo"}, "there is no note, meeting or article"),
    ],
)
def test_a_form_that_is_off_keeps_what_was_typed(
    serve: Callable[..., Served], ledger_file: Path, path: str, fields: dict[str, str], said: str
) -> None:
    desk = serve(ledger_file)
    sent = {**fields, "form-token": desk.gate.local_token}
    page = httpx.post(desk.url + path, data=sent, headers={"accept": "text/html"}, timeout=LONGEST_READING)
    assert page.status_code == 400
    assert said in page.text.partition('role="alert"')[2].partition("</")[0]
    assert page.text.count("Kept words.") == list(fields.values()).count("Kept words.")


def test_who_may_not_write_writes_nothing(desk: Served, readers_file: Listed) -> None:
    for path in ("/notes", "/told"):
        assert send(desk, path, readers_file[1]["cleo"], text="They met.", article="one", to="Jo").status_code == 403
    assert "New note" not in desk.get("/notes", authorization=f"Bearer {readers_file[1]['cleo']}").text
    assert "New note" in desk.get("/notes", authorization=f"Bearer {readers_file[1]['amy']}").text


def test_at_an_open_desk_a_form_carries_the_desks_own_token(serve: Callable[..., Served], ledger_file: Path) -> None:
    desk = serve(ledger_file)
    sent = {"article": "one", "to": "Jo"}
    assert httpx.post(f"{desk.url}/told", data=sent).status_code == 403
    token = desk.get("/tell").text.partition('name="form-token" value="')[2].partition('"')[0]
    assert httpx.post(f"{desk.url}/told", data={**sent, "form-token": token}).status_code == 303


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(minutes=45), "45 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(days=2, hours=4, minutes=9), "2 d 4 h"),
        (timedelta(), "at once"),
    ],
)
def test_how_long_it_took_is_written_in_its_two_largest_units(span: timedelta, words: str) -> None:
    assert span_words(span) == words

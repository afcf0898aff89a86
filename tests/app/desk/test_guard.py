"""What stands before every page: hosts, readers, forms of other sites, and what a browser is told to refuse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from dragoman.app.desk.guard import host_names
from tests.app.desk.conftest import PASSWORD, Served

Listed = tuple[Path, dict[str, str]]


@pytest.fixture
def guarded(serve: Callable[..., Served], ledger_file: Path, readers_file: Listed) -> Served:
    return serve(ledger_file, readers_file[0])


def log_in(desk: Served, name: str, password: str = PASSWORD, **more: str) -> httpx.Response:
    sent = {"name": name, "password": password, "next": "/positions", **more}
    return httpx.post(f"{desk.url}/login", data=sent, headers={"origin": desk.url})


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8320", "127.0.0.1", "127.0.0.1.nip.example", "", "[::1]"]
)
def test_a_name_that_is_not_this_desk_is_refused(desk: Served, host: str) -> None:
    answer = desk.get("/", host=host)
    assert answer.status_code in (400, 421)
    assert "river" not in answer.text


def test_the_names_of_a_desk_are_its_address_and_the_origins_that_it_is_given() -> None:
    assert host_names("0.0.0.0", 80, ["https://desk.example.org", "https://Desk.Example.net:8443"]) == {
        "0.0.0.0:80", "desk.example.org", "desk.example.net:8443",
    }  # fmt: skip


def test_every_answer_tells_the_browser_what_to_refuse(desk: Served) -> None:
    for path in ("/", "/brief.json", "/nothing", "/assets/x", "/stream?from=x"):
        with httpx.stream("GET", desk.url + path, headers={"accept": "text/html"}) as answer:
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "same-origin"
            assert answer.headers["cache-control"] in ("private, no-cache", "no-store"), path


def test_without_readers_whoever_sits_at_the_machine_reads(desk: Served) -> None:
    assert desk.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/positions?as-of=2031-03-05", "/article/one", "/nothing", "/openapi.json"])
def test_with_readers_a_stranger_is_sent_to_the_form_whatever_was_asked_for(guarded: Served, path: str) -> None:
    answer = guarded.get(path)
    assert (answer.status_code, answer.headers["location"].startswith("/login?next=/")) == (303, True)
    assert guarded.get(path, accept="application/json").status_code == 401
    assert guarded.get(path, cookie="desk=made-up").status_code == 303
    assert guarded.get(path, authorization="Bearer made-up").status_code in (303, 401)


def test_the_stream_is_for_readers_only(guarded: Served) -> None:
    assert guarded.get("/stream", accept="text/event-stream").status_code == 401


def test_a_token_reads_as_its_reader(guarded: Served, readers_file: Listed) -> None:
    answer = guarded.get("/brief.json", authorization=f"Bearer {readers_file[1]['cleo']}")
    assert (answer.status_code, answer.json()["articles"]) == (200, 2)


def test_a_password_gets_a_cookie_that_scripts_and_other_sites_do_not_have(guarded: Served) -> None:
    answer = log_in(guarded, "amy")
    assert (answer.status_code, answer.headers["location"]) == (303, "/positions")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    page = guarded.get("/", cookie=cookie.partition(";")[0])
    assert page.status_code == 200
    assert "amy" in page.text


def test_wrong_pairs_are_told_alike_and_soon_have_to_wait(guarded: Served) -> None:
    known, unknown = log_in(guarded, "amy", "wrong"), log_in(guarded, "nobody", "wrong")
    assert (known.status_code, known.text) == (unknown.status_code, unknown.text) == (401, known.text)
    answers = [log_in(guarded, "amy", "wrong").status_code for _ in range(6)]
    assert answers == [401, 401, 401, 401, 429, 429]
    assert log_in(guarded, "amy").status_code == 429
    assert log_in(guarded, "rex").status_code == 303


@pytest.mark.parametrize(
    "following", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", ""]
)
def test_a_login_leads_to_this_desk_only(guarded: Served, following: str) -> None:
    assert log_in(guarded, "amy", next=following).headers["location"] == "/"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_what_another_site_sends_is_not_done(guarded: Served, headers: dict[str, str]) -> None:
    sent = {"name": "amy", "password": PASSWORD}
    answer = httpx.post(f"{guarded.url}/login", data=sent, headers=headers)
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


def test_logging_out_takes_the_readers_own_form_and_ends_the_session(guarded: Served) -> None:
    cookie = log_in(guarded, "amy").headers["set-cookie"].partition(";")[0]
    page = guarded.get("/", cookie=cookie).text
    token = page.partition('name="form-token" value="')[2].partition('"')[0]
    for given, status in (("", 403), (token[::-1], 403), (token, 303)):
        sent = {"form-token": given}
        answer = httpx.post(f"{guarded.url}/logout", data=sent, headers={"cookie": cookie})
        assert answer.status_code == status
    assert guarded.get("/", cookie=cookie).status_code == 303


def test_a_form_that_is_larger_than_a_note_is_not_read(guarded: Served) -> None:
    answer = httpx.post(f"{guarded.url}/login", data={"name": "a" * 3_000_000})
    assert answer.status_code == 400

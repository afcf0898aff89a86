"""Every page of the table as HTML and JSON, what is said where there is none, and that nothing hidden shows."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import httpx
import msgspec
import pytest

from dragoman.app.desk.desk import Settings, make_desk
from dragoman.app.desk.sheets import SHEETS
from dragoman.app.desk.sheets.rest import WHOLE
from dragoman.ledger import MARKINGS, open_ledger
from tests.app.desk.conftest import Put, Served, confirm, put, told, until

OPEN = (told("one", 5), told("two", 6, duration="PT2H"))
HIDDEN = (
    told("amber-one", 6, "AMBER", outlet="Secret Cable", duration="PT4H"),
    told("red-one", 9, "RED", outlet="Secret Cable"),
)
SECRETS = ("Secret Cable", "amber-one", "red-one", "4 hours")


def paths(desk: Served) -> list[str]:
    """Addresses of every page, of things that are there, that are hidden and that never were."""
    entries = [entry for id in ("one", "amber-one", "red-one", "nobody") for entry in entries_of(desk, id)]
    found = ["/", "/?as-of=2031-03-06", "/?since=2031-03-05", "/positions", "/accounts", "/actors", "/actor/Anna Lund"]
    found += [
        "/actor/Secret Cable",
        "/search?q=crossing",
        "/search?q=Secret",
        '/search?q="amber-one"',
        "/search?q=reporter",
    ]
    windows = (
        "",
        "?first=2031-01-01&last=2031-12-31",
        "?as-of=2031-03-06",
        "?kind=statement,forecast",
        "?party=Borland",
    )
    plots = [f"/{page}{ending}" for page in ("timeline", "contacts", "forecasts") for ending in ("", ".csv")]
    found += [f"{plot}{window}" for plot in plots for window in windows]
    found += [
        *(f"/brief/{id}" for id in WHOLE),
        "/brief/changed?since=2031-03-05",
        "/contacts?by=party",
        "/contacts?who=Lund&other=Kral",
        "/contacts?who=Secret",
        "/forecasts?speaker=Anna Lund",
    ]
    found += [f"/article/{id}" for id in ("one", "amber-one", "red-one", "nobody", "o", "")]
    found += [f"/article/{id}?at=1-99999" for id in ("one", "amber-one", "nobody")]
    found += [f"/{page}/{entry}" for page in ("entry", "accounts") for entry in [*entries, "contact-0123456789ab"]]
    return found


def entries_of(desk: Served, article: str) -> list[str]:
    """The entries that an article's records are part of, as one who may see everything has them."""
    found = desk.get(f"/article/{article}.json")
    return [record["entry"] for record in found.json()["records"]] if found.status_code == 200 else []


def test_every_page_is_html_and_the_same_as_json_and_neither_fails(desk: Served) -> None:
    entry = entries_of(desk, "one")[0]
    made = confirm(desk.ledger, entry)
    until(lambda: desk.get(f"/correction/{made}").status_code == 200)
    ids = {"article": "one", "correction": made, "rest": "changed"}
    for sheet in SHEETS:
        path = sheet.path.replace("{id:path}", "Anna Lund").replace("{id}", ids.get(sheet.name, entry))
        page = desk.get(path)
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8"), path
        assert f"<title>{sheet.title}" in page.text or "<title>" in page.text
        as_json = desk.get("/brief.json" if path == "/" else f"{path}.json")
        assert as_json.headers["content-type"] == "application/json"
        assert desk.get(path, accept="application/json").content == as_json.content
        assert msgspec.json.decode(as_json.content, type=sheet.shown) is not None
        is_csv = desk.get(f"{path}.csv").headers["content-type"] == "text/csv; charset=utf-8"
        assert is_csv == (sheet.table is not None), path


def test_a_page_that_is_held_already_is_not_sent_again(desk: Served) -> None:
    for path in ("/", "/brief.json"):
        first = desk.get(path)
        again = desk.get(path, if_none_match=first.headers["etag"])
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    put(desk.ledger, told("three", 7))
    known = first.headers["etag"]
    until(lambda: desk.get("/brief.json", if_none_match=known).status_code == 200)
    assert desk.get("/brief.json").json()["articles"] == 3


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nothing", 404, "there is nothing here that you may see"),
        ("/article/nobody", 404, "there is nothing here that you may see"),
        ("/entry/contact-0123456789ab", 404, "there is nothing here that you may see"),
        ("/?as-of=yesterday", 400, "as-of: write the day as 2025-03-16"),
        ("/positions?since=xx", 400, "since: write the day as 2025-03-16"),
        ("/search?q=x&first=2031-13-45", 400, "first: write the day as 2025-03-16"),
        ("/search?q=x&limit=0", 400, "limit: write a number from 1 to 500"),
        ("/search?q=x&limit=many", 400, "limit: write a number from 1 to 500"),
        ("/search?q=x&kind=rumour", 400, "kind: there is none of that name"),
        ("/timeline?kind=rumour", 400, "kind: there is none of that name"),
        ("/timeline?party=Nobody", 400, "party: none of that name acts"),
        ("/timeline?first=2031-03-09&last=2031-03-01", 400, "the last day is before the first"),
        ("/contacts?who=Nobody", 400, "nobody of that name took part"),
        ("/contacts?by=horoscope", 400, "value"),
        ("/forecasts?column=gossip", 400, "column: there is none of that name"),
        ("/forecasts?speaker=Nobody", 400, "nobody of that name foresaw"),
        ("/search?q=AND", 400, "this is no search"),
        ('/search?q="open', 400, "a quotation mark is opened and not closed"),
        ("/article/one?at=9-3", 400, "this is no place in the text"),
        ("/article/one?at=0-99999", 400, "this is no place in the text"),
        (f"/search?q={'a' * 2000}", 400, "longer than anything here"),
    ],
)
def test_what_cannot_be_shown_is_told_in_one_line(desk: Served, path: str, status: int, said: str) -> None:
    as_json = desk.get(path, accept="application/json")
    assert (as_json.status_code, said in as_json.json()["error"]) == (status, True)
    assert "`" not in as_json.json()["error"]  # the decoder's own words
    page = desk.get(path)
    assert page.status_code == status
    assert "<h1>" in page.text


def test_only_what_is_written_in_the_table_can_be_asked_for(desk: Served) -> None:
    assert httpx.post(f"{desk.url}/positions").status_code == 405
    assert httpx.request("TRACE", desk.url).status_code in (400, 405)


def test_a_page_as_of_a_day_shows_what_was_known_then(desk: Served) -> None:
    assert desk.get("/brief.json?as-of=2031-03-05").json()["articles"] == 1
    assert 'href="/positions?as-of=2031-03-05"' in desk.get("/?as-of=2031-03-05").text
    assert 'href="/positions"' in desk.get("/?as-of=yesterday").text


def test_the_description_names_every_page_and_what_it_takes(desk: Served) -> None:
    found = desk.get("/openapi.json").json()
    assert sum("get" in path for path in found["paths"].values()) == len(SHEETS)
    search = found["paths"]["/search.json"]["get"]
    assert {one["name"] for one in search["parameters"]} >= {"q", "as-of", "limit"}
    (named,) = [one for one in found["paths"]["/entry/{id}.json"]["get"]["parameters"] if one["name"] == "id"]
    assert (named["in"], named["required"]) == ("path", True)


def test_the_description_names_every_form_that_can_be_sent_and_its_fields(desk: Served) -> None:
    found = desk.get("/openapi.json").json()
    forms = {path: methods["post"] for path, methods in found["paths"].items() if "post" in methods}
    app = make_desk(Settings(desk.ledger, desk.gate))
    taken = {route.path for route in app.routes if "POST" in route.methods}  # type: ignore[attr-defined]
    assert set(forms) == {path.replace("{id:path}", "{id}") for path in taken}
    for path in ("/notes", "/told", "/entry/{id}/correct", "/rename/{id}", "/correction/{id}"):
        ((media_type, body),) = forms[path]["requestBody"]["content"].items()
        assert media_type.startswith(("multipart/", "application/x-www-form-urlencoded"))
        sent = body["schema"]["properties"]
        assert set(body["schema"]["required"]) <= set(sent)
        place = {"/notes": "/notes", "/told": "/tell"}.get(path)
        if place:  # the form in the page has these fields and no other
            assert set(sent) == names_in(desk.get(place).text, path) - {"deed"}
    assert forms["/entry/{id}/correct"]["responses"]["201"]["content"]["application/json"]


def names_in(page: str, action: str) -> set[str]:
    """The names of the fields of the form that is sent to an address."""
    form = page.partition(f'action="{action}"')[2].partition("</form>")[0]
    return set(re.findall(r'\bname="([^"]+)"', form))


def test_no_link_of_a_page_leads_a_reader_who_may_not_write_to_nothing(
    serve: Callable[..., Served], ledger_file: Path, readers_file: tuple[Path, dict[str, str]]
) -> None:
    desk = serve(ledger_file, readers_file[0])
    cleo = {"authorization": f"Bearer {readers_file[1]['cleo']}"}
    seen, todo = {"/"}, ["/"]
    while todo:
        page = desk.get(todo.pop(), **cleo)
        assert page.status_code == 200, page.url
        links = {html.unescape(link).partition("#")[0] for link in re.findall(r'<a [^>]*href="(/[^"]*)"', page.text)}
        new = {link for link in links if link not in seen and "first=" not in link}
        seen |= new
        todo += sorted(new) if len(seen) < 150 else []
    assert len(seen) > 30


# ---- what is typed is kept ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kept", "said"),
    [
        ("/search?q=(truce&speaker=Lund&kind=forecast", ['value="(truce"', 'value="Lund"'], "this is no search"),
        ('/search?q="open truce', ['value="&#34;open truce"'], "a quotation mark is opened and not closed"),
        ("/search?q=truce&first=soon", ['value="truce"', 'value="soon"'], "first: write the day as"),
        ("/search?q=<b> AND", ['value="&lt;b&gt; AND"'], "this is no search"),
        ("/contacts?who=Nobody", ['value="Nobody"'], "nobody of that name took part"),
        ("/timeline?first=2031-03-09&last=2031-03-01", [], "the last day is before the first"),
    ],
)
def test_what_was_asked_for_stays_in_its_fields_beside_what_is_off(
    desk: Served, path: str, kept: list[str], said: str
) -> None:
    page = desk.get(path)
    assert page.status_code == 400
    words = page.text.partition('role="alert"')[2].partition("</p>")[0]
    assert said in words
    assert [value for value in kept if value not in page.text] == []


@pytest.mark.parametrize(
    ("page", "hint"),
    [
        ("/", "dragoman add LEDGER"),
        ("/timeline", "dragoman add LEDGER"),
        ("/contacts", "dragoman add LEDGER"),
        ("/positions", "dragoman add LEDGER"),
        ("/actors", "dragoman add LEDGER"),
        ("/accounts", "An entry stands here as soon as"),
        ("/forecasts", "Nobody who is named foresaw"),
        ("/notes", "Who may write pastes or uploads one"),
        ("/told", 'href="/tell"'),
        ("/corrections", "dragoman correct"),
        ("/search?q=nothing", "Try fewer words"),
    ],
)
def test_an_empty_page_says_what_would_fill_it(
    serve: Callable[..., Served], tmp_path: Path, page: str, hint: str
) -> None:
    with open_ledger(tmp_path / "empty.db"):
        pass
    answer = serve(tmp_path / "empty.db").get(page)
    assert (answer.status_code, hint in answer.text, ">none<" in answer.text) == (200, True, False)


# ---- need to know ---------------------------------------------------------------------------------------------------


def test_a_reader_gets_the_bytes_of_a_ledger_that_never_had_what_is_hidden(
    serve: Callable[..., Served], tmp_path: Path, readers_file: tuple[Path, dict[str, str]]
) -> None:
    """Counts, searches, plots, tags, errors: if anything of a hidden article showed, some answer would be another."""
    whole, alone = both(tmp_path)
    readers, tokens = readers_file
    served, other, open_desk = serve(whole, readers), serve(alone, readers), serve(whole)
    as_cleo = {"authorization": f"Bearer {tokens['cleo']}"}
    for path in paths(open_desk):
        for accept in ("text/html", "application/json"):
            here, there = (desk.get(path, accept=accept, **as_cleo) for desk in (served, other))
            assert shown(here, served) == shown(there, other), path
            assert not [secret for secret in SECRETS if secret in here.text and secret not in path], path


def test_who_is_cleared_sees_it(
    serve: Callable[..., Served], tmp_path: Path, readers_file: tuple[Path, dict[str, str]]
) -> None:
    whole, _ = both(tmp_path)
    readers, tokens = readers_file
    desk = serve(whole, readers)
    counts = {
        name: desk.get("/brief.json", authorization=f"Bearer {token}").json()["articles"]
        for name, token in tokens.items()
    }
    assert counts == {"cleo": 2, "amy": 3, "rex": 4}
    amber = desk.get("/article/amber-one", authorization=f"Bearer {tokens['amy']}")
    assert "TLP:AMBER" in amber.text
    entry = amber.text.partition('href="/entry/')[2].partition('"')[0]
    several = ["/", "/timeline", "/contacts", "/forecasts", "/positions", "/accounts", "/brief/changed"]
    several += ["/actor/Anna Lund", "/search?q=crossing"]
    for path in [*several, f"/entry/{entry}", f"/accounts/{entry}"]:  # each page bears what it shows at most
        marks = {
            name: set(re.findall(r"TLP:([A-Z+]+)<", desk.get(path, authorization=f"Bearer {token}").text))
            for name, token in tokens.items()
        }
        highest = {name: max(found, key=MARKINGS.index, default=None) for name, found in marks.items()}
        assert highest == {"cleo": None, "amy": "AMBER", "rex": "RED"}, path


def both(tmp_path: Path) -> tuple[Path, Path]:
    """A ledger with hidden articles, put in last, and one that has the open ones alone, both of one name."""
    made = []
    for name, several in (("whole", (*OPEN, *HIDDEN)), ("alone", OPEN)):
        path = tmp_path / name / "river-talks.db"
        path.parent.mkdir()
        put_in_order(path, several)
        made.append(path)
    return made[0], made[1]


def put_in_order(path: Path, several: tuple[Put, ...]) -> None:
    for one in several:
        put(path, one)


def shown(answer: httpx.Response, desk: Served) -> tuple[int, str, dict[str, str]]:
    """All that a reader gets, but for the clock and this desk's port."""
    headers = {name: value for name, value in answer.headers.items() if name not in ("date", "server")}
    return answer.status_code, answer.text.replace(desk.url, ""), headers

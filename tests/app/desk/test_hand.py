"""What is decided at the desk is kept, shown as such and undone there; what can't be is told beside its field."""

from __future__ import annotations

import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from msgspec import Struct

from dragoman.ledger import open_ledger, verify
from tests.app.desk.conftest import Served, put, told, until

Listed = tuple[Path, dict[str, str]]
SEEN_AFTER = 1.0
"""Seconds in which a desk has looked at its ledger several times."""
SIGNED = {"by": "Ana", "reason": "she was there"}


class Form(HTMLParser):
    """The values that the forms of a page would send, by the deed of the form, and its words of what is off."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.wrong: list[str] = []
        self.links: list[str] = []
        self._select = self._area = ""
        self._is_off = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif tag == "input" and given.get("type") != "checkbox" and self.forms:
            self.forms[-1][given.get("name", "")] = given.get("value", "")
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and (("selected" in given) or self._select not in self.forms[-1]):
            self.forms[-1][self._select] = given.get("value", "")
        elif tag == "textarea":
            self._area = given["name"]
        elif tag == "a":
            self.links.append(given.get("href", ""))
        self._is_off = "off" in given.get("class", "").split()

    def handle_data(self, words: str) -> None:
        if self._is_off:
            self.wrong.append(words.strip())
        if self._area:
            self.forms[-1][self._area] = words.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        self._is_off = False
        if tag == "textarea":
            self._area = ""

    def of(self, deed: str) -> dict[str, str]:
        return next(form for form in self.forms if form.get("deed") == deed)


class Staff(Struct, frozen=True):
    """Somebody at an open desk, whose browser sends what the forms hold."""

    desk: Served

    def page(self, path: str) -> Form:
        answer = self.desk.get(path)
        assert answer.status_code == 200, answer.text[-400:]
        return Form(answer.text)

    def send(self, path: str, deed: str, **typed: object) -> httpx.Response:
        """The form of a page filled in and sent to where it belongs."""
        form = {**self.page(path).of(deed), **SIGNED, **typed}
        return httpx.post(
            self.desk.url + path.partition("?")[0], data=form, headers={"accept": "text/html"}, timeout=30
        )

    def entry(self, kind: str = "contact") -> str:
        for listed in self.json("/actor/Anna Lund.json")["groups"] + self.json("/actor/Borland.json")["groups"]:
            if listed["kind"] == kind and listed["lines"]:
                return listed["lines"][0]["entry"]
        raise AssertionError(kind)

    def json(self, path: str) -> dict:
        return self.desk.get(path, accept="application/json").json()


@pytest.fixture
def staff(desk: Served) -> Staff:
    return Staff(desk)


def test_a_value_is_changed_shown_with_what_it_was_and_put_back(staff: Staff) -> None:
    id = staff.entry()
    before = staff.json(f"/entry/{id}.json")
    assert (before["by_hand"], before["ruling"]) == ([], None)
    sent = staff.send(f"/entry/{id}/correct?field=place", "set", value="Tern")
    assert (sent.status_code, sent.headers["location"]) == (303, f"/entry/{id}#by-hand")
    shown = staff.json(f"/entry/{id}.json")
    (note,) = shown["by_hand"]
    assert (shown["record"]["place"], note["what"]) == ("Tern", "place: – → Tern")
    assert (note["by"], note["reason"]) == ("Ana", "she was there")
    assert "place: – → Tern" in staff.desk.get(f"/entry/{id}").text
    lines = [line for section in staff.json("/brief.json")["sections"] for line in section["lines"]]
    assert {tuple(n["what"] for n in line["by_hand"]) for line in lines if id in line["entries"]} == {
        ("place: – → Tern",)
    }
    assert "(by hand: place: – → Tern, Ana)" in staff.desk.get("/").text
    listed = staff.json("/corrections.json")["decisions"]
    assert [(one["what"], one["was"], one["value"]) for one in listed] == [("place: – → Tern", "null", '"Tern"')]
    undone = staff.send(f"/correction/{note['correction']}", "undo", reason="it was elsewhere")
    assert undone.status_code == 303
    assert staff.json(f"/entry/{id}.json") == before
    again = staff.send(f"/correction/{note['correction']}", "undo")
    assert again.status_code == 400
    assert "was undone already" in "".join(Form(again.text).wrong)
    undoing = staff.json("/corrections.json")["decisions"][0]["id"]
    assert staff.send(f"/correction/{undoing}", "undo").status_code == 303
    assert staff.json(f"/entry/{id}.json")["record"]["place"] == "Tern"
    verify(staff.desk.ledger)


def test_one_record_is_corrected_and_merged_anew_and_its_article_says_so(staff: Staff) -> None:
    id = staff.entry()
    (record,) = [
        one["record"] for one in staff.json(f"/entry/{id}.json")["supports"] if one["cites"][0]["article"] == "two"
    ]
    assert staff.json(f"/entry/{id}.json")["differences"]
    path = f"/entry/{id}/correct?record={record}&field=duration"
    assert staff.send(path, "set", value="PT1H").status_code == 303
    assert not staff.json(f"/entry/{id}.json")["differences"]
    shown = next(one for one in staff.json("/article/two.json")["records"] if one["record"]["id"] == record)
    assert [note["what"] for note in shown["by_hand"]] == ["duration: 2 hours → 1 hour"]
    assert staff.send(f"/entry/{id}/correct?record={record}", "withdraw").status_code == 303
    assert len(staff.json(f"/entry/{id}.json")["supports"]) == 1


def test_an_entry_is_confirmed_withdrawn_and_judged(staff: Staff) -> None:
    foreseen = staff.entry("forecast")
    assert staff.send(f"/entry/{foreseen}/correct", "judge", outcome="failed", on="2031-03-09").status_code == 303
    shown = staff.json(f"/entry/{foreseen}.json")
    assert (shown["ruling"]["outcome"], shown["verdict"]["rule"], shown["line"]["outcome"]) == (
        "failed",
        "by.hand",
        "failed",
    )
    demand = staff.entry("demand")
    assert staff.send(f"/entry/{demand}/correct", "confirm").status_code == 303
    assert [note["what"] for note in staff.json(f"/entry/{demand}.json")["by_hand"]] == ["confirmed"]
    gone = staff.send(f"/entry/{demand}/correct", "withdraw")
    assert gone.headers["location"].startswith("/correction/c-")
    assert staff.desk.get(f"/entry/{demand}").status_code == 404


def test_records_are_split_off_and_made_one_again(staff: Staff) -> None:
    id = staff.entry()
    parts = staff.json(f"/entry/{id}.json")["supports"]
    assert staff.send(f"/entry/{id}/correct", "divide", records=parts[1]["record"]).status_code == 303
    both = [line["entry"] for line in staff.json("/actor/Anna Lund.json")["groups"][0]["lines"]]
    assert len(both) == 2
    other = next(one for one in both if one != id)
    page = staff.page(f"/entry/{id}/correct")
    assert other in staff.desk.get(f"/entry/{id}/correct").text  # offered among the likeliest
    assert page.of("unite")["other"] == ""
    sent = staff.send(
        f"/entry/{id}/correct", "unite", **{"other-id": f"{staff.desk.url}/entry/{other}?as-of=2031-03-09"}
    )
    assert sent.status_code == 303, Form(sent.text).wrong
    (left,) = staff.json("/actor/Anna Lund.json")["groups"][0]["lines"]
    assert {note["what"] for note in left["by_hand"]} == {"united by hand"}


def test_a_name_is_changed_and_told_from_another(staff: Staff) -> None:
    assert "/rename/Anna%20Lund" in staff.page("/actor/Anna Lund").links
    sent = staff.send("/rename/Anna Lund", "rename", to="Anna Lund-Berg")
    assert sent.status_code == 303, Form(sent.text).wrong
    shown = staff.json("/actor/Anna Lund-Berg.json")
    assert shown["known"]["name"] == "Anna Lund-Berg"
    assert [note["what"] for note in shown["by_hand"]] == ["name: Anna Lund → Anna Lund-Berg"]
    assert staff.send("/rename/Anna Lund-Berg", "apart", other="Boris Kral").status_code == 303
    for typed, said in (("Anna Lund-Berg", "give two different names"), (" ", "give two different names")):
        off = staff.send("/rename/Anna Lund-Berg", "rename", to=typed)
        assert (off.status_code, said in "".join(Form(off.text).wrong)) == (400, True)
    off = staff.send("/rename/Anna Lund-Berg", "apart", other="Boris Krahl")
    assert off.status_code == 400, off.headers
    assert Form(off.text).wrong == ["Boris Krahl: nobody here has that name; the nearest are Boris Kral"]
    assert Form(off.text).of("apart")["other"] == "Boris Krahl"


@pytest.mark.parametrize(
    ("form", "typed", "field", "said"),
    [
        ("set?field=duration", {"value": "PT1H"}, "value", "it is PT1H already; to say that it is right"),
        ("set?field=mode", {"value": "letter"}, "value", "can't have that value; write one of briefing, call"),
        ("set?field=duration", {"value": "noon"}, "value", "this is no length; write a length, as PT2H30M"),
        ("set?field=when", {"value": "noon"}, "value", "write days as 2025-03-18"),
        ("set?field=place", {"value": " "}, "value", "write a value, or - for nothing"),
        (
            "set?field=place",
            {"value": "Tern", "was": "Rome"},
            "value",
            "it was changed while you typed: it is - now",
        ),
        ("set?field=place", {"value": "Tern", "reason": " "}, "reason", "say why it is so"),
        ("set?field=place", {"value": "Tern", "by": ""}, "by", "give your name"),
        ("set?field=place", {"value": "Tern", "marking": "PINK"}, "marking", "allows CLEAR, GREEN, AMBER"),
        ("set?field=place", {"value": "Te\x1brn"}, "value", "holds characters that no text does"),
        ("unite", {}, "other", "choose one, or give an id"),
        ("unite", {"other-id": "contact-f00"}, "other-id", "there is no entry of that id"),
        ("divide", {}, "records", "choose those that tell of another thing"),
        ("judge", {"on": "noon"}, "on", "write the day as 2025-03-16"),
        ("judge", {"shown-by": "it"}, "shown-by", "there is no entry of that id"),
        ("judge", {"outcome": "won"}, "outcome", "won: no such outcome"),
    ],
)
def test_what_is_off_stands_beside_its_field_and_what_was_typed_is_kept(
    staff: Staff, form: str, typed: dict[str, str], field: str, said: str
) -> None:
    deed, mark, query = form.partition("?")
    path = f"/entry/{staff.entry()}/correct{mark}{query}"
    off = staff.send(path, deed, **typed)
    shown = Form(off.text)
    assert (off.status_code, len(shown.wrong)) == (400, 1), off.text[-300:]
    assert said in shown.wrong[0]
    assert "Expected" not in shown.wrong[0]  # the parser's own words
    assert f'id="{deed}-{field}-off"' in off.text
    kept = {name: words for name, words in {**SIGNED, **typed}.items() if name not in ("outcome", "marking")}
    if said.startswith("can't have"):
        kept.pop("value")  # one of a list, which no browser sends another of
    if "\x1b" not in typed.get("value", ""):
        assert {name: shown.of(deed).get(name) for name in kept} == kept
    assert staff.json("/corrections.json")["decisions"] == []


def test_what_is_typed_comes_back_as_text(staff: Staff) -> None:
    awful = '"><script>alert(1)</script>{{7*7}}'
    off = staff.send(f"/entry/{staff.entry()}/correct?field=mode", "set", value=awful, reason=awful)
    assert off.status_code == 400
    assert "<script>alert" not in off.text
    assert (
        staff.send(f"/entry/{staff.entry()}/correct?field=place", "set", value="Tern", reason=awful).status_code == 303
    )
    for page in ("/", "/corrections", f"/entry/{staff.entry()}", "/article/one"):
        assert "<script>alert" not in staff.desk.get(page).text


def test_a_form_of_another_site_or_without_its_token_decides_nothing(staff: Staff) -> None:
    path = f"/entry/{staff.entry()}/correct"
    form = {**staff.page(path).of("confirm"), **SIGNED}
    url = staff.desk.url + path
    tries = (
        ({**form, "form-token": "x"}, {}, 403),
        ({name: words for name, words in form.items() if name != "form-token"}, {}, 403),
        (form, {"origin": "https://elsewhere.example"}, 403),
        (form, {"sec-fetch-site": "cross-site"}, 403),
        (form, {"host": "elsewhere.example"}, 421),
    )
    for sent, headers, status in tries:
        assert httpx.post(url, data=sent, headers=headers).status_code == status
    assert staff.json("/corrections.json")["decisions"] == []
    assert httpx.post(url, data=form).status_code == 303


def test_the_past_is_not_corrected(staff: Staff) -> None:
    id = staff.entry()
    assert f"/entry/{id}/correct" in staff.page(f"/entry/{id}").links
    assert not [link for link in staff.page(f"/entry/{id}?as-of=2031-03-05").links if "/correct?" in link]
    assert staff.desk.get(f"/entry/{id}/correct?as-of=2031-03-05").status_code == 400


# ---- need-to-know ---------------------------------------------------------------------------------------------------


@pytest.fixture
def guarded(serve: Callable[..., Served], ledger_file: Path, readers_file: Listed) -> Served:
    return serve(ledger_file, readers_file[0])


def ask(desk: Served, token: str, path: str, **form: object) -> httpx.Response:
    headers = {"authorization": f"Bearer {token}", "accept": "application/json"}
    if form:
        return httpx.post(desk.url + path, data=form, headers=headers, timeout=30)
    return httpx.get(desk.url + path, headers=headers, timeout=30)


def contact_of(desk: Served, token: str) -> str:
    return ask(desk, token, "/actor/Anna Lund.json").json()["groups"][0]["lines"][0]["entry"]


def test_who_may_not_write_sees_no_form_and_decides_nothing(guarded: Served, readers_file: Listed) -> None:
    tokens = readers_file[1]
    id = contact_of(guarded, tokens["cleo"])
    for path in (f"/entry/{id}/correct", "/rename/Anna Lund"):
        assert ask(guarded, tokens["cleo"], path).status_code == 404
    page = guarded.get(f"/entry/{id}", authorization=f"Bearer {tokens['cleo']}").text
    assert f"/entry/{id}/correct" not in page
    for path in (f"/entry/{id}/correct", "/rename/Anna Lund", "/correction/c-1"):
        assert ask(guarded, tokens["cleo"], path, deed="confirm", reason="so").status_code == 403
    made = ask(guarded, tokens["amy"], f"/entry/{id}/correct", deed="confirm", reason="so")
    assert (made.status_code, made.json()["see"]) == (201, f"/entry/{id}#by-hand")
    until(lambda: ask(guarded, tokens["cleo"], f"/entry/{id}.json").json()["by_hand"])
    assert ask(guarded, tokens["cleo"], f"/entry/{id}.json").json()["by_hand"][0]["by"] == "amy"
    shown = guarded.get(f"/correction/{made.json()['correction']}", authorization=f"Bearer {tokens['cleo']}").text
    assert "Undo it" not in shown


def test_a_name_known_from_a_red_note_is_seen_by_who_may_see_it_alone(guarded: Served, readers_file: Listed) -> None:
    tokens = readers_file[1]
    secret = told("red", 7, "RED")
    text = secret.article.text + " Boris Kral is called Count Orlo at home."
    with open_ledger(guarded.ledger) as ledger:
        ledger.put(
            type(secret.article)(
                **{**{f: getattr(secret.article, f) for f in secret.article.__struct_fields__}, "text": text}
            ),
            secret.records,
        )
        ledger.settle()
    paths = (
        "/brief.json", "/actors.json", "/actor/Boris Kral.json", "/actor/Count Orlo.json", "/actor/Aland.json",
        "/corrections.json", "/search.json?q=Lund&speaker=Count Orlo", "/search.json?q=Orlo", "/positions.json",
        "/accounts.json", "/rename/Count Orlo.json", "/article/one.json",
    )  # fmt: skip

    def all_of(name: str) -> list[tuple[int, bytes, str]]:
        answers = [ask(guarded, tokens[name], path) for path in paths]
        return [(one.status_code, one.content, one.headers.get("etag", "")) for one in answers]

    before = {name: all_of(name) for name in ("cleo", "amy", "rex")}
    low = ask(
        guarded, tokens["rex"], "/rename/Boris Kral", deed="rename", to="Count Orlo", reason="so", marking="CLEAR"
    )
    assert (low.status_code, low.json()["error"]) == (400, "marking: what this is about allows RED")
    made = ask(guarded, tokens["rex"], "/rename/Boris Kral", deed="rename", to="Count Orlo", reason="the note says so")
    assert (made.status_code, made.json()["marking"]) == (201, "RED")
    time.sleep(SEEN_AFTER)
    assert {name: all_of(name) for name in ("cleo", "amy")} == {name: before[name] for name in ("cleo", "amy")}
    assert all_of("rex") != before["rex"]
    assert ask(guarded, tokens["rex"], "/actor/Count Orlo.json").json()["known"]["name"] == "Count Orlo"
    # One that is as good as hidden is answered like one that never was.
    id = made.json()["correction"]
    for path, form in ((f"/correction/{id}", {}), (f"/correction/{id}", {"deed": "undo", "reason": "so"})):
        never = ask(guarded, tokens["amy"], path.replace(id, "c-0123456789ab"), **form)
        hidden = ask(guarded, tokens["amy"], path, **form)
        assert (hidden.status_code, hidden.content) == (never.status_code, never.content)
    # Nor does a second decision about the name that the first one gave bring it out.
    second = ask(guarded, tokens["rex"], "/rename/Count Orlo", deed="rename", to="O.", reason="so", marking="AMBER")
    assert (second.status_code, second.json()["field"]) == (400, "marking")
    unheard = ask(guarded, tokens["amy"], "/rename/Boris Kral", deed="apart", other="Count Orlo", reason="so")
    assert unheard.json()["error"].startswith("other: Count Orlo: nobody here has that name")


def test_a_name_that_nothing_here_says_is_marked_as_its_maker_may_see(guarded: Served, readers_file: Listed) -> None:
    tokens = readers_file[1]
    made = ask(guarded, tokens["amy"], "/rename/Boris Kral", deed="rename", to="B. Kral", reason="so")
    assert made.json()["marking"] == "AMBER"
    time.sleep(SEEN_AFTER)
    assert ask(guarded, tokens["cleo"], "/actor/B. Kral.json").status_code == 404
    open_one = ask(
        guarded, tokens["amy"], "/rename/Anna Lund", deed="rename", to="A. Lund", reason="so", marking="CLEAR"
    )
    assert open_one.json()["marking"] == "CLEAR"
    until(lambda: ask(guarded, tokens["cleo"], "/actor/A. Lund.json").status_code == 200)


def test_who_cannot_see_all_of_an_entry_changes_nothing_of_it_for_those_who_can(
    guarded: Served, readers_file: Listed
) -> None:
    tokens = readers_file[1]
    put(guarded.ledger, told("red", 7, "RED", duration="PT3H"))
    id = contact_of(guarded, tokens["amy"])
    form = {"deed": "set", "field": "duration", "value": "PT4H", "reason": "she heard so"}
    assert ask(guarded, tokens["amy"], f"/entry/{id}/correct", **form).status_code == 201
    amy, rex = (ask(guarded, tokens[name], f"/entry/{id}.json").json() for name in ("amy", "rex"))
    assert (amy["record"]["duration"], amy["by_hand"][0]["what"]) == ("PT4H", "duration: 1 hour → 4 hours")
    assert rex["record"]["duration"] != "PT4H"
    assert rex["by_hand"][0]["what"].startswith("not counted, made without sight of all its records: duration")
    for path in ("/corrections.json", f"/entry/{id}.json"):
        assert b"not counted" not in ask(guarded, tokens["amy"], path).content
    assert ask(guarded, tokens["rex"], f"/entry/{id}/correct", **form).status_code == 201
    assert ask(guarded, tokens["rex"], f"/entry/{id}.json").json()["record"]["duration"] == "PT4H"
    verify(guarded.ledger)

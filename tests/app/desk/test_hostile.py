"""Whatever is asked of the interface, it answers as its description says and never fails."""

from __future__ import annotations

import os
from urllib.parse import quote

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dragoman.app.desk.hand import PAGES
from dragoman.app.desk.sheets import SHEETS
from tests.app.desk.conftest import Served, confirm

EXAMPLES = int(os.environ.get("DESK_EXAMPLES", "12"))
"""Made-up requests of each page and form; `DESK_EXAMPLES=300` asks 10,000 and more in all, in a quarter of an hour."""
AWFUL = (
    "", " ", "\x00", "\n", "'", '"', "<script>", "../../etc/passwd", "%00", "%", "{{7*7}}", "${7*7}", "' OR 1=1 --",
    "NEAR(a b)", "a*", "*", "^a", "-a", "((((", "))))", "AND AND", "col:val", "9" * 400, "-1", "1e309", "NaN", "٣",
    "\u202e", "\ud83d", "\U0001f600", "é" * 300, "a" * 5000, "0-99999999999999999999", "2031-13-45", "0000-00-00",
    "9999-12-31", "0001-01-01",
)  # fmt: skip
WORDS = AWFUL if EXAMPLES >= 100 else AWFUL[::4]
DEEDS = {
    "correct": ("set", "confirm", "unite", "divide", "judge", "withdraw", "none"),
    "rename": ("rename", "apart"),
    "correction": ("undo",),
}
FIELDS = (
    "deed", "reason", "by", "marking", "field", "value", "was", "record", "records", "other", "other-id", "outcome",
    "on", "shown-by", "name", "to", "side", "form-token", "unknown",
)  # fmt: skip
KNOWN = ("", "PT2H", "place", "duration", "participants", "AMBER", "came_true", "Anna Lund", "2031-03-09", "-", "[]")
"""Values that some field can have, so that what is made up gets past the first question."""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_awful_words_anywhere_in_an_address_never_fail(desk: Served, sheet) -> None:
    names = [*sheet.asked.__struct_encode_fields__, "unknown"]
    with httpx.Client(base_url=desk.url) as client:
        for words in WORDS:
            given = quote(words.encode("utf-8", "surrogatepass"), safe="")
            path = sheet.path.replace("{id:path}", given).replace("{id}", given)
            asked = [path, *(f"{path.replace(given, 'one') if given else path}?{name}={given}" for name in names)]
            for address in asked:
                answer = client.get(address, headers={"accept": "application/json"})
                assert answer.status_code in (200, 400, 404), (address[:200], answer.status_code)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_what_is_made_up_from_the_description_is_answered_as_it_says(desk: Served, sheet) -> None:
    schema = schemathesis.openapi.from_url(f"{desk.url}/openapi.json")
    operation = schema.find_operation_by_id(sheet.name)

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case) -> None:
        answer = case.call(base_url=desk.url, timeout=30)
        assert answer.status_code in (200, 400, 404), answer.text[:300]
        case.validate_response(answer, checks=[schemathesis.checks.not_a_server_error])

    ask()


def forms_of(desk: Served) -> dict[str, tuple[str, dict[str, str]]]:
    """The address of every page with forms, and a form that it takes."""
    entry = desk.get("/accounts.json").json()["listings"][0]["line"]["entry"]
    made = confirm(desk.ledger, entry)
    paths = {"correct": f"/entry/{entry}/correct", "rename": "/rename/Anna Lund", "correction": f"/correction/{made}"}
    sound = {"form-token": desk.gate.local_token, "by": "Ana", "reason": "she was there"}
    return {
        name: (path, {**sound, "deed": DEEDS[name][0], "field": "place", "value": "Tern", "to": "A. Lund"})
        for name, path in paths.items()
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.sheet.name)
def test_awful_words_in_any_field_of_a_form_never_fail(desk: Served, page) -> None:
    path, sound = forms_of(desk)[page.sheet.name]
    with httpx.Client(base_url=desk.url, timeout=60) as client:
        for n, words in enumerate(WORDS if EXAMPLES >= 100 else WORDS[::2]):
            accept = ("text/html", "application/json")[n % 2]
            typed = words.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
            for name in FIELDS:
                answer = client.post(path, data={**sound, name: typed}, headers={"accept": accept})
                assert answer.status_code in (201, 303, 400, 403, 404), (name, words[:60], answer.text[-300:])
                assert "Traceback" not in answer.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.sheet.name)
def test_forms_that_are_made_up_never_fail(desk: Served, page) -> None:
    path, sound = forms_of(desk)[page.sheet.name]
    values = st.one_of(st.sampled_from(KNOWN), st.text(max_size=40), st.sampled_from(AWFUL[:12]))
    typed = st.dictionaries(st.sampled_from(FIELDS[1:-2]), values, max_size=8)

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(deed=st.sampled_from(DEEDS[page.sheet.name]), typed=typed, as_json=st.booleans())
    def send(deed: str, typed: dict[str, str], as_json: bool) -> None:
        given = {**sound, "deed": deed, **typed}
        sent = {name: words.encode("utf-8", "replace").decode() for name, words in given.items()}
        accept = "application/json" if as_json else "text/html"
        answer = httpx.post(desk.url + path, data=sent, headers={"accept": accept}, timeout=60)
        assert answer.status_code in (201, 303, 400, 404), answer.text[-300:]

    send()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.sheet.name)
def test_what_is_no_form_is_refused(desk: Served, page) -> None:
    path, sound = forms_of(desk)[page.sheet.name]
    multipart = "multipart/form-data; boundary=x"
    bodies = [
        (b"", "application/x-www-form-urlencoded"),
        (b"\xff\xfe=\x00&deed=%ff%fe&reason=%00", "application/x-www-form-urlencoded"),
        (b"&".join(b"a%d=1" % n for n in range(5_000)), "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--", multipart),
        (b"--x\r\nContent-Disposition: form-data; name=deed\r\n\r\n" + b"a" * 3_000_000, multipart),
        (b"\x00" * 100, multipart),
        (b"deed=set", "multipart/form-data"),
    ]
    for body, media_type in bodies:
        answer = httpx.post(desk.url + path, content=body, headers={"content-type": media_type}, timeout=60)
        assert answer.status_code in (400, 403), (body[:60], answer.status_code)
    cut = httpx.post(desk.url + path, data=sound, files={"reason": ("a.txt", b"x")}, timeout=60)
    assert cut.status_code in (303, 400)

"""Whatever is asked of the interface, it answers as its description says and never fails."""

from __future__ import annotations

import os
from urllib.parse import quote

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from dragoman.app.desk.sheets import SHEETS
from tests.app.desk.conftest import Served

EXAMPLES = int(os.environ.get("DESK_EXAMPLES", "12"))
"""Made-up requests of each page; `DESK_EXAMPLES=1000` asks 10,000 and more in all."""
AWFUL = (
    "", " ", "\x00", "\n", "'", '"', "<script>", "../../etc/passwd", "%00", "%", "{{7*7}}", "${7*7}", "' OR 1=1 --",
    "NEAR(a b)", "a*", "*", "^a", "-a", "((((", "))))", "AND AND", "col:val", "9" * 400, "-1", "1e309", "NaN", "٣",
    "\u202e", "\ud83d", "\U0001f600", "é" * 300, "a" * 5000, "0-99999999999999999999", "2031-13-45", "0000-00-00",
    "9999-12-31", "0001-01-01",
)  # fmt: skip
WORDS = AWFUL if EXAMPLES >= 100 else AWFUL[::4]


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

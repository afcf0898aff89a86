"""What must not be read out of the first article of the gold, which lies outside this repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.must_nots import ARTICLE, PUBLISHED, must_nots

from tests.app.conftest import run

ARTICLE_FILE = Path(__file__).parents[2] / "shared" / "gold" / "dev" / f"{ARTICLE}.txt"
TRUCE = {"kind": "agreement", "content": "a ceasefire", "terms": [], "when": None, "status": "reached"}
YES = {"kind": "response", "stance": "accept", "about": "the offer", "when": None}
OFFER = {"kind": "proposal"}


def actors(*names: str) -> list[dict[str, Any]]:
    return [{"name": name, "side": name} for name in names]


@pytest.mark.skipif(not ARTICLE_FILE.is_file(), reason=f"{ARTICLE_FILE.name}: ../shared is absent")
def test_the_first_article_yields_nothing_that_it_does_not_say():
    def rows(command: str) -> dict[str, Any]:
        printed = run(command, ARTICLE_FILE, "--published", PUBLISHED.isoformat(), "--json").stdout
        return json.loads(printed)

    read = rows("read")
    assert len(read["records"]) > 20
    assert must_nots(read["records"], rows("times")["timexes"], ARTICLE_FILE.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (TRUCE | {"parties": actors("Ukraine", "Russia")}, "a ceasefire in effect"),
        (TRUCE | {"parties": actors("Ukraine", "United States")}, None),
        (TRUCE | {"parties": actors("Ukraine", "Russia"), "status": "expected"}, None),
        (YES | {"by": actors("Russia")}, "an unconditional acceptance"),
        (YES | {"by": actors("Ukraine")}, None),
        (YES | {"by": actors("Russia"), "stance": "accept_conditionally"}, None),
        (OFFER | {"when": {"start": "2025-03-10", "end": "2025-04-09"}}, "an end date for the offer"),
        (OFFER | {"when": {"start": "2025-03-10", "end": "2025-03-16"}}, None),
        ({"kind": "contact", "when": {"start": "2025-03-17", "end": "2025-03-18"}}, "a date of 2025-03-18"),
        ({"kind": "contact", "when": {"start": "2025-03-17", "end": "2025-03-23"}}, None),
    ],
)
def test_a_hasty_find_is_told(record, found):
    told = must_nots([record], [], "")
    assert [line.startswith(found or "nothing") for line in told] == [True] * bool(found)


def test_the_length_of_a_truce_that_has_not_begun_has_no_days():
    text = "A 30-day truce was offered."
    timex = {"start": 2, "end": 8, "window": None}
    assert must_nots([], [timex], text) == []
    assert must_nots([], [timex | {"window": {"start": "2025-03-17", "end": "2025-04-16"}}], text)

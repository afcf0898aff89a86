"""The list of forecasts judged by hand: in own words, each pointing at words that are there."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from dragoman.types import Outcome

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "facts" / "verdicts.toml").read_text())["case"]
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "negotiation.jsonl"
LONGEST_SHARED = 60
"""Characters in a row that a description and an article may share: names, days and common phrases."""


@pytest.fixture(scope="module")
def corpus() -> dict[str, dict[str, Any]]:
    if not CORPUS.is_file():
        pytest.skip("the corpus that the list is about lies in ../shared, which is not here")
    return {row["id"]: row for row in map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())}


def test_the_list_has_sixty_cases_of_many_conflicts_and_not_one_outcome_alone() -> None:
    assert len(CASES) >= 60
    assert len({case["conflict"] for case in CASES}) >= 12
    outcomes = Counter(case["outcome"] for case in CASES)
    assert set(outcomes) <= set(get_args(Outcome))
    assert outcomes["overdue"] + outcomes["open"] < len(CASES) / 2


def test_no_case_stands_twice() -> None:
    assert Counter((case["article"], case["at"], case["kind"]) for case in CASES).most_common(1)[0][1] == 1


def test_every_case_points_into_an_article_of_its_conflict(corpus) -> None:
    wrong = [
        case["article"]
        for case in CASES
        if corpus[case["article"]]["conflict"] != case["conflict"]
        or not 0 <= case["at"] < len(corpus[case["article"]]["text"])
    ]
    assert wrong == []


def test_every_case_is_told_in_own_words(corpus) -> None:
    copied = [
        case["article"]
        for case in CASES
        for words in (case["foreseen"], case["because"])
        for start in range(len(words) - LONGEST_SHARED)
        if words[start : start + LONGEST_SHARED] in corpus[case["article"]]["text"]
    ]
    assert copied == []

"""What must not be read out of the first article of the gold: four finds that a hasty reader would make.

Nothing of the article's text stands here, only what it doesn't say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

ARTICLE = "seed"
PUBLISHED = date(2025, 3, 17)
RESPONDENT = "Russia"
UNSAID_DAY = "2025-03-18"
UNBEGUN = "30-day"
"""The length of a truce that has not begun: it has no first and no last day."""
NOT_IN_EFFECT = {"expected", "near", "denied"}
OFFERS = {"proposal", "agreement", "response"}


def must_nots(records: Iterable[dict[str, Any]], timexes: Iterable[dict[str, Any]], text: str) -> list[str]:
    """One line for each thing found that is not so; empty when all is well.

    `records` and `timexes` are those of `dragoman read --json` and `dragoman times --json`, `text` the article's.
    """
    several, times = list(records), list(timexes)
    return [
        *(f"a ceasefire in effect: {record['content']!r}" for record in several if is_truce(record)),
        *(f"an unconditional acceptance: {record['about']!r}" for record in several if is_full_acceptance(record)),
        *(f"an end date for the offer: {record['when']}" for record in several if ends_later(record)),
        *(f"an end date for the {UNBEGUN} truce: {timex}" for timex in times if is_dated_length(timex, text)),
        *(f"a date of {UNSAID_DAY}" for day in days([several, times]) if day == UNSAID_DAY),
    ]


def is_truce(record: dict[str, Any]) -> bool:
    """Whether it is an agreement on a ceasefire that binds the respondent."""
    if record["kind"] != "agreement" or record["status"] in NOT_IN_EFFECT:
        return False
    about = "ceasefire" in record["content"] or any(term["type"] == "ceasefire" for term in record["terms"])
    return about and RESPONDENT in sides(record["parties"])


def is_full_acceptance(record: dict[str, Any]) -> bool:
    """Whether it is the respondent's yes without conditions."""
    return record["kind"] == "response" and record["stance"] == "accept" and RESPONDENT in sides(record["by"])


def ends_later(record: dict[str, Any]) -> bool:
    """Whether an offer, its answer or an agreement on it has a day after the article's."""
    when = record.get("when") if record["kind"] in OFFERS else None
    return bool(when and when["end"] and date.fromisoformat(when["end"]) > PUBLISHED)


def is_dated_length(timex: dict[str, Any], text: str) -> bool:
    """Whether the length of the truce was given days."""
    return UNBEGUN in text[timex["start"] : timex["end"]] and bool(timex["window"])


def sides(actors: Iterable[dict[str, Any]]) -> set[str]:
    """The sides and names of actors."""
    return {name for actor in actors for name in (actor["side"], actor["name"]) if name}


def days(value: object) -> Iterator[str]:
    """Every start and end of a window, however deep it lies."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in {"start", "end"} and isinstance(inner, str):
                yield inner
            yield from days(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from days(inner)

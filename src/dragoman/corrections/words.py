"""A correction in words, for the places where what a person decided is shown as such."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.corrections.nouns import (
    Amend,
    AnyDeed,
    Confirm,
    Correction,
    Divide,
    Judge,
    Rename,
    TellApart,
    Undo,
    Unite,
    Withdraw,
)
from dragoman.kinds.windows import length_in_words
from dragoman.types import ByHand

NOTHING = "–"
LENGTHS = frozenset({"duration", "latency"})
LONGEST = 80


def note_of(correction: Correction) -> ByHand:
    """What is kept with an entry of a correction that changed it."""
    return ByHand(correction.id, deed_words(correction.deed), correction.by, correction.at.date(), correction.reason)


def deed_words(deed: AnyDeed) -> str:
    """What a deed does, in a few words: "duration: PT1H → PT2H30M"."""
    match deed:
        case Amend():
            return f"{deed.field}: {field_words(deed.field, deed.was)} → {field_words(deed.field, deed.value)}"
        case Confirm():
            return "confirmed"
        case Withdraw():
            return "withdrawn"
        case Unite():
            return "united by hand"
        case Divide():
            return "divided by hand"
        case Rename():
            of = f" of {deed.side}" if deed.side else ""
            return f"name: {deed.name}{of} → {deed.to}"
        case TellApart():
            return f"names: {deed.name} is not {deed.other}"
        case Judge():
            return f"verdict: {outcome_words(deed.outcome)}"
        case Undo():
            return f"undoes {deed.correction}"


def outcome_words(outcome: str) -> str:
    """An outcome as words."""
    return outcome.replace("_", " ")


def field_words(field: str, value: str) -> str:
    """A field's value, given as JSON, as words: names of actors, days, lengths, parts between semicolons."""
    return _clipped(in_full(field, value))


def in_full(field: str, value: str) -> str:
    """A field's value as words, however many these are."""
    decoded = msgspec.json.decode(value)
    if field in LENGTHS and isinstance(decoded, str):
        return length_in_words(decoded)
    return _words(decoded)


def _words(value: Any) -> str:  # noqa: ANN401  (any JSON)
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, list):
        return "; ".join(_words(part) for part in value)
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            days = dict.fromkeys(day or "open" for day in (value["start"], value["end"]))
            return " to ".join(days)
        return str(value.get("name") or value.get("text") or msgspec.json.encode(value).decode())
    return str(value)


def _clipped(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"

"""Values of fields as a person writes them, and as they are written for a person to change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec.inspect import BoolType, IntType, LiteralType, StructType, UnionType, type_info
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.types import Actor, Record, When

KEPT_AS_READ = frozenset({"id", "article", "evidence", "rule", "spans", "kind"})
"""What no one changes by hand: where a record was found, and how."""
NOTHING = "-"
BEGINS_JSON = ('"', "[", "{")
LENGTHS = frozenset({"duration", "latency"})
_LENGTH = r"P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?"
LENGTH = re.compile(rf"{_LENGTH}(?:/{_LENGTH})?")
"""A length in ISO 8601, or the least and the most: "PT2H30M", "PT5M/PT10M"."""
DAYS = re.compile(r"(\d{4}-\d\d-\d\d)?(?:(/)(\d{4}-\d\d-\d\d)?)?")
NAMED = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<side>[^()]+)\))?")


def changeable(record: Record) -> tuple[str, ...]:
    """The fields that a person may change."""
    return tuple(name for name in record.__struct_fields__ if name not in KEPT_AS_READ)


def type_of(record: Record, field: str) -> str:
    """What a field holds, as its annotation in the source says: "tuple[Actor, ...]"."""
    for owner in type(record).__mro__:
        if field in getattr(owner, "__annotations__", {}):
            return str(owner.__annotations__[field])
    return ""


def read_value(words: str, was: object, holds: str) -> Any:  # noqa: ANN401  (any field's value)
    """A value as a person writes it.

    "2025-03-18" and "2025-03-17/2025-03-23" are days, "Anna Lund (Aland); Boris Kral" actors with their sides (one
    that the field had already keeps its aliases), "-" is nothing; several are parted by semicolons. What begins like
    JSON is JSON.
    """
    text = words.strip()
    if text == NOTHING:
        return () if holds.startswith("tuple") else None
    if text.startswith(BEGINS_JSON):
        try:
            return msgspec.json.decode(text)
        except msgspec.DecodeError:
            raise UsageError(f"{words}: this begins like JSON and is none") from None
    if "When" in holds:
        return _days(text)
    if "Actor" in holds:
        held = was if isinstance(was, tuple) else (was,)
        known = {actor.name.casefold(): actor for actor in held if isinstance(actor, Actor)}
        several = tuple(_actor(part, known) for part in text.split(";") if part.strip())
        return several if holds.startswith("tuple") else several[0] if several else None
    if holds.startswith("tuple"):
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if holds in ("bool", "int"):
        return {"true": True, "yes": True, "false": False, "no": False}.get(text.casefold(), text)
    return text


def _days(text: str) -> When:
    match = DAYS.fullmatch(text)
    if not match or not any(match.group(1, 3)):
        raise UsageError(f"{text}: write days as 2025-03-18, 2025-03-17/2025-03-23, 2025-03-17/ or /2025-03-23")
    try:
        first, last = (date.fromisoformat(day) if day else None for day in match.group(1, 3))
    except ValueError as error:
        raise UsageError(f"{text}: {error}") from None
    last = last if match[2] else first
    if first and last and first > last:
        raise UsageError(f"{text}: the first day comes after the last")
    return When(text, first, last, vagueness=int(first != last), basis="explicit", rule="by.hand")


def _actor(text: str, known: Mapping[str, Actor]) -> Actor:
    match = NAMED.fullmatch(text.strip())
    if not match:
        raise UsageError(f"{text.strip()}: write a name, and its side in parentheses: Anna Lund (Aland)")
    name, side = match["name"], match["side"]
    old = known.get(name.casefold())
    if old:
        return replace(old, side=side or old.side)
    return Actor(name, (), side, None, "state" if side == name else "person" if " " in name else "group")


def can_be(field: str, value: object) -> bool:
    """Whether words that a field takes mean anything in it: a length must be one.

    >>> can_be("duration", "PT2H30M"), can_be("duration", "noon"), can_be("place", "noon")
    (True, False, True)
    """
    return field not in LENGTHS or value is None or bool(LENGTH.fullmatch(str(value)))


def choices(record: Record, field: str) -> tuple[str, ...]:
    """The values that a field can have where these are few: those of a list, or true and false; else none."""
    parts = _parts(record, field)
    listed = tuple(str(value) for part in parts if isinstance(part, LiteralType) for value in part.values)
    return ("true", "false") if any(isinstance(part, BoolType) for part in parts) else listed


def how_written(record: Record, field: str) -> str:
    """How a value of a field is written, in a few words: what is told where one can't be read."""
    holds = type_of(record, field)
    listed = choices(record, field)
    if listed:
        return f"one of {', '.join(listed)}"
    if field in LENGTHS:
        return "a length, as PT2H30M or P30D"
    if "When" in holds:
        return "days, as 2025-03-18 or 2025-03-17/2025-03-23"
    if "Actor" in holds:
        several = holds.startswith("tuple")
        return "names with their sides, as Anna Lund (Aland); Boris Kral" if several else "a name, as Anna Lund (Aland)"
    if holds in STRUCTURED:
        return f"JSON, as {STRUCTURED[holds]}"
    if holds.startswith("tuple"):
        return "words, semicolons between several"
    return "a number" if any(isinstance(p, IntType) for p in _parts(record, field)) else "words"


STRUCTURED = {
    "tuple[Term, ...]": '[{"type": "ceasefire", "text": "a 30-day truce", "duration": "P30D"}]',
    "Expected | None": '{"kind": "contact", "mode": "meeting"}',
}
"""What has parts of its own and is written as JSON, with an example."""


def _parts(record: Record, field: str) -> tuple[object, ...]:
    info = type_info(type(record))
    assert isinstance(info, StructType)
    found = next(one.type for one in info.fields if one.name == field)
    return tuple(found.types) if isinstance(found, UnionType) else (found,)


def written(value: object) -> str:
    """A value as `read_value` takes it.

    >>> written((Actor("Anna Lund", (), "Aland"), Actor("Boris Kral")))
    'Anna Lund (Aland); Boris Kral'
    """
    match value:
        case None | ():
            return NOTHING
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            plain = value == value.strip() and value not in ("", NOTHING) and not value.startswith(BEGINS_JSON)
            return value if plain else msgspec.json.encode(value).decode()
        case When():
            first, last = value.start or "", value.end or ""
            return str(first) if first and first == last else f"{first}/{last}" if first or last else NOTHING
        case Actor():
            return f"{value.name} ({value.side})" if value.side else value.name
        case tuple():
            parts = [written(part) for part in value if isinstance(part, Actor | str)]
            if len(parts) == len(value) and not any(";" in part or part.startswith(BEGINS_JSON) for part in parts):
                return "; ".join(parts)
    return msgspec.json.encode(value).decode()

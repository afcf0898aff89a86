"""The rows of data/times/rules.toml as compiled patterns, and where they match a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from dragoman.annotate.times.numbers import COUNT, ONES, ORDINALS, TENS
from dragoman.annotate.times.stretches import keys_of, places, stretches
from dragoman.errors import LexiconError
from dragoman.lexicon import Row, read_table

Filled = Annotated[str, Meta(min_length=1)]
MACROS = {
    "year": r"(?:1[5-9]|20)\d\d",
    "month": r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)",
    "strictmonth": r"(?:January|February|April|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)",
    "weekday": r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "dayno": r"(?:0?[1-9]|[12]\d|3[01])",
    "part": r"(?:morning|afternoon|evening|night)",
    "season": r"(?:spring|summer|autumn|fall|winter)",
    "unit": r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centurie|century)",
    "count": COUNT,
    "ones": "|".join(ONES[:9]),
    "tens": "|".join(TENS),
    "ordinal": "|".join(ORDINALS),
    "adjective": r"(?:more|additional|consecutive|straight|long|full|trading|business|working|school|bloody"
    r"|brutal|hard|difficult|terrible|grim|tense|short|whole|further|successive|crucial|critical|extra|solid|entire"
    r"|previous|following)",
    "zone": r"(?:GMT|UTC|EDT|EST|CET|CEST|ET|BST|MSK|PST|PDT|local time|Moscow time|Kyiv time)",
}
"""What {names} in a pattern stand for, beside {hedge}: the words of data/times/hedges.toml."""


class Rule(Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """A row: what is written (`pattern`), which reader reads it (`read`), and its proof.

    `keys` are words of which every match has one, compared by their first letters; figures as nines ("99"). A pattern
    matches in any case; `but` is what no match may begin with, and its letters are small or capital as the text's.
    """

    id: Filled
    pattern: Filled
    keys: tuple[Filled, ...]
    read: Filled
    example: Filled
    counter: Filled
    source: str = ""
    but: str = ""


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """The rows in the order of the file."""

    row: tuple[Rule, ...]


class Match(Struct, frozen=True):
    """Where a rule matched, and its named parts in small letters ("" where one did not take part)."""

    rule: Rule
    start: int
    end: int
    parts: dict[str, str]


@cache
def load_rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Every rule with its pattern compiled, for text in small letters; LexiconError names a row with a broken one.

    Small letters on both sides cost half of what matching in any case does.
    """
    source = (files("dragoman.data") / "times" / "rules.toml").read_bytes()
    try:
        rows = msgspec.toml.decode(source, type=Rules).row
    except msgspec.DecodeError as error:
        raise LexiconError(f"data/times/rules.toml: {error}; mend the row") from None
    return tuple((rule, _compiled(rule)) for rule in rows)


def _compiled(rule: Rule) -> re.Pattern[str]:
    try:
        pattern = rule.pattern.format_map(MACROS | {"hedge": _hedges()})
        return re.compile(rf"(?<![\w$€£#])(?:{_in_small(pattern)})(?!\w)")
    except (re.error, KeyError, ValueError, IndexError) as error:
        raise LexiconError(f"data/times/rules.toml, row {rule.id!r}: {error}; mend its pattern") from None


CAPITAL = re.compile(r"(\\[A-Za-z]|\(\?P)|[A-Z]")
"""An escape or the beginning of a named part, which stay as they are, or a capital letter."""


def _in_small(pattern: str) -> str:
    return CAPITAL.sub(lambda found: found.group(1) or found.group().lower(), pattern)


def in_small(text: str) -> str:
    """The text in small letters, each at its place: one that would become two stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _exceptions() -> dict[str, re.Pattern[str]]:
    """What no match of a rule may begin with, by the id of the rule."""
    try:
        return {rule.id: re.compile(rule.but) for rule, _ in load_rules() if rule.but}
    except re.error as error:
        raise LexiconError(f"data/times/rules.toml: {error}; mend a row's `but`") from None


@cache
def _hedges() -> str:
    words = (word for row in time_table("hedges") for word in row.words)
    return rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


@cache
def rule_keys() -> dict[str, frozenset[str]]:
    """The keys of each rule by its id: a match has one of them."""
    return {rule.id: keys_of(rule.keys) for rule, _ in load_rules()}


def find_matches(text: str) -> list[Match]:
    """The matches that stand: of two that overlap the longer, of two as long the earlier row; in order."""
    keys, exceptions, small = rule_keys(), _exceptions(), in_small(text)
    known = places(small, frozenset().union(*keys.values()))
    around = {alike: tuple(stretches(known, alike, text)) for alike in set(keys.values())}
    found = [
        Match(rule, m.start(), m.end(), m.groupdict(""))
        for rule, pattern in load_rules()
        for start, end in around[keys[rule.id]]
        for m in pattern.finditer(small, start, end)
        if m.end() > m.start() and not (rule.id in exceptions and exceptions[rule.id].match(text, m.start()))
    ]
    order = {rule.id: n for n, (rule, _) in enumerate(load_rules())}
    found.sort(key=lambda m: (m.start - m.end, order[m.rule.id], m.start))
    return sorted(_without_overlaps(found), key=lambda m: m.start)


def _without_overlaps(found: list[Match]) -> Iterator[Match]:
    taken: set[int] = set()
    for match in found:
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            yield match


@cache
def time_table(name: str) -> tuple[Row, ...]:
    """The rows of data/times/`name`.toml: words of tense, days on which presidents took office."""
    return read_table(f"times/{name}", (files("dragoman.data") / "times" / f"{name}.toml").read_bytes())

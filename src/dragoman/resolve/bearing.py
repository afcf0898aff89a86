"""By what an entry that looks ahead is found by what bears on it, and the other way round: keys that a table can hold.

An entry has clues, which are a function of it alone. What an outlook seeks are such keys too, and the days between
which they must lie. Whatever decides an outlook has a clue that it seeks, or enough of its words; not all that has
decides it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from math import ceil
from typing import NamedTuple

from dragoman.kinds.compare import LEAST_SHARE, speaker_key, words_of
from dragoman.kinds.forecast import Forecast
from dragoman.resolve.anchored import sort_of
from dragoman.resolve.matching import (
    SHARED_WORDS,
    ended_on,
    is_done,
    is_undone,
    keys_of,
    names_of,
    names_sought,
    when_of,
    words_said,
    words_sought,
)
from dragoman.resolve.outlook import Outlook
from dragoman.resolve.planned import is_plan, is_told_ahead
from dragoman.resolve.taking_part import handles_of
from dragoman.types import Entry

FIRST, LAST = 0, date.max.toordinal()
DONE, UNDONE, NAMED, WORDED, TOLD, PLANNED, HAPPENED = "dunwfpe"
"""Beginnings of keys: who took part in what took place, and in what was called off; who is named in, and by which words
is told, what took place; by whom and in which words something is foreseen; an article that tells of something planned,
and of an event from which days are counted."""
SLACK = 10
"""Days that an entry's last day may lie after the last that counts: it is a week long at most, and may be about."""


class Clue(NamedTuple):
    """A key of an entry, and the ordinal of its last day."""

    key: str
    day: int


class Sought(NamedTuple):
    """A key that an outlook seeks, and the ordinals of the days between which."""

    key: str
    since: int
    until: int


class Words(NamedTuple):
    """Words of which a share is sought, from a day on; the key of each is the beginning and itself."""

    beginning: str
    words: frozenset[str]
    share: float
    since: int


def clues_of(entry: Entry) -> Iterator[Clue]:
    """The clues of an entry, each once."""
    record, when = entry.record, when_of(entry)
    if isinstance(record, Forecast) and entry.first_seen:
        speaker, seen = speaker_key(record.speaker), entry.first_seen.toordinal()
        yield from (Clue(f"{TOLD} {speaker} {word}", seen) for word in sorted(words_of(record.outcome)))
    if is_undone(entry) and (ended := ended_on(entry)):
        yield from (Clue(f"{UNDONE} {kind} {one}", ended.toordinal()) for kind, one in sorted(set(keys_of(entry))))
    if is_done(entry) and when and when.end:
        day = when.end.toordinal()
        yield from (Clue(f"{DONE} {kind} {one}", day) for kind, one in sorted(set(keys_of(entry))))
        yield from (Clue(f"{NAMED} {kind} {one}", day) for kind, one in sorted(names_of(entry)))
        yield from (Clue(f"{WORDED} {word}", day) for word in sorted(words_said(entry)))
    articles = sorted({support.article for support in entry.supports})
    if is_plan(entry):
        yield from (Clue(f"{PLANNED} {article}", FIRST) for article in articles)
    if sort_of(entry):
        yield from (Clue(f"{HAPPENED} {article}", FIRST) for article in articles)


def sought_by(outlook: Outlook, *, counts: bool) -> Iterator[Sought | Words]:
    """What an outlook seeks; `counts`: whether its days may be counted from an event."""
    entry, expected, record = outlook.entry, outlook.expected, outlook.entry.record
    since = outlook.clock.since.toordinal()
    last = outlook.last_that_counts()
    until = last.toordinal() + SLACK if last else LAST
    if expected and expected.actors:
        for one in sorted(handles_of(expected.actors)):
            yield Sought(f"{DONE} {expected.kind} {one}", since, until)
            yield Sought(f"{UNDONE} {expected.kind} {one}", since, LAST)
    yield from (Sought(f"{NAMED} {kind} {word}", since, LAST) for kind, word in names_sought(outlook))
    if words := words_sought(outlook):
        yield Words(WORDED, words, SHARED_WORDS, since)
    if isinstance(record, Forecast) and record.speaker and (words := words_of(record.outcome)):
        yield Words(f"{TOLD} {speaker_key(record.speaker)}", words, LEAST_SHARE, since)
    if is_told_ahead(record):
        yield from (Sought(f"{PLANNED} {article}", FIRST, LAST) for article in _articles(entry))
    if counts:
        yield from (Sought(f"{HAPPENED} {article}", FIRST, LAST) for article in _articles(entry))


def _articles(entry: Entry) -> list[str]:
    return sorted({support.article for support in entry.supports})


def few_of(words: Collection[str], share: float, ranked: list[str]) -> tuple[list[str], int]:
    """The first of some words as ranked, and how many of these all have that have a share of the words."""
    needed = ceil(share * len(words))
    shared = min(needed, 2)
    return ranked[: len(words) - needed + shared], shared

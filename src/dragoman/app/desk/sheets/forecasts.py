"""What was foreseen and promised: a board of what is due and what became of the rest, and how well it was foreseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from heapq import merge
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

from dragoman.app.desk.sheet import Asked, Seen, Sheet, Table
from dragoman.app.desk.sheets.lines import EntryLine, entry_line
from dragoman.app.desk.sheets.marked import Marks, marks_of
from dragoman.app.desk.sheets.window import chosen
from dragoman.brief.setting import Setting
from dragoman.errors import UsageError
from dragoman.merge.filing import rank
from dragoman.resolve.record import TRUE, Band, Phrase, Standing, bands_of, facts_of, phrases_of, standings_of
from dragoman.types import Entry, Marking, Outcome, Verdict

KINDS = ("forecast", "pledge", "contact", "agreement")
COLUMNS: Mapping[str, tuple[str, frozenset[Outcome]]] = {
    "due": ("Due", frozenset({"due"})),
    "overdue": ("Overdue", frozenset({"overdue"})),
    "open": ("Open", frozenset({"open"})),
    "came_true": ("Came true", TRUE),
    "failed": ("Failed", frozenset({"failed"})),
    "gone": ("Lapsed, overtaken or withdrawn", frozenset({"lapsed", "overtaken", "withdrawn"})),
}
"""The columns of the board, and the outcomes that stand in each."""
COLUMNS_OF_FILE = (
    "marking", "outcome", "due", "about", "kind", "words", "entry", "told", "decided_on", "decided_by", "reason",
)  # fmt: skip
LATEST_FIRST = frozenset({"overdue", "came_true", "failed", "gone"})


class AskedForecasts(Asked, frozen=True, kw_only=True, rename="kebab"):
    """Kinds (commas between), a speaker, a column that is to be shown alone; cards, and speakers and phrases listed."""

    kind: str = ""
    speaker: str = ""
    column: str = ""
    limit: Annotated[int, Meta(ge=1, le=500)] = 12
    listed: Annotated[int, Meta(ge=1, le=5000)] = 25


class Card(Struct, frozen=True, kw_only=True):
    """Something foreseen: until when, whether that is only about, and what decided it on which day."""

    line: EntryLine
    due: date | None
    is_about: bool
    decided_on: date | None
    decided_by: str
    reason: str


class Column(Struct, frozen=True):
    """A column of the board: how many there are, and the first of them."""

    id: str
    title: str
    total: int
    cards: tuple[Card, ...]


class Speaker(Struct, frozen=True):
    """The record of one speaker by column of the board; `rate` is None below five decided ones."""

    name: str
    columns: Mapping[str, int]
    decided: int
    rate: float | None
    cases: int
    brier: float | None


class Sure(Struct, frozen=True):
    """What came of forecasts that were told equally surely, see `resolve.record.Band`."""

    sure: str
    used: int
    decided: int
    true: int
    rate: float | None
    between: tuple[float, float] | None


class Took(Struct, frozen=True):
    """How long what was told in a phrase of time took, see `resolve.record.Phrase`."""

    phrase: str
    used: int
    done: int
    waiting: int
    days: tuple[int, int, int] | None


class ForecastsShown(Struct, frozen=True, kw_only=True):
    """The board, what came of words by how sure they were, how long phrases of time took, and each speaker's record."""

    as_of: date | None
    kinds: tuple[str, ...]
    speaker: str
    column: str
    columns: tuple[Column, ...]
    bands: tuple[Sure, ...]
    phrases: tuple[Took, ...]
    speakers: tuple[Speaker, ...]
    more_phrases: int
    more_speakers: int
    marking: Marking


class Slot(NamedTuple):
    """Something on the board: its place in the column, its id and its kind."""

    order: tuple[bool, int, str]
    id: str
    kind: str


class Board(Struct, frozen=True):
    """All that looks ahead, by column and in its order; and the records that are made of what became of it."""

    columns: Mapping[str, tuple[Slot, ...]]
    standings: tuple[Standing, ...]
    bands: tuple[Band, ...]
    phrases: tuple[Phrase, ...]


def board_of(setting: Setting) -> Board:
    """The board of what became of entries."""
    columns: dict[str, list[Slot]] = {id: [] for id in COLUMNS}
    home = {outcome: id for id, (_, outcomes) in COLUMNS.items() for outcome in outcomes}

    def slotted(entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            verdict = setting.verdict(entry)
            if verdict:
                column = home[verdict.outcome]
                place = order(verdict, latest_first=column in LATEST_FIRST)
                columns[column].append(Slot(place, entry.id, entry.kind))
            yield entry

    several = merge(*(setting.files.filed(kind) for kind in KINDS), key=rank)
    facts = list(facts_of(slotted(several), setting.ahead.verdict))
    return Board(
        columns={id: tuple(sorted(slots)) for id, slots in columns.items()},
        standings=standings_of(facts),
        bands=bands_of(facts),
        phrases=phrases_of(facts),
    )


def order(verdict: Verdict, *, latest_first: bool) -> tuple[bool, int, str]:
    """By the day that counts, what has none last."""
    day = (verdict.decided_on or verdict.due) if latest_first else verdict.due
    number = day.toordinal() if day else 0
    return (day is None, -number if latest_first else number, verdict.entry)


def find(seen: Seen, asked: AskedForecasts) -> tuple[tuple[str, ...], Mapping[str, tuple[Slot, ...]]]:
    """The kinds that are asked for, and the board's columns of these. UsageError for what is none."""
    board = seen.once(board_of)
    kinds = chosen("kind", asked.kind, KINDS) or KINDS
    if asked.column and asked.column not in COLUMNS:
        raise UsageError(f"column: there is none of that name; there are {', '.join(COLUMNS)}")
    of_speaker = None
    if asked.speaker:
        of_speaker = {id for one in board.standings if one.speaker == asked.speaker for id in one.entries}
        if not of_speaker:
            raise UsageError("speaker: nobody of that name foresaw or promised anything that you may see")
    columns = {
        id: tuple(one for one in several if one.kind in kinds and (of_speaker is None or one.id in of_speaker))
        for id, several in board.columns.items()
        if asked.column in ("", id)
    }
    return kinds, columns


def make(seen: Seen, asked: AskedForecasts) -> ForecastsShown:
    """The board, and the records behind it."""
    board = seen.once(board_of)
    kinds, columns = find(seen, asked)
    most = max(asked.limit, 200) if asked.column else asked.limit
    most_listed = asked.listed
    told = [one for one in board.standings if asked.speaker in ("", one.speaker)]
    return ForecastsShown(
        as_of=seen.scene.view.as_of,
        kinds=kinds,
        speaker=asked.speaker,
        column=asked.column,
        columns=tuple(
            Column(id, COLUMNS[id][0], len(several), tuple(card(one.id, seen) for one in several[:most]))
            for id, several in columns.items()
        ),
        bands=tuple(Sure(one.sure, one.used, one.decided, one.true, one.rate, one.between) for one in board.bands),
        phrases=tuple(
            Took(one.phrase, one.used, one.done, one.waiting, one.days) for one in board.phrases[:most_listed]
        ),
        speakers=tuple(speaker(one) for one in told[:most_listed]),
        more_phrases=max(len(board.phrases) - most_listed, 0),
        more_speakers=max(len(told) - most_listed, 0),
        marking=seen.keep("forecasts marked", lambda: _marking(board, seen)),
    )


def _marking(board: Board, seen: Seen) -> Marking:
    """How all that is on the board is marked together."""
    return marks_of(seen).of_all(seen.entries[one.id] for several in board.columns.values() for one in several)


def card(id: str, seen: Seen) -> Card:
    """A thing that was foreseen as the board has it."""
    entry = seen.entries[id]
    verdict = seen.scene.verdict(entry)
    assert verdict is not None
    return Card(
        line=entry_line(entry, seen),
        due=verdict.due,
        is_about=verdict.soft,
        decided_on=verdict.decided_on,
        decided_by=verdict.decided_by if verdict.decided_by not in (None, entry.id) else "",
        reason=verdict.reason,
    )


def speaker(one: Standing) -> Speaker:
    """The record of a speaker by column."""
    columns = {
        id: n for id, (_, outcomes) in COLUMNS.items() if (n := sum(one.outcomes.get(each, 0) for each in outcomes))
    }
    return Speaker(one.speaker, columns, one.decided, one.rate, one.score.cases, one.score.brier)


def table(seen: Seen, asked: AskedForecasts) -> Table:
    """Everything on the board."""
    _, columns = find(seen, asked)
    ids = [one.id for several in columns.values() for one in several]
    marks = marks_of(seen)
    return Table(COLUMNS_OF_FILE, (row(id, seen, marks) for id in ids), marks.of_all(seen.entries[id] for id in ids))


def row(id: str, seen: Seen, marks: Marks) -> Mapping[str, object]:
    """A thing that was foreseen as a row of the file."""
    entry, one = seen.entries[id], card(id, seen)
    return {
        "marking": marks.of(entry),
        "outcome": one.line.outcome,
        "due": one.due,
        "about": "yes" if one.is_about else "no",
        "kind": entry.kind,
        "words": one.line.text,
        "entry": entry.id,
        "told": entry.first_seen,
        "decided_on": one.decided_on,
        "decided_by": decided_by(entry, seen),
        "reason": one.reason,
    }


def decided_by(entry: Entry, seen: Seen) -> str | None:
    """The entry that decided what became of one; itself where its own records say so."""
    verdict = seen.scene.verdict(entry)
    return verdict.decided_by if verdict else None


SHEET = Sheet(
    name="forecasts",
    path="/forecasts",
    title="Forecasts",
    what="What was foreseen and promised: due, overdue, open, come true or failed, and how sure it was told.",
    make=make,
    shown=ForecastsShown,
    asked=AskedForecasts,
    is_in_menu=True,
    table=table,
)
